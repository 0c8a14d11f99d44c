/**
 * `data/history.jsonl`: the data's own record of its changes. One event a line, only ever appended to: a release
 * (version, day, reason), then the entries it added and changed. This file knows what a line is; what the lines come to
 * together is in `replay.ts`, what is not yet recorded in `unrecorded.ts`, and how to append in `record.ts`.
 */
import { z } from 'astro/zod';
import { dataFile } from '../data-folder.ts';
import { decodeLines } from '../decode-lines.ts';
import type { Problem } from '../problem.ts';
import { type Cells, COLUMNS, type Column } from '../schema.ts';

export const HISTORY_FILE = dataFile('history.jsonl');

const column = z.enum(COLUMNS);
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'no version; write three numbers such as 1.2.0');
const date = z.iso.date('no day; write one such as 2026-11-22');
const why = z.strictObject({
  en: z.string().regex(/\S/, 'missing; say why the entries changed'),
  zh: z.string().regex(/\p{Script=Han}/u, 'missing, or not Chinese; say in Chinese why the entries changed'),
});

const releaseLine = z.strictObject({ version, date, why });

const addedLine = z.strictObject({
  /** Its id: code and home platform. */
  added: z.string(),
  /** As in `codes.csv`, without the empty columns. */
  row: z.partialRecord(column, z.string().min(1, 'empty; leave the column out')),
});

const changedLine = z.strictObject({
  changed: z.string(),
  /** For each column what it held before, and what it holds from now on. */
  fields: z
    .partialRecord(
      column,
      z.tuple([z.string(), z.string()]).refine(([before, after]) => before !== after, 'before and after are the same'),
    )
    .refine((fields) => Object.keys(fields).length > 0, 'no field; name what changed'),
});

const SCHEMAS = { version: releaseLine, added: addedLine, changed: changedLine };

export type ReleaseLine = z.infer<typeof releaseLine>;
export type AddedLine = z.infer<typeof addedLine>;
export type ChangedLine = z.infer<typeof changedLine>;
export type HistoryEvent = ReleaseLine | AddedLine | ChangedLine;
/** An event with the line it stands on, counted from 1. */
export type HistoryLine = { line: number; event: HistoryEvent };

/** How the changes of an entry are told apart for readers. */
export const KINDS = ['added', 'corrected', 'retired', 'restored'] as const;

/** A release as pages and feeds show it. */
export const releaseSchema = z.strictObject({
  version,
  date,
  why,
  changes: z.array(
    z.strictObject({
      id: z.string(),
      code: z.string(),
      /** Home platform. */
      platform: z.string(),
      kind: z.enum(KINDS),
      /** What the entry says after this change. */
      meaning: z.strictObject({ en: z.string(), zh: z.string() }),
      /** What changed, in the order of the columns; nothing for an entry that was added. */
      fields: z.array(z.strictObject({ column, before: z.string(), after: z.string() })),
    }),
  ),
});

export type Release = z.infer<typeof releaseSchema>;
export type Change = Release['changes'][number];
export type ChangeKind = Change['kind'];

/** What to do about a line that was edited: nobody writes the record by hand. */
export const RESTORE = 'the record is only appended to, by npm run data:record: restore the line as it was';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Reads `data/history.jsonl`. Never throws: what is no event is in `problems`, and not in `lines`.
 * @param bytes the file as it is on disk
 * @example parseHistory(Buffer.from('{"version":"1.0.0","date":"2026-11-22","why":{…}}\n'))
 *   // → { lines: [{ line: 1, event: { version: '1.0.0', … } }], problems: [] }
 */
export function parseHistory(bytes: Uint8Array): { lines: HistoryLine[]; problems: Problem[] } {
  const { lines: texts, problems } = decodeLines(bytes, HISTORY_FILE);
  const undecoded = new Set(problems.map(({ line }) => line));
  const lines: HistoryLine[] = [];
  const wrong = (line: number, message: string, path?: string) =>
    problems.push({ file: HISTORY_FILE, line, ...(path ? { column: path } : {}), message });

  if (texts.at(-1) === '') texts.pop();
  else wrong(texts.length, 'the last line has no line end; was the file cut off? restore it');
  for (const [index, text] of texts.entries()) {
    const line = index + 1;
    if (undecoded.has(line)) continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      wrong(line, `not JSON (${cause instanceof Error ? cause.message : cause}); ${RESTORE}`);
      continue;
    }
    const schema = Object.entries(SCHEMAS).find(([key]) => isObject(value) && key in value)?.[1];
    if (!schema) {
      wrong(line, `has none of ${Object.keys(SCHEMAS).join(', ')}; ${RESTORE}`);
      continue;
    }
    const result = schema.safeParse(value);
    if (result.success) lines.push({ line, event: result.data });
    else for (const issue of result.error.issues) wrong(line, `${issue.message}; ${RESTORE}`, issue.path.join('.'));
  }
  return { lines, problems };
}

/** The lines as text, each ended. `parseHistory` reads them back. */
export const formatHistory = (events: readonly HistoryEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** The columns of a row that hold something, in their order. */
export const filled = (cells: Cells): AddedLine['row'] =>
  Object.fromEntries(COLUMNS.filter((name) => cells[name] !== '').map((name) => [name, cells[name]]));

/** The opposite of `filled`: every column, empty where the line has none. */
export const allCells = (row: AddedLine['row']): Cells =>
  Object.fromEntries(COLUMNS.map((name): [Column, string] => [name, row[name] ?? ''])) as Cells;
