/**
 * Returns the index of the first item of a sorted list that is not before a position, by binary search.
 * @param isBefore true for the first items of the list, false for the others
 * @example partitionPoint([1, 3, 5], (item) => item < 4) // → 2
 */
export function partitionPoint<T>(sorted: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
