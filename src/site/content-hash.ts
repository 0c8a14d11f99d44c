/** The hash in the names of files that are kept for ever: another content, another name. Runs in the build only. */
import { createHash } from 'node:crypto';

/** @example contentHash('a', 'b') === contentHash('ab') // → true: ten hexadecimal digits */
export function contentHash(...pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex').slice(0, 10);
}
