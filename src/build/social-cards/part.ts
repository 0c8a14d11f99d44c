/** Pieces of a card, and how they are put together. */
import type { TextBlock } from './text.ts';

/** `y` is the first baseline. */
export type Placed = { text: string; block: TextBlock; x: number; y: number; colour: string };
export type Shape = { kind: 'bar' | 'dot'; x: number; y: number; width: number; height: number; colour: string };
export type Drawing = { texts: Placed[]; shapes: Shape[] };

/** Room a text claims, in sizes: above its first and below its last baseline. Every glyph is within. */
export const ABOVE = 0.9;
export const BELOW = 0.3;

const blockHeight = ({ style, lines, pitch }: TextBlock) =>
  Math.ceil((ABOVE + BELOW) * style.size + (lines - 1) * pitch);

/** A piece of a card, from its own top left corner. */
export type Part = Drawing & { height: number };

export const EMPTY: Part = { texts: [], shapes: [], height: 0 };

export const moved = ({ texts, shapes, height }: Part, dx: number, dy: number): Part => ({
  texts: texts.map((text) => ({ ...text, x: text.x + dx, y: text.y + dy })),
  shapes: shapes.map((shape) => ({ ...shape, x: shape.x + dx, y: shape.y + dy })),
  height,
});

/** One below the other; nothing takes no gap. */
export function stack(parts: readonly Part[], gap: number): Part {
  return parts
    .filter(({ height }) => height > 0)
    .reduce((all, part) => {
      const top = all.height ? all.height + gap : 0;
      const { texts, shapes } = moved(part, 0, top);
      return { texts: [...all.texts, ...texts], shapes: [...all.shapes, ...shapes], height: top + part.height };
    }, EMPTY);
}

export const textPart = (text: string, block: TextBlock, colour: string): Part => ({
  texts: [{ text, block, x: 0, y: Math.round(ABOVE * block.style.size), colour }],
  shapes: [],
  height: blockHeight(block),
});
