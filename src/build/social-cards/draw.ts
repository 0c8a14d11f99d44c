/** Draws social cards as PNG files. */
import fs from 'node:fs';
import { type Node, Renderer } from '@takumi-rs/core';
import { CARD_SIZE } from '../../site/settings.ts';
import type { Card } from './cards.ts';

// The one npm package with whole Chinese fonts, a file per weight; @fontsource has a hundred subsets per weight. It
// exports no paths of its fonts, which are in the folder beside its entry.
const FONTS = ['Regular', 'Bold'].map(
  (weight) => new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve('@embedpdf/fonts-sc')),
);

const CSS = [fs.readFileSync(new URL('cards.css', import.meta.url), 'utf8')];

/** How large a card's body is, in pixels per em, and after how many lines its texts are cut. */
type Step = { fontSize: number; lines: number };

/** The first that fits is drawn: smaller text first, then text that is cut. */
const STEPS: Step[] = [
  ...[54, 48, 43, 38, 34, 30, 27, 24].map((fontSize) => ({ fontSize, lines: 99 })),
  ...[6, 5, 4, 3, 2, 1].map((lines) => ({ fontSize: 24, lines })),
  ...[22, 20].map((fontSize) => ({ fontSize, lines: 1 })),
];

/** Returns a renderer that knows the cards' two fonts and no other. */
export async function createRenderer(): Promise<Renderer> {
  const renderer = new Renderer();
  for (const file of FONTS) await renderer.registerFont(fs.readFileSync(file));
  return renderer;
}

/** @param height in pixels; without it the card is as high as its content */
const cardNode = ({ body, footer }: Card, { fontSize, lines }: Step, favicon: Uint8Array, height?: number): Node => ({
  type: 'container',
  className: 'card',
  style: { height },
  children: [
    { type: 'container', className: 'body', style: { fontSize, '--lines': lines }, children: body },
    {
      type: 'container',
      className: 'footer',
      children: [
        { type: 'image', src: favicon, width: 36, height: 36 },
        { type: 'text', className: 'logo', text: 'errcode' },
        { type: 'text', text: footer },
      ],
    },
  ],
});

/**
 * Returns a function that draws a card as a PNG of `CARD_SIZE`. The same card gives the same bytes. The function throws,
 * naming the card's page, when the content does not fit at the last step.
 * @param favicon the site's icon as SVG, shown in the footer
 */
export function createDraw(renderer: Renderer, favicon: Uint8Array): (card: Card) => Promise<Buffer> {
  const { width, height } = CARD_SIZE;
  return async (card) => {
    for (const step of STEPS) {
      const natural = await renderer.measure(cardNode(card, step, favicon), { width, css: CSS });
      if (natural.height <= height)
        return renderer.render(cardNode(card, step, favicon, height), { width, height, css: CSS });
    }
    throw new Error(`social card of ${JSON.stringify(card.page)}: its content does not fit`);
  };
}
