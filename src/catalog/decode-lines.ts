import type { Problem } from './problem.ts';

/**
 * Splits bytes at line feeds and decodes each line on its own. A line in another encoding is reported and returned as
 * an empty string; it affects no other line. A file that ends with a line feed has an empty last line.
 * @example decodeLines(Buffer.from('a\nb\n'), 'data/codes.csv') // → { lines: ['a', 'b', ''], problems: [] }
 */
export function decodeLines(bytes: Uint8Array, file: string): { lines: string[]; problems: Problem[] } {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lines: string[] = [];
  const problems: Problem[] = [];
  for (let start = 0, line = 1; start <= bytes.length; line++) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    try {
      lines.push(utf8.decode(bytes.subarray(start, end)));
    } catch {
      lines.push('');
      problems.push({ file, line, message: 'not UTF-8 (GBK or ANSI?); save the file as UTF-8 without BOM' });
    }
    start = end + 1;
  }
  return { lines, problems };
}
