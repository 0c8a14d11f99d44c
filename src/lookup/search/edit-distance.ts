/**
 * Counts the edits between two words: insertions, deletions, substitutions and swaps of neighbours, each 1.
 * @param max stops counting beyond this many
 * @returns the number of edits, or `max + 1` when there are more
 * @example editDistance('recieve', 'receive', 2) // → 1
 */
export function editDistance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, cell(beforeLast, j - 2) + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > max) return max + 1;
    beforeLast = last;
    last = row;
  }
  return cell(last, b.length);
}

const cell = (row: number[], i: number): number => row[i] ?? Number.POSITIVE_INFINITY;
