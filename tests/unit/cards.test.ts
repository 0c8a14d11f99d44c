import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import sharp from 'sharp';
import { createCanvas } from '../../src/build/social-cards/canvas.ts';
import { glyphsOf } from '../../src/build/social-cards/cmap.ts';
import { platformColour, TOKENS } from '../../src/build/social-cards/colours.ts';
import { allCards, type CodeCard, codeCard, siteCard, textsOf } from '../../src/build/social-cards/content.ts';
import { assertSmall, createDraw, MAX_BYTES } from '../../src/build/social-cards/draw.ts';
import { assertCovered, fontFile, readGlyphs } from '../../src/build/social-cards/font.ts';
import { AREA, HEIGHT, layoutOf, WIDTH } from '../../src/build/social-cards/layout.ts';
import type { Drawing, Placed } from '../../src/build/social-cards/part.ts';
import { encodePng } from '../../src/build/social-cards/png.ts';
import { shorten } from '../../src/build/social-cards/shorten.ts';
import { createMeasure, remember } from '../../src/build/social-cards/text.ts';
import { cacheKey, writeCards } from '../../src/build/social-cards/write.ts';
import { groupByCode } from '../../src/catalog/questions.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { escapeXml } from '../../src/feeds/xml.ts';
import { cardsOn } from '../../src/site/settings.ts';
import { catalog, ROOT } from '../fixtures/catalog.ts';

const FAVICON = path.join(ROOT, 'public/favicon.svg');
const groups = groupByCode(catalog.entries);

const entriesOf = (code: string): Entry[] => {
  const group = groups.find((each) => each.code === code);
  if (!group) throw new Error(`${code} is not in the catalog`);
  return group.entries;
};
const entryOf = (code: string): Entry => entriesOf(code)[0] as Entry;
const cardOf = (code: string, entries = entriesOf(code)): CodeCard => codeCard({ code, entries }, catalog.platforms);

test.describe('content', () => {
  test('one meaning: platform in both languages, both texts, the message', () => {
    expect(cardOf('-1')).toEqual({
      kind: 'code',
      code: '-1',
      errmsg: 'system error',
      meanings: [
        {
          platforms: [{ slug: 'common', name: 'All platforms 所有平台' }],
          zh: '系统繁忙，此时请开发者稍候再试',
          en: 'The system is busy. Try again in a moment.',
        },
      ],
    });
  });

  test('several meanings: all of them, each with its platforms', () => {
    const { meanings, more } = cardOf('40001');
    expect(meanings.map(({ platforms }) => platforms.map(({ slug }) => slug))).toEqual([
      ['official-account', 'mini-program'],
      ['open-platform'],
    ]);
    expect(meanings.map(({ zh }) => zh)).toEqual(entriesOf('40001').map(({ zh }) => zh));
    expect(more).toBeUndefined();
  });

  test('of six meanings four, and that there are two more', () => {
    const card = cardOf('40001', Array(6).fill(entryOf('40001')));
    expect(card.meanings).toHaveLength(4);
    expect(card.more).toBe('2 more meanings · 另有 2 个含义');
  });

  test('a message only where all meanings share it and it is news', () => {
    const [first, second] = [
      { ...entryOf('-1'), errmsg: 'a' },
      { ...entryOf('-1'), errmsg: 'b' },
    ];
    expect(cardOf('-1', [first, first]).errmsg).toBe('a');
    expect(cardOf('-1', [first, second]).errmsg).toBe('');
    expect(cardOf('-1', [{ ...first, errmsg: 'the request-succeeded', en: 'The request succeeded.' }]).errmsg).toBe('');
  });

  test('a code no longer returned says so, a platform unknown stops', () => {
    const entry = entryOf('40164');
    expect(cardOf('40164', [{ ...entry, status: 'historic' }]).meanings[0]?.historic).toMatch(/Historic.*历史/);
    expect(() => cardOf('40164', [{ ...entry, platforms: ['nowhere'] }])).toThrow(/40164.*nowhere/);
  });

  test('the site’s card and one for each code', () => {
    expect(allCards(catalog).map(({ code }) => code)).toEqual([undefined, ...groups.map(({ code }) => code)]);
    expect(siteCard(catalog).counts).toContain(String(groups.length));
    expect(siteCard(catalog).platforms.map(({ slug }) => slug)).not.toContain('common');
  });
});

