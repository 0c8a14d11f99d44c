/** Ranks entries by the tokens of a query: the rarer a token, the more it counts. */
import { type InvertedIndex, MAX_CROSSING_WEIGHT } from './inverted-index.ts';
import type { QueryToken } from './plan.ts';

/** A weak token counts this share of a strong one. */
const WEAK_SHARE = 0.3;
/** Without an entry that has all tokens, an entry must cover at least this share of their weight. */
const MIN_COVERED_SHARE = 0.5;

/** Whether two pairs of characters overlap in a query: 标签 and 签名. */
const overlap = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a[1] === b[0];

/**
 * @returns the scores of the entries that have all tokens, or of those with most of them (`relaxed`)
 */
export function scoreEntries(
  tokens: readonly QueryToken[],
  index: () => InvertedIndex,
  entryCount: number,
): { scores: Map<number, number>; relaxed: boolean } {
  const weighted = tokens.map(({ token, weak }) => ({
    token,
    weak,
    weights: /[a-z0-9]/.test(token) ? index().byPrefix(token) : index().exact(token),
  }));
  /** A word that only crosses a border in the entry counts as part of a longer match: 签名 in 标签名字, not in 签名错误. */
  const counts = (i: number, n: number, weight: number): boolean => {
    if (weight > MAX_CROSSING_WEIGHT) return true;
    const [before, here, after] = [weighted[n - 1], weighted[n], weighted[n + 1]];
    const isWord = (each: typeof here) => (each?.weights.get(i) ?? 0) > MAX_CROSSING_WEIGHT;
    return (
      (overlap(before?.token, here?.token) && isWord(before)) || (overlap(here?.token, after?.token) && isWord(after))
    );
  };
  const scores = new Map<number, number>();
  const covered = new Map<number, number>();
  let total = 0;
  for (const [n, { weak, weights }] of weighted.entries()) {
    if (!weights.size) continue;
    const rarity = Math.log(1 + entryCount / weights.size) * (weak ? WEAK_SHARE : 1);
    total += rarity;
    for (const [i, weight] of weights) {
      if (tokens.length > 1 && !counts(i, n, weight)) continue;
      scores.set(i, (scores.get(i) ?? 0) + rarity * weight);
      covered.set(i, (covered.get(i) ?? 0) + rarity);
    }
  }
  const full = [...covered].filter(([, share]) => share >= total - 1e-9);
  const enough = full.length ? full : [...covered].filter(([, share]) => share >= total * MIN_COVERED_SHARE);
  return { scores: new Map(enough.map(([i]) => [i, scores.get(i) ?? 0])), relaxed: !full.length && enough.length > 0 };
}
