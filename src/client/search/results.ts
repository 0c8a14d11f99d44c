/** Draws an answer. Every text goes in as text: nothing a reader types or the data holds can become markup. */

import { browserStrings } from '../../i18n/browser-strings.ts';
import { HTML_LANG, type Locale, otherLocale } from '../../i18n/locales.ts';
import { familyOf } from '../../lookup/families.ts';
import type { Interpretation } from '../../lookup/interpret.ts';
import { nearest } from '../../lookup/nearest-codes.ts';
import type { LookupEntry } from '../../lookup/pack.ts';
import { redact } from '../../lookup/paste/redact.ts';
import { QUERY_LENGTH } from '../../lookup/query.ts';
import { highlight } from '../../lookup/search/highlight.ts';
import { type Lookup, type Ranking, type Result, resultsOf } from '../../lookup/search/lookup.ts';
import { reportUrl } from '../../site/report.ts';
import { wecomQuery } from '../../site/urls.ts';
import { element } from '../dom.ts';
import { whenIdle } from '../idle.ts';
import { locale, reportTo, urls } from '../page-settings.ts';
import { copyText } from '../ticket/clipboard.ts';

const t = browserStrings(locale);

/** About what a window shows. The rest of a long list follows when the browser has time, so that these come sooner. */
const AT_ONCE = 12;

const link = (href: string, text: string, attributes: Record<string, string> = {}) =>
  element('a', { href, ...attributes }, text);
const codeLink = (code: string, anchor?: string) => link(urls.page({ kind: 'code', code }, locale, anchor), code);

/** A platform's name in the reader's language. */
const platformName = (slug: string, lookup: Lookup) =>
  lookup.data.platforms.find((each) => each.slug === slug)?.name[locale] ?? slug;

function marked(text: string, language: Locale, ranking: Ranking, lookup: Lookup) {
  const pieces = highlight(text, ranking.query, ranking.tokens, lookup.data.variants);
  return element(
    'span',
    { lang: HTML_LANG[language] },
    ...pieces.map((piece) => (piece.marked ? element('mark', {}, piece.text) : piece.text)),
  );
}

function meaning(entry: LookupEntry, ranking: Ranking, lookup: Lookup): HTMLElement[] {
  const [home = ''] = entry.platforms;
  const other = otherLocale(locale);
  return [
    element('p', {}, marked(entry[locale], locale, ranking, lookup)),
    element(
      'p',
      {},
      element(
        'small',
        {},
        element('span', { class: 'badge', 'data-p': home }, platformName(home, lookup)),
        ' · ',
        marked(entry[other], other, ranking, lookup),
      ),
    ),
  ];
}

/** Where in the text a code was found, with a little of what stands around it. */
function foundIn(code: string, text: string, { candidates }: Interpretation): HTMLElement[] {
  const [start, end] = candidates.find((candidate) => candidate.code === code)?.span ?? [0, 0];
  // In a short query everybody sees where it is.
  if (end === 0 || text.length <= QUERY_LENGTH) return [];
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  const snippet = element('code', {}, `…${before}`, element('mark', {}, text.slice(start, end)), `${after}…`);
  return [element('p', { class: 'found' }, `${t.foundIn}: `, snippet)];
}

/** Why the platform is thought to be this one; nothing when the text shows none. */
function platformReason(entries: readonly LookupEntry[], { hint }: Interpretation, lookup: Lookup): HTMLElement[] {
  if (!hint) return [];
  const name = hint.platforms.map((slug) => platformName(slug, lookup)).join(locale === 'zh' ? '或' : ' or ');
  const there = entries.some(({ platforms }) =>
    platforms.some((slug) => slug === 'common' || hint.platforms.includes(slug)),
  );
  const said = [t.fromPlatform(name, hint.because), ...(there ? [] : [t.notThere(name)])];
  return [element('p', { class: 'found' }, said.join(' '))];
}

function item({ code, entries }: Result, reading: Interpretation, lookup: Lookup): HTMLLIElement {
  const { ranking, candidates } = reading;
  const [best] = entries;
  const first = lookup.data.entries[lookup.meanings(code)[0] ?? 0];
  // The page opens at its first meaning anyway; an address without an anchor is the one to pass on.
  const anchor = best === first ? undefined : best?.platforms[0];
  const named = candidates.some((candidate) => candidate.code === code);
  return element(
    'li',
    {},
    codeLink(code, anchor),
    ...(named ? [...foundIn(code, ranking.query, reading), ...platformReason(entries, reading, lookup)] : []),
    ...entries.flatMap((entry) => meaning(entry, ranking, lookup)),
  );
}

/** An honest word on a code we do not have. */
function unknownCode(code: string, lookup: Lookup): HTMLElement[] {
  const family = familyOf(code);
  const codes = lookup.data.entries.map((entry) => entry.code);
  const near = nearest(code, codes, 4);
  return [
    element('p', {}, element('b', {}, t.noneNumber(code)), family ? ` ${t.family(family[locale])}` : ''),
    element('p', { class: 'lead' }, t.near, ' ', ...near.flatMap((other) => [codeLink(other), ' '])),
    element('p', { class: 'lead' }, link(wecomQuery(code), t.official, { rel: 'external' }), ...reportMissing(code)),
  ];
}

