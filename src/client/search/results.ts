/** Draws an answer. It only turns the view model into elements; every text is added as text, never as markup. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import { HTML_LANG, type Locale, otherLocale } from '../../i18n/locales.ts';
import type { Answer } from '../../lookup/answer/answer.ts';
import type { AnswerItem, AnswerMeaning, Found, Platform, PlatformReason } from '../../lookup/answer/items.ts';
import { QUERY_LENGTH } from '../../lookup/query.ts';
import type { Piece } from '../../lookup/search/highlight.ts';
import { button, element } from '../dom.ts';
import { whenIdle } from '../idle.ts';
import { locale, urls } from '../page-settings.ts';
import { factsOf } from '../ticket/ticket.ts';
import { codeLink, drawCodes, drawNotice, drawUnknown, lead, link } from './notices.ts';
import type { PasteActions } from './paste-actions.ts';

const t = browserStrings(locale);

/** About as many as a window shows. The others are added when the browser is idle, so that these appear sooner. */
const FIRST_ITEMS = 12;

const drawPieces = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));

const drawText = (text: AnswerMeaning['text'], language: Locale) =>
  element('span', { lang: HTML_LANG[language] }, ...drawPieces(text[language]));

/** Names of platforms in short chips. */
const drawPlatforms = (platforms: readonly Platform[]) =>
  platforms.map(({ slug, short, name }) =>
    element('span', { class: 'badge', 'data-p': slug, title: name[locale] }, short[locale]),
  );

const drawMeaning = ({ entry, platforms, errmsg, text }: AnswerMeaning) => [
  element('p', {}, drawText(text, locale)),
  element('p', {}, element('small', {}, drawText(text, otherLocale(locale)))),
  ...(errmsg.length
    ? [element('p', { class: 'literal' }, element('code', { lang: 'en' }, ...drawPieces(errmsg)))]
    : []),
  element(
    'p',
    { class: 'on' },
    ...drawPlatforms(platforms),
    element('small', {}, [...factsOf(entry), ...(entry.facts?.guide ? [t.guide] : [])].join(' · ')),
  ),
];

