/** The font of the cards: where its files are, and that it covers what is drawn. Never a font of the system. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { glyphsOf, type HasGlyph } from './cmap.ts';
import { type Card, textsOf } from './content.ts';

/** The weights used. */
export const WEIGHTS = ['Regular', 'Medium', 'Bold'] as const;

export type Weight = (typeof WEIGHTS)[number];

/** The family's name inside the files, as Pango looks for it. */
export const FAMILY = 'Noto Sans S Chinese';

// The package says where its entry is and nothing else: the files lie beside that folder.
const PACKAGE = new URL('../', import.meta.resolve('@embedpdf/fonts-sc'));

export const fontFile = (weight: Weight): string => fileURLToPath(new URL(`fonts/NotoSansHans-${weight}.otf`, PACKAGE));

/** Version of the font's package. @example fontVersion() // → '1.0.0' */
export const fontVersion = (): string =>
  (JSON.parse(fs.readFileSync(new URL('package.json', PACKAGE), 'utf8')) as { version: string }).version;

/** Has every weight in use a glyph for it? */
export function readGlyphs(): HasGlyph {
  const weights = WEIGHTS.map((weight) => glyphsOf(fs.readFileSync(fontFile(weight))));
  return (codePoint) => weights.every((has) => has(codePoint));
}

/**
 * What has no glyph would be drawn as an empty box, or with whatever font the machine has.
 * @param name what the card is called in the message
 * @throws naming the card and each character without a glyph
 * @example assertCovered('40001', card, () => false) // → throws “card of 40001: the font has no glyph for “4” (U+0034) …”
 */
export function assertCovered(name: string, card: Card, hasGlyph: HasGlyph): void {
  const missing = [...new Set(textsOf(card).join(''))].filter((character) => !hasGlyph(character.codePointAt(0) ?? 0));
  if (!missing.length) return;
  const list = missing.map((character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `“${character}” (U+${hex})`;
  });
  throw new Error(`card of ${name}: the font has no glyph for ${list.join(', ')}; write it otherwise in data/`);
}