/** How to tell us of it, when there is somebody to tell. */
function reportMissing(code: string): (Node | string)[] {
  if (!reportTo) return [];
  const url = reportUrl(reportTo, t.missingTitle(code), t.missingBody(code));
  return [' · ', link(url, t.reportMissing, { rel: 'external' })];
}

function nothing({ ranking, vendor, unknown }: Interpretation, lookup: Lookup): HTMLElement[] {
  const query = ranking.query.trim();
  const all = link(urls.page({ kind: 'codes' }, locale), t.allCodes);
  const help = element('p', { class: 'lead' }, t.noneHelp, ' ', all);
  if (vendor) return [element('p', {}, element('b', {}, t.vendor(vendor)))];
  const code = unknown[0] ?? (ranking.onlyNumber ? query.normalize('NFKC').replace(/[^\d-]/g, '') : undefined);
  if (code) return [...(unknown.length ? [] : unknownCode(code, lookup)), help];
  return [element('p', {}, t.none(query.length > QUERY_LENGTH ? `${query.slice(0, QUERY_LENGTH)}…` : query)), help];
}

/** Offers the pasted text for a public ticket. */
function safeCopy(text: string): HTMLElement {
  const button = element('button', { type: 'button', class: 'button', title: t.copySafeHint }, t.copySafe);
  const said = element('span', { role: 'status', class: 'ml-3 text-sm text-mute' });
  button.addEventListener('click', async () => {
    said.textContent = (await copyText(redact(text))) ? `${t.copied}. ${t.copySafeHint}` : t.copyFailed;
  });
  return element('p', { class: 'mb-2' }, button, said);
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
  const group = element('div', { role: 'group', 'aria-label': t.filter, class: 'filters' });
  group.append(button(t.everywhere, undefined));
  for (const { slug, name } of lookup.data.platforms) {
    const count = counts.get(slug);
    if (count) group.append(button(`${name[locale]} ${count}`, slug));
  }
  return group;
}

/** The query with its typos mended, as it was understood. */
const repaired = ({ query, corrections }: Ranking) =>
  corrections.reduce((text, { from, to }) => text.replace(from, to), query.normalize('NFKC').toLowerCase().trim());

export type Drawing = {
  /** How many codes are shown at most. */
  limit: number;
  platform?: string | undefined;
  /** Offers a filter by platform when given. */
  choose?: ((slug?: string) => void) | undefined;
  /** Takes the platform out of the query, when given. */
  unscope?: ((rest: string) => void) | undefined;
  /** Where “all results” leads, when given. */
  seeAll?: string | undefined;
};

/** Draws the answer into `output` and returns the number of codes found. */
export function draw(
  output: HTMLElement,
  reading: Interpretation,
  lookup: Lookup,
  { limit, platform, choose, seeAll, unscope }: Drawing,
): number {
  const { ranking, candidates, unknown, scope } = reading;
  const results = resultsOf(ranking, lookup, platform ?? scope?.platform);
  const list = element('ol', {
    'data-results': '',
    'data-query': ranking.query.slice(0, QUERY_LENGTH),
    'data-found': candidates.map(({ code }) => code).join(' '),
    class: 'results',
  });
  const add = (some: readonly Result[]) => list.append(...some.map((result) => item(result, reading, lookup)));
  add(results.slice(0, Math.min(limit, AT_ONCE)));
  const rest = results.slice(AT_ONCE, limit);
  // By then the reader may have typed on, and another list stands here.
  if (rest.length) whenIdle(() => list.isConnected && add(rest));
  const parts: HTMLElement[] = [];
  if (scope && unscope) {
    const chip = element(
      'button',
      { type: 'button', class: 'button', title: t.removeScope, 'aria-pressed': 'true' },
      `${t.only(platformName(scope.platform, lookup))} ×`,
    );
    chip.addEventListener('click', () => unscope(scope.rest));
    parts.push(element('p', { class: 'mb-2' }, chip));
  }
  if (ranking.query.length > QUERY_LENGTH && choose) parts.push(safeCopy(ranking.query));
  if (ranking.corrections.length && results.length)
    parts.push(element('p', { class: 'lead' }, t.repaired(repaired(ranking))));
  if (ranking.relaxed && results.length) parts.push(element('p', { class: 'lead' }, t.relaxed));
  if (choose && !scope) {
    const counts = new Map<string, number>();
    for (const { entries } of platform ? resultsOf(ranking, lookup) : results) {
      for (const slug of new Set(entries.flatMap((entry) => entry.platforms)))
        counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
    if (counts.size > 1) parts.push(filters(counts, platform, lookup, choose));
  }
  parts.push(list);
  // What we can answer comes first.
  for (const code of unknown) parts.push(...unknownCode(code, lookup));
  if (!results.length) parts.push(...nothing(reading, lookup));
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
