/** Where everything on a card stands, and at which size: the largest at which all of it fits. */
import { CARD_SIZE } from '../../site/settings.ts';
import { platformColour, TOKENS } from './colours.ts';
import {
  type Card,
  type CardMeaning,
  type CardPlatform,
  type CodeCard,
  errmsgLine,
  FOOTER,
  type SiteCard,
} from './content.ts';
import { evened } from './even.ts';
import { ABOVE, BELOW, type Drawing, moved, type Part, type Placed, type Shape, stack, textPart } from './part.ts';
import { ELLIPSIS, shorten } from './shorten.ts';
import { type Measure, remember, type TextBlock, type TextStyle } from './text.ts';

/** What `<head>` announces. */
export const { width: WIDTH, height: HEIGHT } = CARD_SIZE;

/** What text may use; below it is the footer. */
export const AREA = { left: 72, right: WIDTH - 72, top: 60, bottom: 520 };
const FOOTER_LINE = 548;
const FOOTER_BASELINE = 594;
export const LOGO = { left: AREA.left, top: FOOTER_BASELINE - 27, size: 36 };

/** The sizes of one step of a card; of the code the largest it may have. */
type Scale = { code: number; zh: number; en: number; label: number };

/** Largest first. At the last, which is as small as can be read in a chat, texts are cut. */
const SCALES: [Scale, ...Scale[]] = [
  { code: 150, zh: 54, en: 42, label: 30 },
  { code: 150, zh: 48, en: 38, label: 29 },
  { code: 150, zh: 43, en: 34, label: 28 },
  { code: 132, zh: 38, en: 31, label: 26 },
  { code: 116, zh: 34, en: 28, label: 25 },
  { code: 116, zh: 30, en: 25, label: 23 },
  { code: 104, zh: 28, en: 24, label: 22 },
];

/** Many meanings are worth smaller type: rather all of them than all of one. */
const FOR_MANY: Scale[] = [
  { code: 92, zh: 25, en: 22, label: 21 },
  { code: 80, zh: 22, en: 19, label: 19 },
];

const scalesFor = ({ meanings }: CodeCard) => (meanings.length > 2 ? [...SCALES, ...FOR_MANY] : SCALES);

/** Steps at which there is still room to spare for the message. */
const WITH_ERRMSG = 5;
const ERRMSG_LINES = 2;
const ERRMSG_SIZE = 30;

const zhStyle = (size: number): TextStyle => ({ weight: 'Medium', size, leading: 1.32, lang: 'zh-CN' });
const enStyle = (size: number): TextStyle => ({ weight: 'Regular', size, leading: 1.28, lang: 'en' });
const labelStyle = (size: number): TextStyle => ({ weight: 'Medium', size, leading: 1.2, lang: 'zh-CN' });
const codeStyle = (size: number): TextStyle => ({ weight: 'Bold', size, leading: 1.1, lang: 'en' });

/** Measures by the catalog's ways: `measure` for a card's own texts, `shared` for those that stand on many. */
export type Measures = { measure: Measure; shared: Measure };

const FULL = AREA.right - AREA.left;
const INDENT = 32;
const BAR = 8;

/** Dots and names, in as many rows as they need; and what else is to be said of them. */
async function platformsPart(
  platforms: readonly CardPlatform[],
  size: number,
  width: number,
  { shared }: Measures,
  remark?: string,
): Promise<Part> {
  const style = labelStyle(size);
  const dot = Math.round(size * 0.56);
  const near = Math.round(size * 0.36);
  const items = [
    ...platforms.map(({ slug, name }) => ({ text: name, colour: TOKENS.mute, dotColour: platformColour(slug) })),
    ...(remark ? [{ text: remark, colour: TOKENS.warn, dotColour: undefined }] : []),
  ];
  const part: Part = { texts: [], shapes: [], height: 0 };
  let [x, top] = [0, 0];
  for (const { text, colour, dotColour } of items) {
    const block = await shared(text, style, width);
    const indent = dotColour ? dot + near : 0;
    if (x > 0 && x + indent + block.width > width) [x, top] = [0, top + Math.round(size * 1.5)];
    const y = top + Math.round(ABOVE * size);
    // Beside the capitals' middle.
    const middle = y - Math.round((block.capital + dot) / 2);
    if (dotColour) part.shapes.push({ kind: 'dot', x, y: middle, width: dot, height: dot, colour: dotColour });
    part.texts.push({ text, block, x: x + indent, y, colour });
    x += indent + block.width + size;
  }
  return { ...part, height: top + Math.ceil((ABOVE + BELOW) * size) };
}