/** @example ranges([6, 7, 8, 12]) // → '6–8, 12' */
export function ranges(lines: readonly number[]): string {
  const parts: [from: number, to: number][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else parts.push([line, line]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function drawReason({ platforms, because, line, conflict, hasMeaning }: PlatformReason): string {
  const name = t.anyOf(platforms.map((each) => each.name[locale]));
  if (conflict) return t.platformsDisagree(name, because);
  const reason = t.fromPlatform(name, because, line);
  return hasMeaning ? reason : `${reason} ${t.notThere(name)}`;
}

function drawFound({ excerpt, count, lines, platforms }: Found): HTMLElement[] {
  const where = t.foundAt(count, ranges(lines));
  const rows: (Node | string)[][] = [];
  if (excerpt) rows.push([`${t.foundIn}: `, element('code', {}, ...drawPieces(excerpt)), where && ` ${where}`]);
  else if (where) rows.push([where]);
  for (const reason of platforms) rows.push([drawReason(reason)]);
  return rows.map((row) => element('p', { class: 'found' }, ...row));
}

export function causeText({ cause }: AnswerItem): string {
  if (!cause) return '';
  return 'explains' in cause ? t.explains(cause.explains.join(', ')) : t.explainedBy(cause.explainedBy);
}

const drawCause = (item: AnswerItem) => (item.cause ? [element('p', { class: 'found' }, causeText(item))] : []);

const drawItem = (item: AnswerItem) =>
  element(
    'li',
    {},
    codeLink(item.code, item.anchor),
    ...(item.found ? drawFound(item.found) : []),
    ...drawCause(item),
    ...item.meanings.flatMap(drawMeaning),
  );

/** Says where the codes that were asked for end and entries for the other words begin. */
function withHeading(items: readonly AnswerItem[], shown: readonly AnswerItem[]): HTMLElement[] {
  const first = items.find(({ match }) => match !== 'code');
  const hasCodes = items[0]?.match === 'code';
  return shown.flatMap((item) =>
    hasCodes && item === first ? [element('li', { class: 'heading' }, t.besides), drawItem(item)] : [drawItem(item)],
  );
}

function drawList({ query, codes, items }: Answer): HTMLElement {
  const list = element('ol', {
    'data-results': '',
    'data-query': query.slice(0, QUERY_LENGTH),
    'data-found': codes.join(' '),
    class: 'results',
  });
  list.append(...withHeading(items, items.slice(0, FIRST_ITEMS)));
  const rest = items.slice(FIRST_ITEMS);
  // By then a newer list may have replaced this one.
  if (rest.length) whenIdle(() => list.isConnected && list.append(...rest.map(drawItem)));
  return list;
}

/** Codes that merely occur in the text. */
const drawPossible = ({ possible }: Answer): HTMLElement[] =>
  possible.length
    ? [lead('mt-3', t.possibly), element('ol', { class: 'results', 'data-possible': '' }, ...possible.map(drawItem))]
    : [];

/** Pages that explain what the question is about. */
const drawConcepts = ({ concepts }: Answer): HTMLElement[] =>
  concepts.length
    ? [
        element(
          'p',
          { 'data-concepts': '', class: 'mb-2' },
          `${t.concept} `,
          ...concepts.flatMap(({ slug, title }, i) => [
            ...(i ? [' · '] : []),
            link(urls.page({ kind: 'guide', slug }, locale), title[locale]),
          ]),
        ),
      ]
    : [];

function drawFilters({ filters, platform }: Answer, onPlatform: (slug?: string) => void): HTMLElement {
  const filter = (label: string, slug?: string) =>
    button(label, () => onPlatform(slug), { 'aria-pressed': String(platform === slug) });
  return element(
    'div',
    { role: 'group', 'aria-label': t.filter, class: 'filters' },
    filter(t.everywhere),
    ...filters.map(({ platform: { slug, name }, count }) => filter(`${name[locale]} ${count}`, slug)),
  );
}

function drawScope({ name }: Platform, onRemove: () => void): HTMLElement {
  const chip = button(`${t.only(name[locale])} ×`, onRemove, { title: t.removeScope, 'aria-pressed': 'true' });
  return element('p', { class: 'mb-2' }, chip);
}

/** What can be done with a pasted text: few need it, so it comes in a file of its own. */
function drawPasteActions(answer: Answer, actions: PasteActions): HTMLElement {
  const row = element('p', { class: 'actions' });
  import('./paste-actions.ts').then(
    ({ pasteActions }) => row.append(...pasteActions(answer, actions)),
    () => undefined,
  );
  return row;
}

function drawEnd({ items, total }: Answer, seeAll: string | undefined): HTMLElement[] {
  if (!seeAll) return total > items.length ? [lead('mt-3', t.more(items.length, total))] : [];
  if (!total) return [];
  const all = link(seeAll, `${t.seeAll}: ${t.count(total)}`);
  return [lead('border-t border-line pt-2 text-sm', all, ` · ${t.keys}`)];
}

export type ResultActions = {
  /** Limits the results to a platform, or to none. Absent where there is no room for filters. */
  onPlatform?: (slug?: string) => void;
  /** Acts on a pasted text. Absent where there is no room for it. */
  onPaste?: PasteActions;
  /** Searches again without the platform that the query starts with. */
  onRemoveScope: (rest: string) => void;
  /** URL of the page with all results, where this is not that page. */
  seeAll?: string | undefined;
};

export function drawAnswer(
  output: HTMLElement,
  answer: Answer,
  { onPlatform, onPaste, onRemoveScope, seeAll }: ResultActions,
): void {
  const { query, total, items, scope, notices, filters, unknown, containing } = answer;
  output.replaceChildren(
    ...(scope ? [drawScope(scope.platform, () => onRemoveScope(scope.rest))] : []),
    ...(onPaste && (answer.kind === 'paste' || query.length > QUERY_LENGTH) ? [drawPasteActions(answer, onPaste)] : []),
    // A code without a meaning is named before entries for the words beside it.
    ...(items[0]?.match === 'code' ? [] : unknown.flatMap(drawUnknown)),
    ...drawConcepts(answer),
    ...(total ? notices.flatMap(drawNotice) : []),
    ...(onPlatform && filters.length ? [drawFilters(answer, onPlatform)] : []),
    drawList(answer),
    ...(items[0]?.match === 'code' ? unknown.flatMap(drawUnknown) : []),
    ...drawCodes(t.containing(query.trim()), containing),
    ...drawPossible(answer),
    ...(total ? [] : notices.flatMap(drawNotice)),
    ...drawEnd(answer, seeAll),
  );
}

/** Shows that the data could not be loaded. */
export function drawFailure(output: HTMLElement, onRetry: () => void): void {
  const all = link(urls.page({ kind: 'codes' }, locale), t.allCodes);
  output.replaceChildren(element('p', {}, t.failed, ' ', button(t.retry, onRetry), ' ', all));
}
