/**
 * The instant tier: all entries in memory, answered at once. What it is sure of (a code, a literal match) it orders for
 * good; the rest it orders as well as it can until the full-text tier, if it comes, orders that part again.
 */

import type { LookupData, LookupEntry } from '../pack.ts';
import { invert } from './inverted-index.ts';
import { gradual } from './lazy-steps.ts';
import { literalMatcher, type Match } from './literal-match.ts';
import { type Plan, plan, type Wanted } from './plan.ts';

/** Indices into the entries. `sure` never changes for a query; `likely` may be put in another order. */
export type Answer = {
  query: string;
  sure: number[];
  likely: number[];
  /** No entry has all that was asked for: `likely` holds the nearest. */
  relaxed: boolean;
  wanted: Wanted[];
  onlyNumber: boolean;
  repairs: Plan['repairs'];
};

export type Lookup = {
  data: LookupData;
  /**
   * Makes a bit of what the first words asked for will need, in a few milliseconds; `ask` makes what is still missing.
   * @returns whether all is there
   */
  prepare(): boolean;
  /** Indices of all entries of a code. */
  meanings(code: string): readonly number[];
  /**
   * Never throws, whatever the text. Nothing found: both lists are empty.
   * @param named codes of the catalog that the text names (see `extract`): they come first
   */
  ask(query: string, named?: readonly string[]): Answer;
};

/** An entry found by words must cover at least this share of what they weigh. */
const ENOUGH = 0.5;
/** A single character or letter is in so many words that only the first matches are of use. */
const MOST = 300;

/** A platform asked for by its name is answered with its codes, after an entry that says exactly that. */
const rankOf = ({ how, isPlatform }: Match) => (isPlatform && how < 4 ? 3.5 : how);

/**
 * @example createLookup(data).ask('40013').sure.map((i) => data.entries[i].code) // → ['40013']
 */
export function createLookup(data: LookupData): Lookup {
  const { entries, variants } = data;
  // A number needs neither: the first is ready long before the rest is.
  const inverted = gradual(() => invert(data));
  const matcher = gradual(() => literalMatcher(data));
  const index = inverted.get;
  const byCode = new Map<string, number[]>();
  for (const [i, { code }] of entries.entries()) byCode.set(code, [...(byCode.get(code) ?? []), i]);
  const codes = [...byCode.keys()];

  /** Entries by how much of the wanted they have, best first. */
  function rank(wanted: readonly Wanted[]): { scores: Map<number, number>; relaxed: boolean } {
    const scores = new Map<number, number>();
    const covered = new Map<number, number>();
    let total = 0;
    for (const { token, weak } of wanted) {
      const found = /[a-z0-9]/.test(token) ? index().byPrefix(token) : index().exact(token);
      if (!found.size) continue;
      const rarity = Math.log(1 + entries.length / found.size) * (weak ? 0.3 : 1);
      total += rarity;
      for (const [i, weight] of found) {
        scores.set(i, (scores.get(i) ?? 0) + rarity * weight);
        covered.set(i, (covered.get(i) ?? 0) + rarity);
      }
    }
    const full = [...covered].filter(([, share]) => share >= total - 1e-9);
    const kept = full.length ? full : [...covered].filter(([, share]) => share >= total * ENOUGH);
    return { scores: new Map(kept.map(([i]) => [i, scores.get(i) ?? 0])), relaxed: !full.length && kept.length > 0 };
  }

  return {
    data,
    prepare: () => inverted.step() && matcher.step(),
    meanings: (code) => byCode.get(code) ?? [],
    ask(query, named = []) {
      const { codes: asked, wanted, repairs, onlyNumber } = plan(query, index, codes, variants, named);
      const byName = asked.flatMap((code) => byCode.get(code) ?? []);
      const { scores, relaxed } = rank(wanted);
      const score = (i: number) => scores.get(i) ?? 0;
      const seen = new Set(byName);
      const fresh = (i: number) => !seen.has(i) && seen.add(i);

      const matches = onlyNumber && byName.length ? [] : matcher.get()(query);
      const literally = matches
        .map(({ how, isPlatform }, i) => ({ how, isPlatform, i }))
        .filter(({ how, isPlatform }) => how > 0 || isPlatform)
        .sort(
          (a, b) => rankOf(b) - rankOf(a) || (a.isPlatform && b.isPlatform ? 0 : score(b.i) - score(a.i)) || a.i - b.i,
        )
        .map(({ how, isPlatform, i }) => ({ i, inside: how === 1 && !isPlatform }));
      const sure = [...byName, ...literally.filter(({ i, inside }) => !inside && fresh(i)).map(({ i }) => i)].slice(
        0,
        MOST,
      );
      // “op” inside “stop” is worth less than any entry with the words asked for.
      const likely = [
        ...[...scores.keys()].filter(fresh).sort((a, b) => score(b) - score(a) || a - b),
        ...literally.filter(({ i }) => fresh(i)).map(({ i }) => i),
      ].slice(0, MOST);
      return { query, sure, likely, relaxed: relaxed && !sure.length, wanted, onlyNumber, repairs };
    },
  };
}

/**
 * Puts the full-text tier's order into an answer. What is sure stays where it is; what full text found comes next, in
 * its order; what only the instant tier thought likely comes last.
 * @param found entry indices in full text's order
 */
export function complete(answer: Answer, found: readonly number[]): Answer {
  const sure = new Set(answer.sure);
  return { ...answer, likely: [...new Set([...found.filter((i) => !sure.has(i)), ...answer.likely])] };
}

/** One result: a code with all its meanings, those that were found first. */
export type Result = { code: string; entries: LookupEntry[] };

/**
 * The answer as the reader sees it: one result a code, in the order of its best entry.
 * @param platform a slug, to keep only meanings that hold there
 */
export function resultsOf(answer: Answer, lookup: Lookup, platform?: string): Result[] {
  const { entries } = lookup.data;
  const results = new Map<string, Set<number>>();
  const holds = (i: number) => !platform || (entries[i]?.platforms.includes(platform) ?? false);
  for (const i of [...answer.sure, ...answer.likely]) {
    const code = entries[i]?.code;
    if (code === undefined || !holds(i)) continue;
    const found = results.get(code) ?? new Set();
    results.set(code, found.add(i));
  }
  return [...results].map(([code, found]) => {
    const all = [...found, ...lookup.meanings(code).filter((i) => !found.has(i) && holds(i))];
    return { code, entries: all.flatMap((i) => entries[i] ?? []) };
  });
}
