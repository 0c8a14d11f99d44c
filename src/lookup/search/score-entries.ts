/** Ranks entries by the tokens of a query: the rarer a token, the more it counts. */
import type { InvertedIndex } from './inverted-index.ts';
import type { QueryToken } from './plan.ts';

/** A weak token counts this share of a strong one. */
const WEAK_SHARE = 0.3;
/** Without an entry that has all tokens, an entry must cover at least this share of their weight. */
const MIN_COVERED_SHARE = 0.5;

/**
 * @returns the scores of the entries that have all tokens, or of those with most of them (`relaxed`)
 */
export function scoreEntries(
  tokens: readonly QueryToken[],
  index: () => InvertedIndex,
  entryCount: number,
): { scores: Map<number, number>; relaxed: boolean } {
  const scores = new Map<number, number>();
  const covered = new Map<number, number>();
  let total = 0;
  for (const { token, weak } of tokens) {
    const weights = /[a-z0-9]/.test(token) ? index().byPrefix(token) : index().exact(token);
    if (!weights.size) continue;
    const rarity = Math.log(1 + entryCount / weights.size) * (weak ? WEAK_SHARE : 1);
    total += rarity;
    for (const [i, weight] of weights) {
      scores.set(i, (scores.get(i) ?? 0) + rarity * weight);
      covered.set(i, (covered.get(i) ?? 0) + rarity);
    }
  }
  const full = [...covered].filter(([, share]) => share >= total - 1e-9);
  const enough = full.length ? full : [...covered].filter(([, share]) => share >= total * MIN_COVERED_SHARE);
  return { scores: new Map(enough.map(([i]) => [i, scores.get(i) ?? 0])), relaxed: !full.length && enough.length > 0 };
}
