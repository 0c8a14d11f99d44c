/** Cuts a text that does not fit, where a reader would. */

/** Stands where a text was cut. */
export const ELLIPSIS = '…';

/** Between these two characters a cut leaves whole words, identifiers and numbers. */
const joined = (before: string, after: string) => /[\w.\-@%\\]/.test(before) && /[\w.\-@%\\]/.test(after);

/**
 * The longest beginning of at most `length` characters, without a word cut in two, and an ellipsis. Only a word that is
 * longer than all the room is cut inside.
 * @example shorten('invalid access_token given', 19) // → 'invalid…'
 * @example shorten('不合法的凭证类型，请检查', 9) // → '不合法的凭证类型…'
 */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  let end = length;
  while (end > 0 && joined(characters[end - 1] ?? '', characters[end] ?? '')) end--;
  const kept = characters
    .slice(0, end || length)
    .join('')
    // What opens or separates at the cut says nothing any more.
    .replace(/[\s,;:，；：、。（(“]+$/u, '');
  return `${kept}${ELLIPSIS}`;
}
