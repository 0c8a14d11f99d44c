import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Node, Renderer } from '@takumi-rs/core';
import { allCards, type Card, codeCard } from '../../src/build/social-cards/cards.ts';
import { createDraw, createRenderer } from '../../src/build/social-cards/draw.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { cardsOn } from '../../src/site/settings.ts';
import { ROOT } from '../fixtures/builds.ts';
import { catalog as live } from '../fixtures/catalog.ts';
import { pngSize } from '../fixtures/formats.ts';
import { catalog, find } from '../fixtures/small-catalog.ts';

const FAVICON = fs.readFileSync(path.join(ROOT, 'public/favicon.svg'));
const [WIDTH, HEIGHT] = [1200, 630];
const entryOf = find(catalog.entries, ({ code }) => code);
const cardOf = (code: string, entries: Entry[]): Card => codeCard({ code, entries }, catalog.platforms);

const textsIn = (node: Node): string[] =>
  node.type === 'text' ? [node.text] : node.type === 'container' ? (node.children ?? []).flatMap(textsIn) : [];
const textsOf = ({ body, footer }: Card) => [...body.flatMap(textsIn), footer];

test('a code’s card has the code, its errmsg, and each meaning with its platforms in both languages', () => {
  expect(textsOf(cardOf('-1', [entryOf('-1')])).slice(0, -1)).toEqual([
    '-1',
    'errmsg: system error',
    'All platforms 所有平台',
    '系统繁忙，此时请开发者稍候再试',
    'The system is busy. Try again in a moment.',
  ]);
});

test('a card shows four of six meanings and the number of the others', () => {
  const texts = textsOf(cardOf('-1', Array(6).fill(entryOf('-1'))));
  expect(texts.filter((text) => text === 'All platforms 所有平台')).toHaveLength(4);
  expect(texts).toContain('2 more meanings · 另有 2 条含义');
});

test('a card shows the errmsg only if all meanings share it and it differs from the English', () => {
  const [a, b] = [
    { ...entryOf('-1'), errmsg: 'a' },
    { ...entryOf('-1'), errmsg: 'b' },
  ];
  const shows = (entries: Entry[]) => textsOf(cardOf('-1', entries)).some((text) => text.startsWith('errmsg'));
  expect([shows([a, a]), shows([a, b]), shows([{ ...a, errmsg: 'it-is-busy', en: 'It is busy.' }])]).toEqual([
    true,
    false,
    false,
  ]);
});

test('the card of a historic code is marked', () => {
  const texts = textsOf(cardOf('40164', [{ ...entryOf('40164'), status: 'historic' }]));
  expect(texts.filter((text) => /Historic.*历史/.test(text))).toHaveLength(1);
});

test('the fonts have a glyph for every character of every card', async () => {
  const renderer = await createRenderer();
  const pictureOf = async (character: string, fontWeight: number) =>
    (
      await renderer.render(
        { type: 'text', text: character, style: { fontSize: 32, fontWeight } },
        { width: 48, height: 48, format: 'raw' },
      )
    ).toString('base64');
  const missing = async (texts: string[]) => {
    const lacking = new Set<string>();
    for (const weight of [400, 700]) {
      // The glyph for missing characters.
      const none = await pictureOf('\u{10FFFD}', weight);
      for (const character of new Set(texts.join('')))
        if ((await pictureOf(character, weight)) === none) lacking.add(character);
    }
    return [...lacking];
  };
  expect(await missing(['成功\u{1F600}OK'])).toEqual(['\u{1F600}']);
  expect(await missing([...allCards(live).flatMap(textsOf), '…'])).toEqual([]);
});

/** Returns whether nothing is drawn in the margins of a card. */
async function marginsAreEmpty(renderer: Renderer, png: Buffer): Promise<boolean> {
  const size = { width: WIDTH, height: HEIGHT };
  const pixels = await renderer.render({ type: 'image', src: png, ...size }, { ...size, format: 'raw' });
  const [ground] = new Uint32Array(pixels.buffer, pixels.byteOffset, 1);
  return new Uint32Array(pixels.buffer, pixels.byteOffset, WIDTH * HEIGHT).every((pixel, i) => {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const inMargin = x < 64 || x >= WIDTH - 64 || y < 32 || y >= HEIGHT - 24;
    return !inMargin || pixel === ground;
  });
}

test('very long text stays within the card', async () => {
  const renderer = await createRenderer();
  const draw = createDraw(renderer, FAVICON);
  const entry = entryOf('302004');
  const long = { ...entry, zh: entry.zh.repeat(4), en: `${'x'.repeat(200)} ${entry.en.repeat(4)}` };
  for (const [code, meanings] of [
    ['1', 1],
    ['W'.repeat(24), 2],
    ['302004', 3],
    ['302004', 4],
  ] as const)
    expect(await marginsAreEmpty(renderer, await draw(cardOf(code, Array(meanings).fill(long)))), code).toBe(true);

  const everywhere = { ...long, platforms: catalog.platforms.map(({ slug }) => slug) };
  await expect(draw(cardOf('302004', Array(4).fill(everywhere)))).rejects.toThrow(/302004.*does not fit/);
});

test('a card that is drawn too large is detected by its margins', async () => {
  const renderer = await createRenderer();
  const size = { width: WIDTH, height: HEIGHT };
  const wide: Node = { type: 'text', text: '错'.repeat(40), style: { fontSize: 60, whiteSpace: 'nowrap' } };
  expect(await marginsAreEmpty(renderer, await renderer.render(wide, size))).toBe(false);
});

test('icons have the sizes in their names', () => {
  const sizes = { 'icon-192': 192, 'icon-512': 512, 'maskable-512': 512, 'apple-touch-icon': 180 };
  for (const [name, size] of Object.entries(sizes))
    expect(pngSize(fs.readFileSync(path.join(ROOT, `public/icons/${name}.png`))), name).toEqual({
      width: size,
      height: size,
    });
});

test('only CARDS=off leaves out the cards', () => {
  expect([{}, { CARDS: 'on' }, { CARDS: 'off' }].map(cardsOn)).toEqual([true, true, false]);
});
