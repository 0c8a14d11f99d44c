/** Lines of a text of about the same length, as `text-wrap: pretty` does on the site. */
import { ABOVE, type Placed } from './part.ts';
import type { Measure, TextBlock } from './text.ts';

/** How much of the width the last line must have. Less, such as a word of its own, looks lost. */
const LAST_LINE = 0.3;
const STEPS = 4;

/** Where the ink of the last line ends. */
function lastLineEnd({ mask, width, height, ascent, lines, pitch, style }: TextBlock): number {
  let end = 0;
  for (let y = ascent + (lines - 1) * pitch - Math.round(ABOVE * style.size); y < height; y++)
    for (let x = width - 1; x >= end; x--) if (mask[y * width + x]) end = x + 1;
  return end;
}

/**
 * The same text in as many lines, but narrower, when its last line would be but a word.
 * @param right where its lines may end at most
 */
export async function evened(placed: Placed, right: number, measure: Measure): Promise<Placed> {
  const { text, block } = placed;
  const width = right - placed.x;
  if (block.lines < 2 || lastLineEnd(block) >= LAST_LINE * width) return placed;
  let [low, high] = [Math.round(width / 2), width];
  let best = block;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) >> 1;
    const narrower = await measure(text, block.style, middle);
    if (narrower.lines > block.lines || narrower.width > middle) low = middle;
    else [high, best] = [middle, narrower];
  }
  return { ...placed, block: best };
}
