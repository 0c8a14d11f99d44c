/**
 * The instant search: all entries in memory, answered at once. The order of what it is sure of (a code, a literal match)
 * is final; the order of the rest may be changed by the full-text search.
 */

import { type LookupData, type LookupEntry, USUAL } from '../pack.ts';
import { createInvertedIndex } from './inverted-index.ts';
import { lazySteps } from './lazy-steps.ts';
import { type LiteralMatch, literalMatcher } from './literal-match.ts';
import { plan, type QueryPlan } from './plan.ts';
import { scoreEntries } from './score-entries.ts';

/** The entries that answer a query, best first, as indices into the catalog's entries. */
export type Ranking = QueryPlan & {
  query: string;
  /** Final order: the codes that the query names, then literal matches. */
  sure: number[];
  /** Preliminary order. */
  likely: number[];
  /** No entry has all tokens: `likely` holds those with most of them. */
  relaxed: boolean;
};

export type Lookup = {
  data: LookupData;
  /**
   * Advances the index that the first query with words needs, by a few milliseconds; `ask` does what is still missing.
   * @returns whether the index is complete
   */
  prepare(): boolean;
  /** Returns the indices of all entries of a code. */
  meanings(code: string): readonly number[];
  /** Ranks the entries. Never throws, whatever the text. Without a match `sure` and `likely` are empty. */
  ask(query: string): Ranking;
};

/** 无效 is in a quarter of all entries: a platform's share of them must be whole. A single letter may be in more. */
const MAX_ENTRIES = 3000;

/**
 * @example createLookup(data).ask('40013').sure.map((i) => data.entries[i].code) // → ['40013']
 */
export function createLookup(data: LookupData): Lookup {
  const { entries, variants } = data;
  // A number needs neither: it can be answered long before these are complete.
  const index = lazySteps(() => createInvertedIndex(data));
  const matcher = lazySteps(() => literalMatcher(data));
  const byCode = new Map<string, number[]>();
  for (const [i, { code }] of entries.entries()) byCode.set(code, [...(byCode.get(code) ?? []), i]);
  const codes = [...byCode.keys()];
  return {
    data,
    prepare: () => index.step() && matcher.step(),
    meanings: (code) => byCode.get(code) ?? [],
    ask(query) {
      const planned = plan(query, index.get, codes, variants);
      const byNumber = planned.codes.flatMap((code) => byCode.get(code) ?? []);
      const { scores, relaxed } = scoreEntries(planned.tokens, index.get, entries.length);
      const matches = planned.onlyNumber && byNumber.length ? [] : matcher.get()(query);
      const { sure, likely } = inOrder(byNumber, matches, scores, (i) => entries[i]?.priority ?? USUAL);
      return { ...planned, query, sure, likely, relaxed: relaxed && !sure.length };
    },
  };
}

/** A platform's name finds its codes, after the entries whose text is that very name. */
const rankOf = ({ level, isPlatform }: LiteralMatch) => (isPlatform && level < 4 ? 3.5 : level);
/** Whether the match is at the start matters less than whether people still meet the code. */
const tierOf = (rank: number) => (rank === 3 ? 2 : rank);
/** “op” inside “stop” is worth less than an entry with the words themselves. */
const INSIDE_WORD = 1;

/** What a score counts by priority: codes that people meet before others, older products and historic codes after them. */
const SCORE_SHARE = [1.4, 1.2, 1, 0.8, 0.5];

/** Each entry once: the codes, literal matches by level, entries by score, matches inside a word. */
function inOrder(
  byNumber: readonly number[],
  matches: readonly LiteralMatch[],
  scores: ReadonlyMap<number, number>,
  priority: (entry: number) => number,
): { sure: number[]; likely: number[] } {
  const score = (i: number) => (scores.get(i) ?? 0) * (SCORE_SHARE[priority(i)] ?? 1);
  const seen = new Set(byNumber);
  const isNew = (i: number) => !seen.has(i) && seen.add(i);
  const literal = matches
    .map((match, i) => ({ i, rank: rankOf(match), isPlatform: match.isPlatform }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (a, b) =>
        tierOf(b.rank) - tierOf(a.rank) ||
        priority(a.i) - priority(b.i) ||
        b.rank - a.rank ||
        (a.isPlatform && b.isPlatform ? 0 : score(b.i) - score(a.i)) ||
        a.i - b.i,
    );
  const sure = [...byNumber, ...literal.filter(({ i, rank }) => rank > INSIDE_WORD && isNew(i)).map(({ i }) => i)];
  const likely = [
    ...[...scores.keys()].filter(isNew).sort((a, b) => score(b) - score(a) || a - b),
    ...literal.map(({ i }) => i).filter(isNew),
  ];
  return { sure: sure.slice(0, MAX_ENTRIES), likely: likely.slice(0, MAX_ENTRIES) };
}

/**
 * Puts the full-text order into a ranking. What is sure keeps its place; what the full-text search found comes next, in
 * its order; what only the instant search thought likely comes last.
 * @param fullText entry indices, best first
 */
export function withFullText(ranking: Ranking, fullText: readonly number[]): Ranking {
  const sure = new Set(ranking.sure);
  return { ...ranking, likely: [...new Set([...fullText.filter((i) => !sure.has(i)), ...ranking.likely])] };
}

/** The platform of entries that hold on every platform, such as -1 and 0. */
const COMMON = 'common';

/** Returns whether an entry holds on a platform. */
export const isOnPlatform = (entry: LookupEntry | undefined, platform: string): boolean =>
  entry !== undefined && (entry.platforms.includes(platform) || entry.platforms.includes(COMMON));

/** One result: a code with all its meanings, the best match first. */
export type Result = { code: string; entries: LookupEntry[] };

/**
 * Groups a ranking by code: one result per code, in the order of its best entry.
 * @param platform a slug; only meanings on this platform are returned
 */
export function resultsOf({ sure, likely }: Ranking, lookup: Lookup, platform?: string): Result[] {
  const { entries } = lookup.data;
  const matches = new Map<string, Set<number>>();
  const holds = (i: number) => !platform || isOnPlatform(entries[i], platform);
  for (const i of [...sure, ...likely]) {
    const code = entries[i]?.code;
    if (code === undefined || !holds(i)) continue;
    const indices = matches.get(code) ?? new Set();
    matches.set(code, indices.add(i));
  }
  return [...matches].map(([code, indices]) => {
    const all = [...indices, ...lookup.meanings(code).filter((i) => !indices.has(i) && holds(i))];
    return { code, entries: all.flatMap((i) => entries[i] ?? []) };
  });
}
