/**
 * `data/codes.csv` as text: bytes → located rows, and rows → the canonical text.
 * A record never spans lines, so a broken line costs only itself and every problem can be reported at once.
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
 * Reads `data/codes.csv`. Never throws: what cannot be read is in `problems`, and its lines are not in `rows`.
 * @param bytes the file as it is on disk
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
  if (crlf >= 0) problems.push(problem(crlf + 1, 'ends with CR LF; lines end with LF alone: run npm run data:format'));
  if (lines.at(-1) === '') lines.pop();
  else problems.push(problem(lines.length, 'the last line has no line end; run npm run data:format'));

  const header = (lines[0] ?? '').replace(/\r$/, '').split(',');
  const missing = COLUMNS.filter((column) => !header.includes(column));
  for (const column of missing) {
    problems.push(problem(1, `column missing; the header must be ${COLUMNS.join(',')}`, column));
  }
  if (!missing.length && header.join() !== COLUMNS.join()) {
    problems.push(problem(1, `columns in another order or unknown; the header must be ${COLUMNS.join(',')}`));
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
      // Without a quote a line is its cells; the parser is needed only for the others.
      cells = text.includes('"') ? (parseLine(text)[0] ?? []) : text.split(',');
    } catch (cause) {
      const why = cause instanceof Error ? cause.message.split(':')[0] : String(cause);
      problems.push(
        problem(line, `broken quotes (${why}); a cell with a comma or quote is "…", and a quote inside it is ""`),
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
 * The canonical text of `data/codes.csv`: sorted by code, then by the home platform's place in `platforms.json`;
 * quoted only where needed; LF; one line an entry. Same rows in any order → same text.
 * @param platformOrder slugs in the order of `data/platforms.json`
 */
export function formatCodes(rows: readonly Row[], platformOrder: readonly string[]): string {
  const place = (row: Row) => platformOrder.indexOf(row.platforms.split(' ')[0] ?? '');
  const sorted = [...rows].sort((a, b) => compareCodes(a.code, b.code) || place(a) - place(b));
  return stringify(sorted, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}
