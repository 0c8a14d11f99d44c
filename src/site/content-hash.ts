/** Hashes for the names of files that are cached forever. Runs in the build only. */
import { createHash } from 'node:crypto';

/** Returns ten hexadecimal digits. @example contentHash('a', 'b') === contentHash('ab') // → true */
export function contentHash(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').slice(0, 10);
}
