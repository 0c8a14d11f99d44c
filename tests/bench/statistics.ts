/** The middle and the slow end of repeated measurements. */

/**
 * The value that a share of the values does not exceed; one of the values, none made up between two.
 * @param share from 0 to 1
 * @throws when there are no values
 * @example percentile([5, 1, 4, 2, 3], 0.95) // → 5
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('no values to take a percentile of');
  return value;
}

/**
 * @throws when there are no values
 * @example median([30, 10, 20]) // → 20
 * @example median([10, 20]) // → 15
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error('no values to take a median of');
  return (low + high) / 2;
}
