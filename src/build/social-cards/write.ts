/** Writes cards where they are published, and draws only those that are not in the cache. */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { FILES } from '../../site/urls.ts';
import type { Card, NamedCard } from './content.ts';
import { createDraw, DRAWING } from './draw.ts';
import { assertCovered, fontVersion, readGlyphs } from './font.ts';

/** Pango works for one at a time; a second one meanwhile lays out, paints and compresses. */
const AT_ONCE = 3;

/** Does the work for each item, at most `AT_ONCE` at a time. Stops at the first that fails. */
async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

/**
 * A name for everything that determines the picture. The code that draws stands in it as `DRAWING` only.
 * @example cacheKey('sharp 0.35.5', card) // → 'b5bb9d8014a0f9b1d61e21e796d78dcc'
 */
export const cacheKey = (made: string, card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([made, card]))
    .digest('hex')
    .slice(0, 32);

export type Written = { drawn: number; cached: number };

/**
 * @param cards what is to stand in `cards/` of the site
 * @param target the folder of the built site
 * @param cache a folder of our own: what is in it and not used is removed
 * @param faviconFile the site's icon (SVG), which stands on every card
 * @throws naming the card that does not fit, is too large, or has a character the font cannot draw
 * @example await writeCards(allCards(catalog), 'dist', 'node_modules/.astro/cards', 'public/favicon.svg') // → { drawn: 0, cached: 574 }
 */
export async function writeCards(
  cards: readonly NamedCard[],
  target: string,
  cache: string,
  faviconFile: string,
): Promise<Written> {
  const favicon = createHash('sha256')
    .update(await fs.readFile(faviconFile))
    .digest('hex');
  const made = `drawing ${DRAWING}, sharp ${sharp.versions.sharp}, font ${fontVersion()}, icon ${favicon}`;
  await fs.mkdir(cache, { recursive: true });
  await fs.mkdir(path.dirname(path.join(target, FILES.card())), { recursive: true });
  const kept = new Set(await fs.readdir(cache));
  const wanted = cards.map(({ code, card }) => ({ code, card, file: `${cacheKey(made, card)}.png` }));

  const missing = wanted.filter(({ file }) => !kept.has(file));
  if (missing.length) {
    const hasGlyph = readGlyphs();
    const draw = await createDraw(faviconFile);
    await each(missing, async ({ code = 'the site', card, file }) => {
      assertCovered(code, card, hasGlyph);
      const png = await draw(code, card);
      // Renamed when whole: a build that is stopped leaves no half picture under a name that is trusted.
      const half = path.join(cache, `${file}.part`);
      await fs.writeFile(half, png);
      await fs.rename(half, path.join(cache, file));
    });
  }

  await each(wanted, ({ code, file }) => fs.copyFile(path.join(cache, file), path.join(target, FILES.card(code))));
  const used = new Set(wanted.map(({ file }) => file));
  await each(
    [...kept].filter((file) => !used.has(file)),
    (file) => fs.rm(path.join(cache, file)),
  );
  return { drawn: missing.length, cached: wanted.length - missing.length };
}