test('colours are those of the site', () => {
  const css = fs.readFileSync(path.join(ROOT, 'src/styles/global.css'), 'utf8');
  const light = (rule: RegExp) => rule.exec(css)?.[1];
  for (const [name, value] of Object.entries(TOKENS))
    expect(light(new RegExp(`--color-${name}: light-dark\\((#\\w+)`)), name).toBe(value);
  for (const { slug, colour } of catalog.platforms) expect(platformColour(slug)).toBe(colour.light);
  expect(platformColour('common')).toBe(TOKENS.mute);
});

test.describe('glyphs', () => {
  const bytes = fs.readFileSync(fontFile('Regular'));
  const code = (character: string) => character.codePointAt(0) ?? 0;

  test('a font says what it has', () => {
    const has = glyphsOf(bytes);
    expect([has(code('微')), has(code('A')), has(0x10fffd), has(0xe000)]).toEqual([true, true, false, false]);
  });

  test('its table for the first plane alone says the same', () => {
    // The same font with the larger tables (format 12) disowned: of a platform that does not exist.
    const copy = Buffer.from(bytes);
    const at = Array.from({ length: copy.readUInt16BE(4) }, (_, i) => 12 + i * 16).find(
      (record) => copy.toString('latin1', record, record + 4) === 'cmap',
    );
    const cmap = copy.readUInt32BE((at ?? 0) + 8);
    let disowned = 0;
    for (let record = cmap + 4; record < cmap + 4 + copy.readUInt16BE(cmap + 2) * 8; record += 8) {
      if (copy.readUInt16BE(cmap + copy.readUInt32BE(record + 4)) !== 12) continue;
      copy.writeUInt16BE(9, record);
      disowned++;
    }
    expect(disowned).toBeGreaterThan(0);
    const [all, plane] = [glyphsOf(bytes), glyphsOf(copy)];
    const differ = Array.from({ length: 0xffff }, (_, i) => i).filter((point) => all(point) !== plane(point));
    expect(differ).toEqual([]);
    expect(plane(0x10fffd)).toBe(false);
  });

  test('a character led to the glyph that stands for none has none', () => {
    // A font of one table, in it one subtable (Unicode, format 12), in it one group: A and B are glyphs 0 and 1.
    const font = Buffer.alloc(68);
    font.writeUInt16BE(1, 4);
    font.write('cmap', 12);
    font.writeUInt32BE(28, 20);
    font.writeUInt16BE(1, 30);
    font.writeUInt32BE(12, 36);
    font.writeUInt16BE(12, 40);
    font.writeUInt32BE(1, 52);
    font.writeUInt32BE(code('A'), 56);
    font.writeUInt32BE(code('B'), 60);
    expect(['@', 'A', 'B', 'C'].map((character) => glyphsOf(font)(code(character)))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  test('what is no font, or has no such table, is refused', () => {
    expect(() => glyphsOf(new Uint8Array(64))).toThrow(/no cmap table/);
  });

  test('every character of every card has one', () => {
    const has = readGlyphs();
    for (const { code = 'site', card } of allCards(catalog)) assertCovered(code, card, has);
  });

  test('one without is named, with its card', () => {
    const entry = { ...entryOf('0'), zh: '成功\u{1F600}' };
    expect(() => assertCovered('0', cardOf('0', [entry]), readGlyphs())).toThrow(/card of 0: .*“😀” \(U\+1F600\)/);
  });
});

test('text is no markup', async () => {
  expect(escapeXml('a <b> && c </b> &amp;')).toBe('a &lt;b&gt; &amp;&amp; c &lt;/b&gt; &amp;amp;');
  const style = { weight: 'Regular', size: 30, leading: 1.3, lang: 'en' } as const;
  const measure = createMeasure();
  const [plain, tagged] = [await measure('ab', style, 900), await measure('<b>ab</b>', style, 900)];
  expect(tagged.width).toBeGreaterThan(2 * plain.width);
});

test('lines are counted, and their ink is where the metrics say', async () => {
  const measure = createMeasure();
  for (const size of [19, 31, 54])
    for (const text of ['H', '…', '、', 'gjp', '微', 'H\ng', '微\n微\n…']) {
      const block = await measure(text, { weight: 'Medium', size, leading: 1.3, lang: 'zh-CN' }, 900);
      expect(block.lines, text).toBe(text.split('\n').length);
      expect(block.mask).toHaveLength(block.width * block.height);
      // Nothing deeper below the last baseline than a descender, nothing of the line above the text left over.
      expect(block.height - block.ascent - (block.lines - 1) * block.pitch).toBeLessThan(0.3 * size);
      const firstInk = Math.floor(block.mask.findIndex((value) => value > 0) / block.width);
      expect(block.ascent - firstInk).toBeLessThan(0.95 * size);
    }
});

test('a text is cut where a reader would cut it', () => {
  expect(shorten('short', 5)).toBe('short');
  expect(shorten('invalid access_token given', 19)).toBe('invalid…');
  expect(shorten('invalid access_token given', 20)).toBe('invalid access_token…');
  expect(shorten('不合法的凭证类型，请检查', 9)).toBe('不合法的凭证类型…');
  expect(shorten('获取access_token时', 6)).toBe('获取…');
  expect(shorten('a'.repeat(50), 10)).toBe(`${'a'.repeat(10)}…`);
});

test.describe('layout', () => {
  const measure = createMeasure();
  const measures = { measure, shared: remember(measure) };
  const drawn = ({ texts }: Drawing) => texts.map(({ text }) => text);

  /** Where a text's ink is. */
  const inkOf = ({ text, block, x, y }: Placed) => {
    const start = y - block.ascent;
    const above = Math.floor(block.mask.findIndex((value) => value > 0) / block.width);
    return { text, left: x, right: x + block.width, top: start + above, bottom: start + block.height };
  };

  /** Every text within the card's area or in its footer, and none over another. */
  function expectTidy({ texts, shapes }: Drawing, code: string) {
    const inks = texts.map(inkOf);
    for (const { text, left, right, top, bottom } of inks) {
      // Round figures reach a little above capitals.
      const inArea = top >= AREA.top - 4 && bottom <= AREA.bottom;
      const inFooter = top > AREA.bottom && bottom <= HEIGHT;
      expect(left >= AREA.left && right <= AREA.right && (inArea || inFooter), `${code}: ${text}`).toBe(true);
    }
    for (const [i, one] of inks.entries())
      for (const other of inks.slice(i + 1)) {
        const beside = one.right <= other.left || other.right <= one.left;
        const below = one.bottom <= other.top || other.bottom <= one.top;
        expect(beside || below, `${code}: ${one.text} / ${other.text}`).toBe(true);
      }
    for (const { x, y, width, height } of shapes)
      expect(x >= AREA.left && x + width <= AREA.right && y + height <= HEIGHT, `${code}: a shape`).toBe(true);
  }

  const longest = (length: (entry: Entry) => number) =>
    [...catalog.entries].sort((a, b) => length(b) - length(a)).slice(0, 10);

  test('the longest texts fit, whole', async () => {
    const codes = new Set([
      ...longest(({ zh }) => zh.length).map(({ code }) => code),
      ...longest(({ en }) => en.length).map(({ code }) => code),
      ...longest(({ errmsg }) => errmsg.length).map(({ code }) => code),
      ...longest(({ platforms }) => platforms.length).map(({ code }) => code),
      ...groups.filter(({ entries }) => entries.length > 1).map(({ code }) => code),
    ]);
    expect(codes.size).toBeGreaterThan(30);
    for (const code of codes) {
      const layout = await layoutOf(cardOf(code), measures);
      expectTidy(layout, code);
      for (const { zh, en } of entriesOf(code)) expect(drawn(layout)).toEqual(expect.arrayContaining([zh, en]));
    }
  });

  test('the site’s card fits', async () => {
    const card = siteCard(catalog);
    const layout = await layoutOf(card, measures);
    expectTidy(layout, 'site');
    expect(drawn(layout)).toEqual(expect.arrayContaining([...card.names, ...card.taglines, card.counts]));
    const of = (count: number) => ({ ...card, platforms: Array(9).fill(card.platforms).flat().slice(0, count) });
    expectTidy(await layoutOf(of(15), measures), 'site');
    await expect(layoutOf(of(90), measures)).rejects.toThrow(/90 platforms do not fit/);
  });

  test('the message stands below the code', async () => {
    expect(drawn(await layoutOf(cardOf('40164'), measures)).slice(0, 2)).toEqual([
      '40164',
      'errmsg: invalid ip, not in whitelist',
    ]);
  });

  test('all that is drawn is among the texts that were checked for glyphs', async () => {
    for (const card of [cardOf('40001'), cardOf('40164'), cardOf('X', Array(5).fill(entryOf('0'))), siteCard(catalog)])
      expect(textsOf(card)).toEqual(expect.arrayContaining(drawn(await layoutOf(card, measures))));
    expect(textsOf(cardOf('40001'))).toContain('…');
  });

  test('names of 24 characters fit', async () => {
    for (const code of ['SIGN_ERROR', 'INVALID_REQUEST_PARAM_EX', 'W'.repeat(24)])
      expectTidy(await layoutOf(cardOf(code, [entryOf('40001')]), measures), code);
    await expect(layoutOf(cardOf('W'.repeat(60), [entryOf('0')]), measures)).rejects.toThrow(/too long/);
  });

  test('far too much text is cut, on small cards too', async () => {
    const entry = entryOf('302004');
    // Without the Latin words: Chinese alone makes the largest files.
    const zh = entry.zh.replace(/[a-z\d ]/g, '').repeat(3);
    const long = { ...entry, zh, en: entry.en.repeat(3), platforms: ['official-account', 'wecom'] };
    const draw = await createDraw(FAVICON);
    for (const count of [1, 2, 3, 4, 5]) {
      const card = cardOf(`X${count}`, Array(count).fill(long));
      const layout = await layoutOf(card, measures);
      expectTidy(layout, card.code);
      const cut = drawn(layout).filter((text) => text.endsWith('…'));
      expect(cut).toHaveLength(2 * card.meanings.length);
      for (const text of cut) expect(long.zh + long.en).toContain(text.slice(0, -1));
      if (card.more) expect(drawn(layout)).toContain(card.more);
      expect((await draw(card.code, card)).length).toBeLessThanOrEqual(MAX_BYTES);
    }
  });

  test('a last line of one word is evened out', async () => {
    const [zh, en] = ['请求成功', `${'One line of words that is as wide as the card allows'} word.`];
    const layout = await layoutOf(cardOf('0', [{ ...entryOf('0'), zh, en }]), measures);
    const block = layout.texts.find(({ text }) => text === en)?.block;
    const whole = await measure(en, block?.style ?? { weight: 'Regular', size: 42, leading: 1.28, lang: 'en' }, 1024);
    expect(whole.lines).toBe(2);
    expect(block?.lines).toBe(2);
    expect(block?.width).toBeLessThan(0.8 * whole.width);
  });
});

test.describe('picture', () => {
  test('what is encoded is decoded again, with few colours and with many', async () => {
    for (const colours of [3, 16, 17, 200]) {
      const palette = Array.from({ length: colours }, (_, i): [number, number, number] => [i, 255 - i, 7]);
      const pixels = Uint8Array.from({ length: 15 * 9 }, (_, i) => i % colours);
      const { data, info } = await sharp(await encodePng(pixels, 15, 9, palette))
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([15, 9]);
      expect([...data]).toEqual([...pixels].flatMap((pixel) => palette[pixel] ?? []));
    }
    await expect(encodePng(new Uint8Array(3), 2, 2, [[0, 0, 0]])).rejects.toThrow(/3 pixels/);
    await expect(encodePng(new Uint8Array(1), 1, 1, Array(257).fill([0, 0, 0]))).rejects.toThrow(/257 colours/);
  });

  test('colours are drawn full inside and paler at the edge', async () => {
    const canvas = createCanvas(20, 20, '#ffffff', [
      ['#000000', 4],
      ['#808080', 3],
    ]);
    canvas.dot(5, 5, 10, '#2a6fd6');
    canvas.mask(Uint8Array.of(0, 128, 255), 3, 18, 0, '#000000');
    const { data } = await sharp(await canvas.png())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * 20 + x) * 3, (y * 20 + x) * 3 + 3)];
    expect(at(10, 10)).toEqual([0x2a, 0x6f, 0xd6]);
    expect(at(5, 5)).toEqual([255, 255, 255]);
    expect(at(18, 0)).toEqual([255, 255, 255]);
    expect(at(19, 0)).toEqual([128, 128, 128]);
    // What is beyond the right edge does not come in again at the left.
    expect(at(0, 1)).toEqual([255, 255, 255]);
  });

  test('a card is the same, byte for byte, whenever it is drawn', async () => {
    const [one, two] = [await createDraw(FAVICON), await createDraw(FAVICON)];
    const first = await one('40001', cardOf('40001'));
    expect((await two('40001', cardOf('40001'))).equals(first)).toBe(true);
    const { width, height, format } = await sharp(first).metadata();
    expect([width, height, format]).toEqual([WIDTH, HEIGHT, 'png']);
  });

  test('one too large is refused by name', () => {
    expect(() => assertSmall('40001', new Uint8Array(MAX_BYTES))).not.toThrow();
    expect(() => assertSmall('40001', new Uint8Array(MAX_BYTES + 1))).toThrow(/card of 40001: 25601 bytes/);
  });
});

