/** Finds codes near a number that the catalog does not have, and codes that contain a number. */

/**
 * Returns the range a number belongs to: its sign, its length and all but its last three digits.
 * @example rangeOf('40163') // → '5:40'
 */
export const rangeOf = (code: string): string => {
  const digits = code.replace('-', '');
  return `${code.startsWith('-') ? '-' : ''}${digits.length}:${digits.length > 3 ? digits.slice(0, -3) : ''}`;
};

const numbersOf = (codes: Iterable<string>) => [...new Set(codes)].filter((code) => /^-?\d+$/.test(code));
const byValue = (a: string, b: string) => Number(a) - Number(b);

/**
 * Returns the codes of the same range nearest to a number, from both sides, in rising order.
 * @param codes all codes; names are skipped
 * @example nearest('40163', ['-1', '40155', '40164', '41001'], 4) // → ['40155', '40164']
 */
export function nearest(number: string, codes: Iterable<string>, count: number): string[] {
  const range = rangeOf(number);
  const inRange = numbersOf(codes).filter((code) => code !== number && rangeOf(code) === range);
  const away = (code: string) => Math.abs(Number(code) - Number(number));
  const closest = (side: string[], most: number) => side.sort((a, b) => away(a) - away(b)).slice(0, most);
  const below = inRange.filter((code) => Number(code) < Number(number));
  const above = inRange.filter((code) => Number(code) > Number(number));
  const half = Math.floor(count / 2);
  const fromBelow = closest(below, Math.max(half, count - above.length));
  return [...fromBelow, ...closest(above, count - fromBelow.length)].sort(byValue);
}

/**
 * Returns the nearest codes below and above a number, at any distance.
 * @example between('99999', ['91055', '301001']) // → { below: '91055', above: '301001' }
 */
export function between(number: string, codes: Iterable<string>): { below?: string; above?: string } {
  const sorted = numbersOf(codes).sort(byValue);
  const below = sorted.filter((code) => Number(code) < Number(number)).at(-1);
  const above = sorted.find((code) => Number(code) > Number(number));
  return { ...(below !== undefined && { below }), ...(above !== undefined && { above }) };
}

/**
 * Returns the codes that contain a part of a number, as logs cut it and people remember it: matches at the end first,
 * then at the beginning, then in the middle.
 * @param part two digits or more; leading zeros count
 * @example containing('0013', ['40013', '40164']) // → ['40013']
 */
export function containing(part: string, codes: Iterable<string>): string[] {
  if (!/^-?\d{2,}$/.test(part)) return [];
  const rank = (code: string) => (code.endsWith(part) ? 0 : code.startsWith(part) ? 1 : 2);
  return numbersOf(codes)
    .filter((code) => code !== part && code.includes(part))
    .sort((a, b) => rank(a) - rank(b) || a.length - b.length || byValue(a, b));
}
