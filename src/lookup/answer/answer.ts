/**
 * The view model: everything the page shows for a text, as plain data. The page only turns it into elements and needs
 * neither the index nor the catalog. Names and texts are in both languages; the page picks its own.
 */
import type { Interpretation } from '../interpret.ts';
import { containing } from '../nearest-codes.ts';
import type { Concept, LookupEntry } from '../pack.ts';
import { type Lookup, type Result, resultsOf } from '../search/lookup.ts';
import { normalise, squeeze } from '../search/normalise.ts';
import { type AnswerItem, answerItem, firstMeaning, type Platform, platformOf } from './items.ts';
import {
  documentsFor,
  emptyNotice,
  type Notice,
  searchNotices,
  textNotices,
  type UnknownCode,
  unknownCode,
} from './notices.ts';

export type Answer = {
  /** The text as it was given. */
  query: string;
  kind: 'query' | 'paste';
  /** Codes in the text, ours or not, in the order they appear. */
  codes: string[];
  /** At most `limit` results, best first. */
  items: AnswerItem[];
  /** Number of results without the limit. */
  total: number;
  /** Codes of the catalog that merely occur in the text. */
  possible: AnswerItem[];
  /** Codes in the text that the catalog does not have. */
  unknown: UnknownCode[];
  /** Codes that contain the number asked for, when it is not one itself. */
  containing: LookupEntry[];
  notices: Notice[];
  /** Pages that explain what the words are about. Beside a code there are none: its page links to them. */
  concepts: Concept[];
  /** Platforms the results can be limited to, with the number of codes there; empty when there is no choice. */
  filters: { platform: Platform; count: number }[];
  /** The filter in use, a slug. */
  platform: string | undefined;
  /** The platform that the query names, and the query without it. */
  scope: { platform: Platform; rest: string } | undefined;
};

/** Results that share only some words with the query are few: they are a hint, not an answer. */
const MAX_RELAXED = 5;
const MAX_CONTAINING = 8;

/**
 * @param options `platform` is the slug of a filter, `limit` the maximum number of items
 * @example answer(interpret('40013', lookup), lookup).items[0]?.code // → '40013'
 */
export function answer(
  interpretation: Interpretation,
  lookup: Lookup,
  { platform, limit }: { platform?: string | undefined; limit?: number } = {},
): Answer {
  const { ranking, reading, scope } = interpretation;
  const within = platform ?? scope?.platform;
  const { results, missing } = resultsWithin(interpretation, lookup, within);
  const shown = ranking.relaxed ? results.slice(0, MAX_RELAXED) : results;
  const number = results.length ? undefined : unknownNumber(interpretation);
  const unknown = reading.codes
    .filter(({ known }) => !known)
    .map((each) => {
      const named = scope?.platform ?? (each.platform?.conflict ? undefined : each.platform?.platforms[0]);
      return unknownCode(each.code, lookup, named);
    });
  if (number) unknown.push(unknownCode(number, lookup, within));
  const notOnPlatform: Notice[] =
    missing.length && within
      ? [
          {
            kind: 'not-on-platform',
            codes: missing,
            platform: platformOf(within, lookup),
            documents: documentsFor(missing[0] ?? '', lookup, within),
          },
        ]
      : [];
  const about = [...textNotices(interpretation), ...notOnPlatform];
  const concepts = conceptsIn(interpretation, lookup);
  const isExplained = unknown.length + about.length + reading.possible.length > 0;
  return {
    query: ranking.query,
    kind: reading.kind,
    codes: reading.codes.map(({ code }) => code),
    items: shown.slice(0, limit).map((result) => answerItem(result, interpretation, lookup, within)),
    total: shown.length,
    possible: reading.possible.flatMap(({ code }) => {
      const entries = lookup.meanings(code).flatMap((i) => lookup.data.entries[i] ?? []);
      return entries.length ? [answerItem({ code, entries }, interpretation, lookup)] : [];
    }),
    unknown,
    containing: number ? containingEntries(number, lookup) : [],
    notices: results.length
      ? [...about, ...searchNotices(ranking)]
      : // A page that explains the words is an answer.
        [...about, ...(concepts.length ? [] : [emptyNotice(interpretation, isExplained)])],
    concepts,
    filters: scope ? [] : filtersOf(platform ? resultsOf(ranking, lookup) : results, lookup),
    platform,
    scope: scope && { platform: platformOf(scope.platform, lookup), rest: scope.rest },
  };
}

/** A question is about few things. */
const MAX_CONCEPTS = 2;

function conceptsIn({ ranking, reading }: Interpretation, { data }: Lookup): Concept[] {
  if (reading.codes.length || ranking.onlyNumber || reading.vendors.length) return [];
  // A log speaks of tokens and IPs all the time: only what the client reports is a question.
  if (reading.kind === 'paste' && !reading.client) return [];
  const query = squeeze(normalise(ranking.query, data.variants));
  const longest = ({ phrases }: Concept) =>
    Math.max(0, ...phrases.filter((phrase) => query.includes(phrase)).map((phrase) => phrase.length));
  return data.concepts
    .map((concept) => ({ concept, length: longest(concept) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_CONCEPTS)
    .map(({ concept }) => concept);
}

/** The results on a platform. A code of the text that has no meaning there keeps its other meanings, and is `missing`. */
function resultsWithin(
  { ranking, reading }: Interpretation,
  lookup: Lookup,
  platform: string | undefined,
): { results: Result[]; missing: string[] } {
  const results = resultsOf(ranking, lookup, platform);
  if (!platform) return { results, missing: [] };
  const missing = reading.codes.filter(({ code, known }) => known && !results.some((each) => each.code === code));
  if (!missing.length) return { results, missing: [] };
  const named = reading.codes.map(({ code }) => code);
  const elsewhere = resultsOf(ranking, lookup).filter(({ code }) => missing.some((each) => each.code === code));
  const byPlace = (a: Result, b: Result) => named.indexOf(a.code) - named.indexOf(b.code);
  // Only the codes: other entries of the platform would hide that it has none of this number.
  const here = results.filter(({ code }) => named.includes(code));
  return { results: [...here, ...elsewhere].sort(byPlace), missing: missing.map(({ code }) => code) };
}

/** Returns a query that is a number and was not recognised as a code. */
function unknownNumber({ ranking, reading }: Interpretation): string | undefined {
  if (reading.codes.length || !ranking.onlyNumber) return undefined;
  return ranking.query.normalize('NFKC').replace(/[^\d-]/g, '');
}

const containingEntries = (number: string, lookup: Lookup): LookupEntry[] =>
  containing(number, new Set(lookup.data.entries.map(({ code }) => code)))
    .slice(0, MAX_CONTAINING)
    .flatMap((code) => firstMeaning(code, lookup) ?? []);

function filtersOf(results: readonly Result[], { data }: Lookup): Answer['filters'] {
  const counts = new Map<string, number>();
  for (const { entries } of results) {
    for (const slug of new Set(entries.flatMap(({ platforms }) => platforms))) {
      counts.set(slug, (counts.get(slug) ?? 0) + 1);
    }
  }
  if (counts.size < 2) return [];
  return data.platforms.flatMap((platform) => {
    const count = counts.get(platform.slug);
    return count ? [{ platform, count }] : [];
  });
}
