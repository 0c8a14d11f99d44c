/** Draws a card: content in, PNG out. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { createCanvas } from './canvas.ts';
import { TOKENS } from './colours.ts';
import type { Card } from './content.ts';
import { HEIGHT, LOGO, layoutOf, type Measures, WIDTH } from './layout.ts';
import type { Drawing } from './part.ts';
import { rgb } from './png.ts';
import { createMeasure, remember } from './text.ts';

/** Raise it with every change of how cards look: what was drawn before is then drawn anew. */
export const DRAWING = 2;

/** Of a card in bytes: chat tools load it for a preview. */
export const MAX_BYTES = 25 * 1024;

/** The site's icon as coverage in the accent colour: what is white in it is left out. */
async function logoMask(favicon: Uint8Array): Promise<Uint8Array> {
  const pixels = await sharp(favicon).resize(LOGO.size, LOGO.size).ensureAlpha().raw().toBuffer();
  const red = rgb(TOKENS.accent)[0];
  return Uint8Array.from({ length: LOGO.size ** 2 }, (_, i) =>
    Math.round(((pixels[i * 4 + 3] ?? 0) * (255 - (pixels[i * 4] ?? 0))) / (255 - red)),
  );
}

/** @throws naming the card when its picture is larger than a preview may be */
export function assertSmall(name: string, png: Uint8Array): void {
  if (png.length > MAX_BYTES) throw new Error(`card of ${name}: ${png.length} bytes, more than ${MAX_BYTES}`);
}

/**
 * In how many strengths ink and muted text are drawn. With the first every card of a code keeps to 16 colours. The others
 * have coarser edges: for the rare card so full of text that it would be too large.
 */
const STRENGTHS: [ink: number, mute: number][] = [
  [4, 3],
  [3, 2],
  [2, 2],
];

function paint(
  { texts, shapes }: Drawing,
  logo: Uint8Array,
  [ink, mute]: [ink: number, mute: number],
): Promise<Buffer> {
  const canvas = createCanvas(WIDTH, HEIGHT, TOKENS.ground, [
    [TOKENS.ink, ink],
    [TOKENS.mute, mute],
  ]);
  for (const { kind, x, y, width, height, colour } of shapes)
    if (kind === 'bar') canvas.bar(x, y, width, height, colour);
    else canvas.dot(x, y, width, colour);
  for (const { block, x, y, colour } of texts) canvas.mask(block.mask, block.width, x, y - block.ascent, colour);
  canvas.mask(logo, LOGO.size, LOGO.left, LOGO.top, TOKENS.accent);
  return canvas.png();
}

export type Draw = (name: string, card: Card) => Promise<Buffer>;

/**
 * Makes what all cards share once.
 * @param faviconFile the site's icon (SVG)
 * @returns draws a card; throws naming it when it does not fit, or is larger than `MAX_BYTES`
 * @example const draw = await createDraw('public/favicon.svg'); await draw('40001', card) // → a PNG of 1200 × 630
 */
export async function createDraw(faviconFile: string | URL): Promise<Draw> {
  const logo = await logoMask(await readFile(faviconFile));
  const measure = createMeasure();
  const measures: Measures = { measure, shared: remember(measure) };
  return async (name, card) => {
    const layout = await layoutOf(card, measures);
    let png: Buffer = Buffer.alloc(0);
    for (const strengths of STRENGTHS) {
      png = await paint(layout, logo, strengths);
      if (png.length <= MAX_BYTES) break;
    }
    assertSmall(name, png);
    return png;
  };
}
