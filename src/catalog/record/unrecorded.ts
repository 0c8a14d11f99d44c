/** What `data/codes.csv` and `data/meta.json` say that the record does not: to be recorded, or to be undone. */
import { CODES_FILE } from '../csv.ts';
import { META_FILE } from '../data-folder.ts';
import type { Problem } from '../problem.ts';
import { COLUMNS, entryId, homeOfRow, type Meta, type Row } from '../schema.ts';
import type { ChangedLine, Release } from './history.ts';
import type { Recorded } from './replay.ts';

/** What `npm run data:record` can record. */
export type Recordable =
  | { kind: 'added'; id: string; row: Row }
  | { kind: 'changed'; id: string; row: Row; fields: ChangedLine['fields'] };

/** A published entry that is no longer there: its row is gone, or `row` has its meaning under another code or home. */
export type Vanished =
  | { kind: 'gone'; id: string }
  | { kind: 'moved'; id: string; row: Row; column: 'code' | 'platforms' };

/** The row a published entry seems to have become; by its meaning, since its id is what has changed. */
function movedTo(id: string, { cells }: Recorded, candidates: readonly Row[]): Vanished {
  const sameMeaning = (row: Row) => row.zh === cells.zh;
  const home = homeOfRow(cells);
  const elsewhere = candidates.find(
    (row) => row.code === cells.code && (sameMeaning(row) || row.platforms.split(' ').includes(home)),
  );
  if (elsewhere) return { kind: 'moved', id, row: elsewhere, column: 'platforms' };
  const renumbered = candidates.find((row) => homeOfRow(row) === home && sameMeaning(row));
  return renumbered ? { kind: 'moved', id, row: renumbered, column: 'code' } : { kind: 'gone', id };
}

/**
 * Compares the rows with the record.
 * @param recorded entries by id, as `replay` gives them
 * @example compareWithRecord(rows, recorded).recordable
 *   // → [{ kind: 'changed', id: '40001-official-account', row, fields: { en: ['before', 'after'] } }]
 */
export function compareWithRecord(
  rows: readonly Row[],
  recorded: ReadonlyMap<string, Recorded>,
): { recordable: Recordable[]; vanished: Vanished[] } {
  const ids = new Set(rows.map(entryId));
  const unknown = rows.filter((row) => !recorded.has(entryId(row)));
  const vanished = [...recorded].filter(([id]) => !ids.has(id)).map(([id, entry]) => movedTo(id, entry, unknown));
  const moved = new Set(vanished.flatMap((each) => (each.kind === 'moved' ? [each.row] : [])));
  const recordable = rows.flatMap((row): Recordable[] => {
    const id = entryId(row);
    const before = recorded.get(id)?.cells;
    if (!before) return moved.has(row) ? [] : [{ kind: 'added', id, row }];
    const columns = COLUMNS.filter((column) => before[column] !== row[column]);
    const fields = Object.fromEntries(columns.map((column) => [column, [before[column], row[column]]]));
    return columns.length ? [{ kind: 'changed', id, row, fields }] : [];
  });
  return { recordable, vanished };
}

/** @example 'data/codes.csv:41 en: changed but not recorded; run npm run data:record' */
export function recordableProblems(differences: readonly Recordable[]): Problem[] {
  return differences.flatMap((each): Problem[] => {
    const at = { file: CODES_FILE, line: each.row.line };
    return each.kind === 'added'
      ? [{ ...at, message: `${each.id} is new but not recorded; run npm run data:record` }]
      : Object.keys(each.fields).map((column) => ({
          ...at,
          column,
          message: 'changed but not recorded; run npm run data:record',
        }));
  });
}

/** @example 'data/codes.csv: 40001-official-account was published and is gone; restore its row and set status to historic' */
export function vanishedProblems(vanished: readonly Vanished[]): Problem[] {
  return vanished.map((each): Problem => {
    if (each.kind === 'gone') {
      const message = `${each.id} was published and is gone; restore its row and set status to historic`;
      return { file: CODES_FILE, message };
    }
    const { id, row, column } = each;
    const mend =
      column === 'platforms'
        ? 'the home platform is part of the address: put it first again, or restore the row and set status to historic'
        : 'a code is the address: restore the row, set its status to historic, and add the new code as a row of its own';
    return {
      file: CODES_FILE,
      line: row.line,
      column,
      message: `${id} was published and is now ${entryId(row)}; ${mend}`,
    };
  });
}

/** Version and date of the data are the last release's. */
export function metaProblems(meta: Meta, last: Release): Problem[] {
  return (['version', 'date'] as const)
    .filter((key) => meta[key] !== last[key])
    .map((key) => ({
      file: META_FILE,
      column: key,
      message: `is ${meta[key]}, but the last release recorded has ${last[key]}; write that (npm run data:record sets both)`,
    }));
}
