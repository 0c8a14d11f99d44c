/**
 * `data/history.jsonl`, the record of changes: one JSON object per line. A line for a release is followed by a line for
 * each entry it added or changed. `codes.csv` has the texts; the record has a hash of each entry, and of a correction the
 * columns before and after.
 */
import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import { dataFile } from '../data-folder.ts';
import { decodeLines } from '../decode-lines.ts';
import type { Problem } from '../problem.ts';
import { type Cells, COLUMNS } from '../schema.ts';

export const HISTORY_FILE = dataFile('history.jsonl');

export const releaseLine = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'not a version; write three numbers such as 1.2.0'),
  date: z.iso.date('not a date; write one such as 2026-11-22'),
  why: z.strictObject({
    en: z.string().regex(/\S/, 'missing; say why the entries changed'),
    zh: z.string().regex(/\p{Script=Han}/u, 'missing, or not Chinese; say in Chinese why the entries changed'),
  }),
});
/** An entry's id is its code and its home platform; `hash` is `hashOf` the entry after the change. */
const addedLine = z.strictObject({ added: z.string(), hash: z.string() });
const column = z.enum(COLUMNS);
/** Each changed column, before and after. */
const fields = z.partialRecord(column, z.tuple([z.string(), z.string()]));
const changedLine = z.strictObject({ changed: z.string(), hash: z.string(), fields });
const historyLine = z.union([releaseLine, addedLine, changedLine]);

export type ReleaseLine = z.infer<typeof releaseLine>;
export type HistoryLine = z.infer<typeof historyLine>;
export type Fields = z.infer<typeof fields>;

/** The kinds of change that readers see. */
export const KINDS = ['added', 'corrected', 'retired', 'restored'] as const;

/** A release as pages and feeds show it. */
export const releaseSchema = releaseLine.extend({
  changes: z.array(
    z.strictObject({
      id: z.string(),
      code: z.string(),
      /** Home platform. */
      platform: z.string(),
      kind: z.enum(KINDS),
      /** The entry's meaning after this change. */
      meaning: z.strictObject({ en: z.string(), zh: z.string() }),
      /** The changed columns, in the order of `COLUMNS`; empty for an entry that was added. */
      fields: z.array(z.strictObject({ column, before: z.string(), after: z.string() })),
    }),
  ),
});

export type Release = z.infer<typeof releaseSchema>;
export type Change = Release['changes'][number];
type ChangeKind = Change['kind'];

/** A change as the record has it. `line` is counted from 1, `date` is the release's. */
export type RecordedChange = {
  line: number;
  id: string;
  date: string;
  kind: ChangeKind;
  hash: string;
  fields: Fields;
};
export type History = {
  /** Oldest first. */
  releases: (ReleaseLine & { changes: RecordedChange[] })[];
  /** The changes of each entry by its id, oldest first. */
  entries: Map<string, RecordedChange[]>;
};

/** What to do about a line that was edited. */
export const RESTORE = 'only npm run data:record writes this file: restore the line';

/**
 * Returns eight hexadecimal digits that differ when a cell differs. Empty cells and the order of the columns do not
 * count, so a new column leaves the recorded hashes as they are.
 */
export function hashOf(cells: Cells): string {
  const filled = COLUMNS.filter((name) => cells[name] !== '').sort();
  const text = JSON.stringify(filled.map((name) => [name, cells[name]]));
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** @example kindOf({ status: ['active', 'historic'] }) // → 'retired' */
export function kindOf({ status }: Fields): ChangeKind {
  if (status?.[1] === 'historic') return 'retired';
  return status?.[0] === 'historic' ? 'restored' : 'corrected';
}

/** Returns the lines as text. `readHistory` reads it back. */
export const formatHistory = (lines: readonly HistoryLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

type Wrong = Pick<Problem, 'column' | 'message'> | undefined;

/** Checks that a release can follow the last one. */
export function checkOrder({ version, date }: ReleaseLine, last: ReleaseLine | undefined): Wrong {
  if (last && version.localeCompare(last.version, 'en', { numeric: true }) <= 0)
    return { column: 'version', message: `${version} is not above ${last.version}; give a higher one` };
  if (last && date < last.date)
    return { column: 'date', message: `${date} is before the last release, ${last.date}; give a later one` };
  return undefined;
}

function parseLine(text: string): HistoryLine | undefined {
  try {
    return historyLine.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Adds a line to the history, or returns why it cannot follow the earlier ones. */
function addLine({ releases, entries }: History, text: string, line: number): Wrong {
  const value = parseLine(text);
  if (!value) return { message: `not a release, an added or a changed entry; ${RESTORE}` };
  const last = releases.at(-1);
  if ('version' in value) {
    releases.push({ ...value, changes: [] });
    return checkOrder(value, last);
  }
  if (!last) return { message: `comes before the first release; ${RESTORE}` };
  const [id, kind, changed] =
    'added' in value ? [value.added, 'added' as const, {}] : [value.changed, kindOf(value.fields), value.fields];
  const earlier = entries.get(id);
  if ((kind === 'added') === (earlier !== undefined))
    return { message: `${id} was ${earlier ? 'added before' : 'never added'}; ${RESTORE}` };
  const change = { line, id, date: last.date, kind, hash: value.hash, fields: changed };
  last.changes.push(change);
  entries.set(id, [...(earlier ?? []), change]);
  return undefined;
}

/**
 * Reads `data/history.jsonl`. Never throws: the first line that is invalid is in `problems`, and ends the reading.
 * Whether the lines fit `codes.csv` is the question of `compare.ts`.
 * @param bytes the file as it is on disk
 */
export function readHistory(bytes: Uint8Array): History & { problems: Problem[] } {
  const history: History = { releases: [], entries: new Map() };
  const { lines, problems } = decodeLines(bytes, HISTORY_FILE);
  if (lines.pop() !== '') problems.push({ file: HISTORY_FILE, line: lines.length + 1, message: `cut off; ${RESTORE}` });
  for (const [index, text] of lines.entries()) {
    if (problems.length) break;
    const wrong = addLine(history, text, index + 1);
    if (wrong) problems.push({ file: HISTORY_FILE, line: index + 1, ...wrong });
  }
  return { ...history, problems };
}
