/** Draws an answer. Every text goes in as text: nothing a reader types or the data holds can become markup. */

import { browserStrings } from '../i18n/browser-strings.ts';
import { HTML_LANG, type Locale, otherLocale } from '../i18n/locales.ts';
import { highlight } from '../lookup/highlight.ts';
import { type Answer, type Lookup, type Result, resultsOf } from '../lookup/lookup.ts';
import { nearest } from '../lookup/near.ts';
import type { LookupEntry } from '../lookup/pack.ts';
import { wecomQuery } from '../site/urls.ts';
import { locale, urls } from './site.ts';

const t = browserStrings(locale);
/** `data-query` is for tests and style; it need not carry a whole log. */
const QUERY_SHOWN = 64;

type Attributes = Record<string, string>;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

const link = (href: string, text: string, attributes: Attributes = {}) => element('a', { href, ...attributes }, text);
const codeLink = (code: string, anchor?: string) => link(urls.page({ kind: 'code', code }, locale, anchor), code);

function marked(text: string, language: Locale, answer: Answer, lookup: Lookup) {
  const pieces = highlight(text, answer.query, answer.wanted, lookup.data.variants);
  return element(
    'span',
    { lang: HTML_LANG[language] },
    ...pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text)),
  );
}

function meaning(entry: LookupEntry, answer: Answer, lookup: Lookup): HTMLElement[] {
  const home = lookup.data.platforms.find(({ slug }) => slug === entry.platforms[0]);
  const other = otherLocale(locale);
  return [
    element('p', {}, marked(entry[locale], locale, answer, lookup)),
    element(
      'p',
      {},
      element(
        'small',
        {},
        element('span', { class: 'badge', 'data-p': home?.slug ?? '' }, home?.name[locale] ?? ''),
        ' · ',
        marked(entry[other], other, answer, lookup),
      ),
    ),
  ];
}

function item({ code, entries }: Result, answer: Answer, lookup: Lookup): HTMLLIElement {
  const [best] = entries;
  const first = lookup.data.entries[lookup.meanings(code)[0] ?? 0];
  // The page opens at its first meaning anyway; an address without an anchor is the one to pass on.
  const anchor = best === first ? undefined : best?.platforms[0];
  return element('li', {}, codeLink(code, anchor), ...entries.flatMap((entry) => meaning(entry, answer, lookup)));
}

function nothing(answer: Answer, lookup: Lookup): HTMLElement[] {
  const query = answer.query.trim();
  const short = query.length > QUERY_SHOWN ? `${query.slice(0, QUERY_SHOWN)}…` : query;
  const official = link(wecomQuery(query), t.official, { rel: 'external' });
  const all = link(urls.page({ kind: 'codes' }, locale), t.allCodes);
  if (!answer.onlyNumber)
    return [element('p', {}, t.none(short)), element('p', { class: 'lead' }, t.noneHelp, ' ', all)];
  const near = nearest(
    query.normalize('NFKC').replace(/[^\d-]/g, ''),
    lookup.data.entries.map(({ code }) => code),
    4,
  );
  return [
    element('p', {}, t.noneNumber(short)),
    element('p', { class: 'lead' }, t.near, ' ', ...near.flatMap((code) => [codeLink(code), ' '])),
    element('p', { class: 'lead' }, t.noneHelp, ' ', official, ' · ', all),
  ];
}

function filters(
  counts: Map<string, number>,
  platform: string | undefined,
  lookup: Lookup,
  choose: (slug?: string) => void,
) {
  const button = (label: string, slug: string | undefined) => {
    const node = element(
      'button',
      { type: 'button', class: 'button', 'aria-pressed': String(platform === slug) },
      label,
    );
    node.addEventListener('click', () => choose(slug));
    return node;
  };
  const group = element('div', { role: 'group', 'aria-label': t.filter, class: 'mb-2 flex flex-wrap gap-2' });
  group.append(button(t.everywhere, undefined));
  for (const { slug, name } of lookup.data.platforms) {
    const count = counts.get(slug);
    if (count) group.append(button(`${name[locale]} ${count}`, slug));
  }
  return group;
}

/** The query with its typos mended, as it was understood. */
const repaired = ({ query, repairs }: Answer) =>
  repairs.reduce((text, { from, to }) => text.replace(from, to), query.normalize('NFKC').toLowerCase().trim());

export type Drawing = {
  /** How many codes are shown at most. */
  limit: number;
  platform?: string | undefined;
  /** Offers a filter by platform when given. */
  choose?: ((slug?: string) => void) | undefined;
  /** Where “all results” leads, when given. */
  seeAll?: string | undefined;
};

/** Draws the answer into `output` and returns the number of codes found. */
export function draw(
  output: HTMLElement,
  answer: Answer,
  lookup: Lookup,
  { limit, platform, choose, seeAll }: Drawing,
): number {
  const results = resultsOf(answer, lookup, platform);
  const list = element('ol', {
    'data-results': '',
    'data-query': answer.query.slice(0, QUERY_SHOWN),
    class: 'results',
  });
  list.append(...results.slice(0, limit).map((result) => item(result, answer, lookup)));
  const parts: HTMLElement[] = [];
  if (answer.repairs.length && results.length) {
    parts.push(element('p', { class: 'lead' }, t.repaired(repaired(answer))));
  }
  if (answer.relaxed && results.length) parts.push(element('p', { class: 'lead' }, t.relaxed));
  if (choose) {
    const counts = new Map<string, number>();
    for (const { entries } of platform ? resultsOf(answer, lookup) : results) {
      for (const slug of new Set(entries.flatMap((entry) => entry.platforms)))
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
    if (counts.size > 1) parts.push(filters(counts, platform, lookup, choose));
  }
  parts.push(list);
  if (!results.length) parts.push(...nothing(answer, lookup));
  if (results.length > limit && !seeAll)
    parts.push(element('p', { class: 'lead mt-3' }, t.more(limit, results.length)));
  if (seeAll && results.length) {
    const count = t.count(results.length);
    parts.push(
      element(
        'p',
        { class: 'lead border-t border-line pt-2 text-sm' },
        link(seeAll, `${t.seeAll}: ${count}`),
        ` · ${t.keys}`,
      ),
    );
  }
  output.replaceChildren(...parts);
  return results.length;
}
