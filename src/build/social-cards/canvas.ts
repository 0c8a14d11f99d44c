/** A picture in few colours on one ground. */
import { encodePng, rgb } from './png.ts';

export type Canvas = ReturnType<typeof createCanvas>;

/**
 * Two colours, those of text, come in several strengths, for smooth edges. Any other has its full strength only and
 * borrows the paler strengths of the second: on the edge of a dot nobody sees the difference, and with 16 colours in all
 * a picture is half as large.
 * @param ground the colour everything is drawn on; what is drawn may touch, but is not mixed with anything else
 * @param text the colours with strengths of their own, and how many
 * @example const canvas = createCanvas(1200, 630, '#fbfcfb', [['#14201a', 5], ['#55655c', 4]]);
 *   canvas.bar(72, 300, 8, 200, '#2a6fd6'); await canvas.png()
 */
export function createCanvas(
  width: number,
  height: number,
  ground: string,
  text: [first: [colour: string, strengths: number], second: [colour: string, strengths: number]],
) {
  const pixels = new Uint8Array(width * height);
  const palette: [number, number, number][] = [rgb(ground)];
  /** Of each colour the places of its strengths in the palette, from none to full. */
  const places = new Map<string, number[]>();

  const from = rgb(ground);
  const add = (colour: string, share: number) => {
    const to = rgb(colour);
    const mix = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
    return palette.push([mix(0), mix(1), mix(2)]) - 1;
  };
  let paler: number[] = [];
  for (const [colour, strengths] of text) {
    paler = [0, ...Array.from({ length: strengths }, (_, i) => add(colour, (i + 1) / strengths))];
    places.set(colour, paler);
  }
  const placesOf = (colour: string) => {
    const known = places.get(colour) ?? [...paler.slice(0, -1), add(colour, 1)];
    places.set(colour, known);
    return known;
  };

  /** Draws a picture of coverage (0 to 255). What would fall outside is left out. */
  const mask = (coverage: Uint8Array, maskWidth: number, left: number, top: number, colour: string) => {
    const strengths = placesOf(colour);
    const scale = (strengths.length - 1) / 255;
    const rows = maskWidth ? coverage.length / maskWidth : 0;
    for (let y = Math.max(0, -top); y < rows && top + y < height; y++) {
      const target = (top + y) * width + left;
      for (let x = Math.max(0, -left); x < maskWidth && left + x < width; x++) {
        const value = coverage[y * maskWidth + x];
        if (value) pixels[target + x] = strengths[Math.round(value * scale)] ?? 0;
      }
    }
  };

  return {
    mask,
    bar: (left: number, top: number, barWidth: number, barHeight: number, colour: string) =>
      mask(new Uint8Array(barWidth * barHeight).fill(255), barWidth, left, top, colour),
    dot: (left: number, top: number, diameter: number, colour: string) =>
      mask(disc(diameter), diameter, left, top, colour),
    png: () => encodePng(pixels, width, height, palette),
  };
}

/** Coverage of a disc: of each pixel the part within, counted at 16 points. */
function disc(diameter: number): Uint8Array {
  const radius = diameter / 2;
  const points = [1, 3, 5, 7].map((eighth) => eighth / 8);
  return Uint8Array.from({ length: diameter * diameter }, (_, i) => {
    const [x, y] = [i % diameter, Math.floor(i / diameter)];
    const within = points.flatMap((dx) =>
      points.filter((dy) => Math.hypot(x + dx - radius, y + dy - radius) <= radius),
    ).length;
    return Math.round((within * 255) / 16);
  });
}
