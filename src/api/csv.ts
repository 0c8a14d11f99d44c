/**
 * Writes `codes.csv` for spreadsheets: UTF-8 with a byte order mark (without it Excel reads Chinese as Latin), CR LF,
 * one line per entry, and the keys of an API entry as columns.
 */
import { stringify } from 'csv/sync';
import type { ApiEntry } from './schema.ts';

/** The columns. New ones are added at the end only. Lists are separated by spaces, which slugs cannot contain. */
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
  title_zh: ({ title }) => title.zh,
  title_en: ({ title }) => title.en,
  wording: ({ wording }) => wording,
  older: ({ older }) => older,
  retry: ({ retry }) => retry,
  who: ({ who }) => who,
  met: ({ met }) => met,
} satisfies Record<string, (entry: ApiEntry) => string>;

/** Matches cells that a spreadsheet may run as a formula (also with full-width signs) or that `guardCell` prefixed. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+$/;

/**
 * Prefixes cells that look like formulas with an apostrophe, so that spreadsheets do not run them. Integers such as the
 * code -1 stay unchanged. To restore a cell that matches FORMULA, remove one apostrophe.
 * @example ['=1+1', '-1', '-x', "'=1"].map(guardCell) // → ["'=1+1", '-1', "'-x", "''=1"]
 */
export const guardCell = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell);

/** Returns the file's text. @example csvFile(entries) // → '\uFEFFcode,platforms,…\r\n-1,common,…\r\n' */
export function csvFile(entries: readonly ApiEntry[]): string {
  const columns = Object.values(CSV_COLUMNS);
  const lines = entries.map((entry) => columns.map((cell) => guardCell(cell(entry))));
  return stringify([Object.keys(CSV_COLUMNS), ...lines], { bom: true, record_delimiter: 'windows' });
}
