/**
 * `codes.csv` for spreadsheets: UTF-8 with a byte order mark (without it Excel reads Chinese as Latin), lines that end
 * with CR LF, one line an entry, the columns those of an API entry, flat.
 */
import { stringify } from 'csv/sync';
import type { ApiEntry } from './schema.ts';

/** Columns of the file. New ones come at the end only. Lists are separated by spaces, as no slug has one. */
export const CSV_COLUMNS = {
  code: ({ code }) => code,
  platforms: ({ platforms }) => platforms.join(' '),
  topic: ({ topic }) => topic,
  errmsg: ({ errmsg }) => errmsg,
  zh: ({ zh }) => zh,
  en: ({ en }) => en,
  status: ({ status }) => status,
  source: ({ source }) => source.join(' '),
  note_zh: ({ note }) => note.zh,
  note_en: ({ note }) => note.en,
  changed: ({ changed }) => changed,
  url: ({ url }) => url,
} satisfies Record<string, (entry: ApiEntry) => string>;

/** A cell a spreadsheet may run as a formula, full-width signs included; or one that our guard has made. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+$/;

/**
 * Keeps a spreadsheet from running a cell: an apostrophe goes before what looks like a formula. A whole number such as
 * the code -1 stays exact, for it can only ever be that number. Take one apostrophe off what matches to get the cell back.
 * @example ['=1+1', '-1', '-x', "'=1"].map(guardCell) // → ["'=1+1", '-1', "'-x", "''=1"]
 */
export const guardCell = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

/** @example csvFile(entries) // → '\uFEFFcode,platforms,…\r\n-1,common,…\r\n' */
export function csvFile(entries: readonly ApiEntry[]): string {
  const columns = Object.values(CSV_COLUMNS);
  const lines = entries.map((entry) => columns.map((cell) => guardCell(cell(entry))));
  return stringify([Object.keys(CSV_COLUMNS), ...lines], { bom: true, record_delimiter: 'windows' });
}
