/**
 * Reads and writes `data/codes.csv`: bytes → rows with line numbers, and rows → canonical text.
 * A record never spans lines, so an invalid line affects no other line and every problem can be reported at once.
 */
import { parse, stringify } from 'csv/sync';
import { compareCodes } from './compare-codes.ts';
import { dataFile } from './data-folder.ts';
import { decodeLines } from './decode-lines.ts';
import type { Problem } from './problem.ts';
import { COLUMNS, type Row } from './schema.ts';

export const CODES_FILE = dataFile('codes.csv');

const problem = (line: number | undefined, message: string, column?: string): Problem => ({
  file: CODES_FILE,
  ...(line ? { line } : {}),
  ...(column ? { column } : {}),
  message,
});

const parseLine = (line: string): string[][] => parse(line, { relax_column_count: true, skip_empty_lines: false });

/**
 * Reads `data/codes.csv`. Never throws: lines that cannot be read are in `problems`, not in `rows`.
 * @param bytes the content of the file
 * @example parseCodes(Buffer.from('code,platforms,…\n-1,common,…\n')) // → { rows: [{ line: 2, code: '-1', … }], problems: [] }
 */
export function parseCodes(bytes: Uint8Array): { rows: Row[]; problems: Problem[] } {
  const { lines, problems } = decodeLines(bytes, CODES_FILE);
  if (lines[0]?.startsWith('\uFEFF')) {
    problems.push(
      problem(1, 'starts with a byte order mark (BOM); save as UTF-8 without BOM, or run npm run data:format'),
    );
    lines[0] = lines[0].slice(1);
  }
  const crlf = lines.findIndex((line) => line.endsWith('\r'));
  if (crlf >= 0) problems.push(problem(crlf + 1, 'ends with CR LF instead of LF; run npm run data:format'));
  if (lines.at(-1) === '') lines.pop();
  else problems.push(problem(lines.length, 'the last line has no line ending; run npm run data:format'));

  const header = (lines[0] ?? '').replace(/\r$/, '').split(',');
  const missing = COLUMNS.filter((column) => !header.includes(column));
  for (const column of missing) {
    problems.push(problem(1, `missing column; the header must be ${COLUMNS.join(',')}`, column));
  }
  if (!missing.length && header.join() !== COLUMNS.join()) {
    problems.push(problem(1, `wrong column order or unknown column; the header must be ${COLUMNS.join(',')}`));
  }
  const rows: Row[] = [];
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    if (line === 1 || problems.some((p) => p.line === line && p.message.startsWith('not UTF-8'))) continue;
    const text = raw.replace(/\r$/, '');
    if (text === '') {
      problems.push(problem(line, 'empty line; delete it'));
      continue;
    }
    let cells: string[];
    try {
      // Splitting is faster, and enough for a line without quotes.
      cells = text.includes('"') ? (parseLine(text)[0] ?? []) : text.split(',');
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.split(':')[0] : String(cause);
      problems.push(
        problem(line, `invalid quotes (${why}); write a cell with a comma or quote as "…", a quote inside it as ""`),
      );
      continue;
    }
    if (cells.length !== header.length) {
      problems.push(
        problem(line, `${cells.length} cells, but the header has ${header.length}; quote a cell that contains a comma`),
      );
      continue;
    }
    const cell = (column: string) => cells[header.indexOf(column)] ?? '';
    rows.push({ line, ...Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) } as Row);
  }
  return { rows, problems };
}

/**
 * Returns the canonical text of `data/codes.csv`: sorted by code, then by the home platform's position in
 * `platforms.json`; quoted only where needed; LF; one line per entry. The order of `rows` does not matter.
 * @param platformOrder slugs in the order of `data/platforms.json`
 */
export function formatCodes(rows: readonly Row[], platformOrder: readonly string[]): string {
  const position = (row: Row) => platformOrder.indexOf(row.platforms.split(' ')[0] ?? '');
  const sorted = [...rows].sort((a, b) => compareCodes(a.code, b.code) || position(a) - position(b));
  return stringify(sorted, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}
