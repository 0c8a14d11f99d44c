/**
 * Compares two codes for `Array.sort`: numbers by value (-1, 0, 40001, 9001001), then names in alphabetical order.
 * @example ['9001001', 'SIGN_ERROR', '-1'].sort(compareCodes) // → ['-1', '9001001', 'SIGN_ERROR']
 */
export function compareCodes(a: string, b: string): number {
  const x = Number(a);
  const y = Number(b);
  if (Number.isNaN(x) || Number.isNaN(y)) {
    if (Number.isNaN(x) && Number.isNaN(y)) return a < b ? -1 : a > b ? 1 : 0;
    return Number.isNaN(x) ? 1 : -1;
  }
  return x - y;
}
