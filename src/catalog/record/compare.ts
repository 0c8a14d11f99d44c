/** Compares `data/codes.csv` and `data/meta.json` with the record of changes. */

import { CODES_FILE } from '../csv.ts';
import { META_FILE } from '../data-folder.ts';
import type { Problem } from '../problem.ts';
import { type Cells, COLUMNS, type Column, entryId, homeOfRow, type Meta, type Row } from '../schema.ts';
import { HISTORY_FILE, type History, hashOf, RESTORE, type RecordedChange, type Release } from './history.ts';

/** A row that is new, or differs from its last `recorded` hash. `texts` are the cells that the record has corrected. */
export type Unrecorded = { row: Row; recorded: string | undefined; texts: Partial<Cells> };

/** Returns the cells an entry had after a change: of each column what a later change replaced, else what the row has. */
function cellsAfter(changes: readonly RecordedChange[], change: RecordedChange, row: Cells): Cells {
  const later = changes.slice(changes.indexOf(change) + 1);
  const cell = (column: Column) => later.find(({ fields }) => fields[column])?.fields[column]?.[0] ?? row[column];
  return Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as Cells;
}

/** Returns what some changes left in the columns they changed. */
const textsAfter = (changes: readonly RecordedChange[]): Partial<Cells> =>
  Object.fromEntries(
    changes.flatMap(({ fields }) => Object.entries(fields).map(([column, [, after]]) => [column, after])),
  );

/** Returns the columns in which `cells` has another text. */
const differing = (texts: Partial<Cells>, cells: Cells): Column[] =>
  COLUMNS.filter((column) => (texts[column] ?? cells[column]) !== cells[column]);

/** Returns the rows that `npm run data:record` has to record. */
export const unrecordedRows = (rows: readonly Row[], { entries }: History): Unrecorded[] =>
  rows.flatMap((row) => {
    const changes = entries.get(entryId(row)) ?? [];
    const recorded = changes.at(-1)?.hash;
    return recorded === hashOf(row) ? [] : [{ row, recorded, texts: textsAfter(changes) }];
  });

/** Reports unrecorded rows, and the columns where the record has another text. */
export function unrecordedProblems(unrecorded: readonly Unrecorded[]): Problem[] {
  return unrecorded.flatMap(({ row, recorded, texts }): Problem[] => {
    const what = recorded ? 'changed' : `${entryId(row)} is new`;
    const message = `${what} but not recorded; run npm run data:record`;
    const problem = { file: CODES_FILE, line: row.line, message };
    const columns = differing(texts, row);
    return columns.length ? columns.map((column) => ({ ...problem, column })) : [problem];
  });
}

/** Reports published entries that have no row, and the row that one seems to have become. */
export function vanishedProblems(rows: readonly Row[], { entries }: History): Problem[] {
  const ids = new Set(rows.map(entryId));
  const unknown = rows.filter((row) => !entries.has(entryId(row)));
  const gone = [...entries].filter(([id]) => !ids.has(id));
  return gone.map(([id, changes]) => {
    const code = /^-?[^-]+/.exec(id)?.[0] ?? '';
    const hash = changes.at(-1)?.hash;
    const moved = unknown.find((row) => row.code === code || hashOf({ ...row, code }) === hash);
    const where = moved ? { line: moved.line } : {};
    const now = moved ? `now ${entryId(moved)}; code and home platform are the URL: change them back, or` : 'gone;';
    const message = `${id} was published and is ${now} restore its row and set status to historic`;
    return { file: CODES_FILE, ...where, message };
  });
}

/**
 * Reports edited lines of the record: undoing the changes of an entry, from its row back, must meet each line's hash.
 * Rows that are not recorded are left out.
 */
export function editedProblems(rows: readonly Row[], { entries }: History): Problem[] {
  return rows.flatMap((row) => {
    const changes = entries.get(entryId(row)) ?? [];
    if (changes.at(-1)?.hash !== hashOf(row)) return [];
    const edited = changes.filter((change) => {
      const cells = cellsAfter(changes, change, row);
      return hashOf(cells) !== change.hash || differing(textsAfter([change]), cells).length > 0;
    });
    const message = `does not fit the row and the later lines of ${entryId(row)}; ${RESTORE}`;
    return edited.map(({ line }) => ({ file: HISTORY_FILE, line, message }));
  });
}

/** Reports a version or date of the data that is not the last release's. */
export function metaProblems(meta: Meta, { releases }: History): Problem[] {
  const last = releases.at(-1);
  if (!last) return [{ file: HISTORY_FILE, message: 'has no release; restore it, or begin it: npm run data:record' }];
  return (['version', 'date'] as const)
    .filter((key) => meta[key] !== last[key])
    .map((key) => ({
      file: META_FILE,
      column: key,
      message: `is ${meta[key]}, but the last release has ${last[key]}; write that (npm run data:record sets both)`,
    }));
}

/** Returns the releases as pages show them, oldest first. */
export function releasesOf({ releases, entries }: History, rows: readonly Row[]): Release[] {
  const rowOf = new Map(rows.map((row) => [entryId(row), row]));
  return releases.map(({ changes, ...release }) => ({
    ...release,
    changes: changes.flatMap((change): Release['changes'] => {
      const { id, kind } = change;
      const row = rowOf.get(id);
      if (!row) return [];
      const { en, zh } = cellsAfter(entries.get(id) ?? [], change, row);
      const fields = COLUMNS.flatMap((column) => {
        const [before, after] = change.fields[column] ?? [];
        return before === undefined || after === undefined ? [] : [{ column, before, after }];
      });
      return [{ id, code: row.code, platform: homeOfRow(row), kind, meaning: { en, zh }, fields }];
    }),
  }));
}
