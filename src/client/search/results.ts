/** Draws an answer. It only turns the view model into elements; every text is added as text, never as markup. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import { HTML_LANG, type Locale, otherLocale } from '../../i18n/locales.ts';
import type { Answer } from '../../lookup/answer/answer.ts';
import type { AnswerItem, AnswerMeaning, Found, Platform } from '../../lookup/answer/items.ts';
import { QUERY_LENGTH } from '../../lookup/query.ts';
import type { Piece } from '../../lookup/search/highlight.ts';
import { button, element } from '../dom.ts';
import { whenIdle } from '../idle.ts';
import { locale, urls } from '../page-settings.ts';
import { copyText } from '../ticket/clipboard.ts';
import { codeLink, drawNotice, drawUnknown, lead, link } from './notices.ts';

const t = browserStrings(locale);

/** About as many as a window shows. The others are added when the browser is idle, so that these appear sooner. */
const FIRST_ITEMS = 12;

const drawPieces = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));

const drawText = ({ text }: AnswerMeaning, language: Locale) =>
  element('span', { lang: HTML_LANG[language] }, ...drawPieces(text[language]));

const drawMeaning = (meaning: AnswerMeaning) => [
  element('p', {}, drawText(meaning, locale)),
  element(
    'p',
    {},
    element(
      'small',
      {},
      element('span', { class: 'badge', 'data-p': meaning.platform.slug }, meaning.platform.name[locale]),
      ' · ',
      drawText(meaning, otherLocale(locale)),
    ),
  ),
];

function drawFound({ excerpt, platform }: Found): HTMLElement[] {
  const lines: (Node | string)[][] = [];
  if (excerpt) lines.push([`${t.foundIn}: `, element('code', {}, ...drawPieces(excerpt))]);
  if (platform) {
    const name = t.anyOf(platform.platforms.map((each) => each.name[locale]));
    const reason = t.fromPlatform(name, platform.because);
    lines.push([platform.hasMeaning ? reason : `${reason} ${t.notThere(name)}`]);
  }
  return lines.map((line) => element('p', { class: 'found' }, ...line));
}

const drawItem = ({ code, anchor, meanings, found }: AnswerItem) =>
  element('li', {}, codeLink(code, anchor), ...(found ? drawFound(found) : []), ...meanings.flatMap(drawMeaning));

function drawList({ query, codes, items }: Answer): HTMLElement {
  const list = element('ol', {
    'data-results': '',
    'data-query': query.slice(0, QUERY_LENGTH),
    'data-found': codes.join(' '),
    class: 'results',
  });
  list.append(...items.slice(0, FIRST_ITEMS).map(drawItem));
  const rest = items.slice(FIRST_ITEMS);
  // By then a newer list may have replaced this one.
  if (rest.length) whenIdle(() => list.isConnected && list.append(...rest.map(drawItem)));
  return list;
}

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

/** Offers the pasted text for a public ticket. The script is loaded now, because the clipboard is open only right after a click. */
function drawRedactedCopy(text: string): HTMLElement {
  const status = element('span', { role: 'status', class: 'ml-3 text-sm text-mute' });
  const redacted = import('../../lookup/paste/redact.ts').then(
    ({ redact }) => redact(text),
    () => undefined,
  );
  const copy = async () => {
    const safe = await redacted;
    const isCopied = safe !== undefined && (await copyText(safe));
    status.textContent = isCopied ? `${t.copied}. ${t.copySafeHint}` : t.copyFailed;
  };
  return element('p', { class: 'mb-2' }, button(t.copySafe, copy, { title: t.copySafeHint }), status);
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
  /** Searches again without the platform that the query starts with. */
  onRemoveScope: (rest: string) => void;
  /** URL of the page with all results, where this is not that page. */
  seeAll?: string | undefined;
};

export function drawAnswer(
  output: HTMLElement,
  answer: Answer,
  { onPlatform, onRemoveScope, seeAll }: ResultActions,
): void {
  const { query, total, scope, notices, filters, unknown } = answer;
  output.replaceChildren(
    ...(scope ? [drawScope(scope.platform, () => onRemoveScope(scope.rest))] : []),
    ...(onPlatform && query.length > QUERY_LENGTH ? [drawRedactedCopy(query)] : []),
    ...(total ? notices.flatMap(drawNotice) : []),
    ...(onPlatform && filters.length ? [drawFilters(answer, onPlatform)] : []),
    drawList(answer),
    // Results come first; without results, the codes without a meaning come before the advice.
    ...unknown.flatMap(drawUnknown),
    ...(total ? [] : notices.flatMap(drawNotice)),
    ...drawEnd(answer, seeAll),
  );
}

/** Shows that the data could not be loaded. */
export function drawFailure(output: HTMLElement, onRetry: () => void): void {
  const all = link(urls.page({ kind: 'codes' }, locale), t.allCodes);
  output.replaceChildren(element('p', {}, t.failed, ' ', button(t.retry, onRetry), ' ', all));
}
