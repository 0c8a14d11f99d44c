/** Versions of the data: three numbers, as in 1.2.0. */
const numbers = (version: string): number[] => version.split('.').map(Number);

/**
 * Negative when `a` is older, zero when they are the same, positive when `a` is newer.
 * @example compareVersions('1.9.0', '1.10.0') // → -1
 */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [numbers(a), numbers(b)];
  return (x[0] ?? 0) - (y[0] ?? 0) || (x[1] ?? 0) - (y[1] ?? 0) || (x[2] ?? 0) - (y[2] ?? 0);
}

/**
 * The next version. The second number tells programs that the set of codes has changed, the third that only texts have.
 * @example nextVersion('1.2.3', 'minor') // → '1.3.0'
 * @example nextVersion('1.2.3', 'patch') // → '1.2.4'
 */
export function nextVersion(version: string, part: 'minor' | 'patch'): string {
  const [major = 0, minor = 0, patch = 0] = numbers(version);
  return part === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
