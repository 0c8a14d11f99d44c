/**
 * The codes nearest to a number we do not have, in rising order.
 * @param codes all codes; those that are no numbers are passed over
 * @example nearest('40999', ['-1', '40164', '41001'], 2) // → ['40164', '41001']
 */
export function nearest(number: string, codes: Iterable<string>, count: number): string[] {
  const wanted = Number(number);
  return [...new Set(codes)]
    .filter((code) => /^-?\d+$/.test(code))
    .sort((a, b) => Math.abs(Number(a) - wanted) - Math.abs(Number(b) - wanted))
    .slice(0, count)
    .sort((a, b) => Number(a) - Number(b));
}
