/** English words against the catalog's vocabulary: shared prefixes of a word's forms, and typos. Pure functions. */

const ENDING = /(ations?|ating|ings?|ied|ies|ed|es|s|er|ion|e|y)$/;

/**
 * A rough stem, only ever compared with other rough stems.
 * @example stem('expiry') === stem('expired') // → true
 */
export function stem(word: string): string {
  const singular = word.replace(/([^s])s$/, '$1');
  let short = singular.length > 4 ? singular.replace(ENDING, '') : singular;
  if (short.length > 4) short = short.replace(/[eyi]$/, '');
  return short.length >= 3 ? short : word;
}

/** The longest prefix all words share. @example sharedPrefix(['expired', 'expiry']) // → 'expir' */
export function sharedPrefix(words: readonly string[]): string {
  return words.reduce((a, b) => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return a.slice(0, i);
  });
}

/**
 * Edits between two words: insertions, deletions, substitutions and swaps of neighbours, each 1.
 * @param max give up beyond this many
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