test.describe('cache', () => {
  test('a key changes with the content and with what draws', () => {
    const [one, other] = [cardOf('0'), cardOf('-1')];
    expect(cacheKey('a', one)).toBe(cacheKey('a', cardOf('0')));
    expect(new Set([cacheKey('a', one), cacheKey('a', other), cacheKey('b', one)]).size).toBe(3);
  });

  test('what is there is copied, what changed is drawn, what is old goes', async () => {
    const testInfo = test.info();
    const [target, cache] = [testInfo.outputPath('dist'), testInfo.outputPath('cache')];
    const all = allCards(catalog).slice(0, 4);
    const written = () => fs.readdirSync(path.join(target, 'cards')).sort();
    expect(await writeCards(all, target, cache, FAVICON)).toEqual({ drawn: 4, cached: 0 });
    expect(written()).toEqual(['-1.png', '0.png', '40001.png', 'site.png']);
    const bytes = fs.readFileSync(path.join(target, 'cards/0.png'));

    const changed = all.map((named) =>
      named.code === '40001' ? { code: '40001', card: cardOf('40001', [entryOf('40164')]) } : named,
    );
    expect(await writeCards(changed, target, cache, FAVICON)).toEqual({ drawn: 1, cached: 3 });
    expect(fs.readFileSync(path.join(target, 'cards/0.png')).equals(bytes)).toBe(true);
    expect(fs.readdirSync(cache)).toHaveLength(4);
  });

  test('a card that cannot be drawn is not kept', async () => {
    const testInfo = test.info();
    const cache = testInfo.outputPath('cache');
    const card = cardOf('0', [{ ...entryOf('0'), en: 'Good \u{1F600}' }]);
    await expect(writeCards([{ code: '0', card }], testInfo.outputPath('dist'), cache, FAVICON)).rejects.toThrow(
      /card of 0/,
    );
    expect(fs.readdirSync(cache)).toEqual([]);
  });

  test('cards are left out by CARDS=off alone', () => {
    expect([{}, { CARDS: 'on' }, { CARDS: 'off' }].map(cardsOn)).toEqual([true, true, false]);
  });
});
