/** The site's icon as pictures, for home screens and launchers: all from the one SVG. */
import sharp from 'sharp';
import type { FILES } from '../../site/urls.ts';
import { TOKENS } from './colours.ts';

export type IconName = Parameters<typeof FILES.icon>[0];

/**
 * `full`: to the edge and without transparency, because the system cuts its own shape out of it. Launchers may cut up to
 * a circle of 80 %; the letter of the icon reaches to 71 % and is safe as it is.
 */
export const ICONS: Record<IconName, { size: number; full: boolean }> = {
  'icon-192': { size: 192, full: false },
  'icon-512': { size: 512, full: false },
  'maskable-512': { size: 512, full: true },
  'apple-touch-icon': { size: 180, full: true },
};

/** Side of the SVG's own square, in pixels at 72 to the inch. */
const SVG_SIZE = 32;

/** @example await drawIcon(await readFile('public/favicon.svg'), 'apple-touch-icon') // → a PNG of 180 × 180 */
export async function drawIcon(favicon: Uint8Array, name: IconName): Promise<Buffer> {
  const { size, full } = ICONS[name];
  const icon = sharp(favicon, { density: (72 * size) / SVG_SIZE }).resize(size, size);
  return (full ? icon.flatten({ background: TOKENS.accent }) : icon).png({ compressionLevel: 9 }).toBuffer();
}
