/**
 * The view model: everything the page shows for a text, as plain data. The page only turns it into elements and needs
 * neither the index nor the catalog. Names and texts are in both languages; the page picks its own.
 */
import type { Interpretation } from '../interpret.ts';
import { type Lookup, type Result, resultsOf } from '../search/lookup.ts';
import { type AnswerItem, answerItem, type Platform, platformOf } from './items.ts';
import { emptyNotice, type Notice, searchNotices, type UnknownCode, unknownCode } from './notices.ts';

export type Answer = {
  /** The text as it was given. */
  query: string;
  /** Codes in the text, ours or not, best first. */
  codes: string[];
  /** At most `limit` results, best first. */
  items: AnswerItem[];
  /** Number of results without the limit. */
  total: number;
  /** Codes in the text that the catalog does not have. */
  unknown: UnknownCode[];
  notices: Notice[];
  /** Platforms the results can be limited to, with the number of codes there; empty when there is no choice. */
  filters: { platform: Platform; count: number }[];
  /** The filter in use, a slug. */
  platform: string | undefined;
  /** The platform that the query starts with, and the query without it. */
  scope: { platform: Platform; rest: string } | undefined;
};

/**
 * @param options `platform` is the slug of a filter, `limit` the maximum number of items
 * @example answer(interpret('40013', lookup), lookup).items[0]?.code // → '40013'
 */
export function answer(
  interpretation: Interpretation,
  lookup: Lookup,
  { platform, limit }: { platform?: string | undefined; limit?: number } = {},
): Answer {
  const { ranking, candidates, scope } = interpretation;
  const results = resultsOf(ranking, lookup, platform ?? scope?.platform);
  const number = results.length ? undefined : unknownNumber(interpretation);
  const unknown = [...interpretation.unknown, ...(number ? [number] : [])];
  return {
    query: ranking.query,
    codes: candidates.map(({ code }) => code),
    items: results.slice(0, limit).map((result) => answerItem(result, interpretation, lookup)),
    total: results.length,
    unknown: unknown.map((code) => unknownCode(code, lookup)),
    notices: results.length ? searchNotices(ranking) : [emptyNotice(interpretation, unknown.length > 0)],
    filters: scope ? [] : filtersOf(platform ? resultsOf(ranking, lookup) : results, lookup),
    platform,
    scope: scope && { platform: platformOf(scope.platform, lookup), rest: scope.rest },
  };
}

/** Returns a query that is a number and was not recognised as a code. */
function unknownNumber({ ranking, unknown }: Interpretation): string | undefined {
  if (unknown.length || !ranking.onlyNumber) return undefined;
  return ranking.query.normalize('NFKC').replace(/[^\d-]/g, '');
}

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