/**
 * The text in at most `lines` lines: cut if need be.
 * @returns the text as drawn and its picture
 */
async function withinLines(text: string, style: TextStyle, width: number, lines: number, measure: Measure) {
  const whole = await measure(text, style, width);
  if (whole.lines <= lines) return { text, block: whole };
  let [low, high] = [1, text.length - 1];
  let best = { text: ELLIPSIS, block: await measure(ELLIPSIS, style, width) };
  while (low <= high) {
    const middle = (low + high) >> 1;
    const shorter = shorten(text, middle);
    const block = await measure(shorter, style, width);
    if (block.lines <= lines) {
      best = { text: shorter, block };
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

/** The most lines a meaning's two texts may have. */
type Limit = { zh: number; en: number };
const NO_LIMIT: Limit = { zh: 99, en: 99 };

async function meaningPart(meaning: CardMeaning, scale: Scale, limit: Limit, measures: Measures) {
  const width = FULL - INDENT;
  const [zh, en] = [zhStyle(scale.zh), enStyle(scale.en)];
  const chinese = await withinLines(meaning.zh, zh, width, limit.zh, measures.measure);
  const english = await withinLines(meaning.en, en, width, limit.en, measures.measure);
  const inner = stack(
    [
      await platformsPart(meaning.platforms, scale.label, width, measures, meaning.historic),
      stack(
        [textPart(chinese.text, chinese.block, TOKENS.ink), textPart(english.text, english.block, TOKENS.ink)],
        Math.round(scale.en * 0.22),
      ),
    ],
    Math.round(scale.zh * 0.2),
  );
  const bar: Shape = {
    kind: 'bar',
    x: 0,
    y: 0,
    width: BAR,
    height: inner.height,
    colour: platformColour(meaning.platforms[0]?.slug ?? ''),
  };
  const { texts, shapes } = moved(inner, INDENT, 0);
  const lines = { zh: chinese.block.lines, en: english.block.lines };
  return { part: { texts, shapes: [bar, ...shapes], height: inner.height }, lines };
}

async function meaningsPart(card: CodeCard, scale: Scale, limits: readonly Limit[], measures: Measures) {
  const meanings = await Promise.all(
    card.meanings.map((meaning, i) => meaningPart(meaning, scale, limits[i] ?? NO_LIMIT, measures)),
  );
  const whole = stack(
    meanings.map(({ part }) => part),
    Math.round(scale.zh * 0.6),
  );
  return { part: whole, lines: meanings.map(({ lines }) => lines) };
}

/** The largest size at which the text is one line. @throws naming the text when there is none */
async function oneLine(text: string, sizes: readonly number[], style: (size: number) => TextStyle, measure: Measure) {
  for (const size of sizes) {
    const block = await measure(text, style(size), FULL);
    if (block.lines === 1 && block.width <= FULL) return block;
  }
  throw new Error(`“${text}” is too long for one line of a card`);
}

const CODE_SIZES = [150, 132, 116, 104, 92, 80, 70, 62, 54, 47, 40];
const upTo = (most: number) => CODE_SIZES.filter((size) => size <= most);

/** The code, with its capitals' top at the part's top, and the message below. */
async function headPart(card: CodeCard, scale: Scale, errmsg: TextBlock | undefined, { measure }: Measures) {
  // With several meanings the code makes room for them.
  const most = Math.min(scale.code, [0, 150, 116, 92][card.meanings.length] ?? 80);
  const block = await oneLine(card.code, upTo(most), codeStyle, measure);
  const code: Part = {
    texts: [{ text: card.code, block, x: 0, y: block.capital, colour: TOKENS.ink }],
    shapes: [],
    // With what a name's underscores take below.
    height: block.capital + block.height - block.ascent,
  };
  return errmsg ? stack([code, textPart(errmsgLine(card), errmsg, TOKENS.mute)], 20) : code;
}

const ROOM = AREA.bottom - AREA.top;

/**
 * The card at one step, its texts cut until they fit: the longest loses a line first.
 * @throws naming the code when they do not fit with a line each
 */
async function cutToFit(card: CodeCard, scale: Scale, gap: number, measures: Measures): Promise<Part> {
  const head = await headPart(card, scale, undefined, measures);
  let limits: Limit[] = [];
  for (;;) {
    const { part, lines } = await meaningsPart(card, scale, limits, measures);
    const whole = stack([head, part], gap);
    if (whole.height <= ROOM) return whole;
    limits = lines;
    const most = Math.max(...lines.flatMap(({ zh, en }) => [zh, en]));
    if (most <= 1) throw new Error(`card of ${card.code}: its ${card.meanings.length} meanings do not fit`);
    const longest = lines.find(({ zh, en }) => en === most || zh === most);
    if (longest) longest[longest.en === most ? 'en' : 'zh'] -= 1;
  }
}

async function codeLayout(card: CodeCard, measures: Measures): Promise<Part> {
  const gap = card.meanings.length > 2 ? 26 : 38;
  const found = card.errmsg ? await measures.measure(errmsgLine(card), enStyle(ERRMSG_SIZE), FULL) : undefined;
  const errmsg = found && found.lines <= ERRMSG_LINES ? found : undefined;
  const scales = scalesFor(card);
  const tries = [
    ...(errmsg ? SCALES.slice(0, WITH_ERRMSG).map((scale) => ({ scale, errmsg })) : []),
    ...scales.map((scale) => ({ scale, errmsg: undefined })),
  ];
  for (const { scale, errmsg } of tries) {
    const head = await headPart(card, scale, errmsg, measures);
    const { part } = await meaningsPart(card, scale, [], measures);
    const whole = stack([head, part], gap);
    if (whole.height <= ROOM) return whole;
  }
  return cutToFit(card, scales.at(-1) ?? SCALES[0], gap, measures);
}

const SITE_PLATFORM_SIZES = [22, 20, 18];

/** @throws when there are so many platforms that they do not fit */
async function siteLayout(card: SiteCard, measures: Measures): Promise<Part> {
  const { measure } = measures;
  const names = await Promise.all(
    card.names.map(async (name) => textPart(name, await oneLine(name, upTo(80), codeStyle, measure), TOKENS.ink)),
  );
  const taglines = await Promise.all(
    card.taglines.map(async (line) => textPart(line, await measure(line, enStyle(34), FULL), TOKENS.ink)),
  );
  for (const size of SITE_PLATFORM_SIZES) {
    const platforms = await platformsPart(card.platforms, size, FULL, measures);
    const whole = stack([stack(names, 0), stack(taglines, 4), platforms], 24);
    if (whole.height <= ROOM) return whole;
  }
  throw new Error(`card of the site: its ${card.platforms.length} platforms do not fit`);
}

/** The site's logo and a text beside it, and at the right what else is to be known. */
async function footer(text: string, right: string | undefined, { shared }: Measures): Promise<Drawing> {
  const style = labelStyle(26);
  const logo = await shared(FOOTER.logo, { ...style, weight: 'Bold' }, FULL);
  const beside = await shared(text, { ...style, weight: 'Regular' }, FULL);
  const x = LOGO.left + LOGO.size + 14;
  const texts: Placed[] = [
    { text: FOOTER.logo, block: logo, x, y: FOOTER_BASELINE, colour: TOKENS.ink },
    { text, block: beside, x: x + logo.width + 18, y: FOOTER_BASELINE, colour: TOKENS.mute },
  ];
  if (right) {
    const block = await shared(right, style, FULL);
    texts.push({ text: right, block, x: AREA.right - block.width, y: FOOTER_BASELINE, colour: TOKENS.ink });
  }
  return {
    texts,
    shapes: [{ kind: 'bar', x: AREA.left, y: FOOTER_LINE, width: FULL, height: 2, colour: TOKENS.line }],
  };
}

/**
 * @param measures how texts are drawn; `shared` remembers them from card to card
 * @throws naming the code when it cannot be made to fit
 * @example (await layoutOf(card, measures)).texts.map(({ text }) => text) // → ['40001', 'invalid credential…', …]
 */
export async function layoutOf(card: Card, { measure, shared }: Measures): Promise<Drawing> {
  const measures = { measure: remember(measure), shared };
  const body = card.kind === 'code' ? await codeLayout(card, measures) : await siteLayout(card, measures);
  const { texts, shapes } = moved(body, AREA.left, AREA.top);
  const even = await Promise.all(texts.map((text) => evened(text, AREA.right, measures.measure)));
  // The site's card has its names above, in large.
  const below =
    card.kind === 'code'
      ? await footer(FOOTER.names, card.more, measures)
      : await footer(card.counts, undefined, measures);
  return { texts: [...even, ...below.texts], shapes: [...shapes, ...below.shapes] };
}
