/** Compares the forms of English words. */

const ENDING = /(ations?|ating|ings?|ied|ies|ed|es|s|er|ion|e|y)$/;

/**
 * Returns a rough stem, to be compared with other rough stems only.
 * @example stem('expiry') === stem('expired') // → true
 */
export function stem(word: string): string {
  const singular = word.replace(/([^s])s$/, '$1');
  let short = singular.length > 4 ? singular.replace(ENDING, '') : singular;
  if (short.length > 4) short = short.replace(/[eyi]$/, '');
  return short.length >= 3 ? short : word;
}

/** Returns the longest prefix that all words share. @example sharedPrefix(['expired', 'expiry']) // → 'expir' */
export function sharedPrefix(words: readonly string[]): string {
  return words.reduce((a, b) => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return a.slice(0, i);
  });
}
