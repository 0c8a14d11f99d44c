/**
 * The record from its start to its end: the releases with what changed in each, and the rows it comes to. One named rule
 * a function, as in `rules.ts`, except that a rule here sees one line and what all earlier lines came to. To add a rule,
 * add it to REPLAY_RULES and a record it must reject to `tests/fixtures/bad-history.ts`.
 */

import type { Problem } from '../problem.ts';
import { type Cells, COLUMNS, entryId, homeOfRow } from '../schema.ts';
import {
  type AddedLine,
  allCells,
  type Change,
  type ChangedLine,
  type ChangeKind,
  HISTORY_FILE,
  type HistoryEvent,
  type HistoryLine,
  parseHistory,
  RESTORE,
  type Release,
  type ReleaseLine,
} from './history.ts';
import { compareVersions } from './version.ts';

/** An entry as the record has it, and the day of its last change. */
export type Recorded = { cells: Cells; changed: string };
type State = { releases: Release[]; entries: Map<string, Recorded> };
type Found = { column?: string; message: string };
type ReplayRule = (event: HistoryEvent, state: State, next: HistoryEvent | undefined) => Found[];

const isRelease = (event: HistoryEvent | undefined): event is ReleaseLine => event !== undefined && 'version' in event;
const isAdded = (event: HistoryEvent): event is AddedLine => 'added' in event;
const isChanged = (event: HistoryEvent): event is ChangedLine => 'changed' in event;

/** The cells after a change. */
const changedCells = (cells: Cells, { fields }: ChangedLine): Cells => ({
  ...cells,
  ...Object.fromEntries(Object.entries(fields).map(([column, [, after]]) => [column, after])),
});

export const REPLAY_RULES = {
  releaseFirst: (event, { releases }) =>
    isRelease(event) || releases.length
      ? []
      : [{ message: 'stands before any release; the file begins with a release: restore it' }],

  versionRises: (event, { releases }) => {
    const last = releases.at(-1)?.version;
    return isRelease(event) && last && compareVersions(event.version, last) <= 0
      ? [{ column: 'version', message: `${event.version} does not come after ${last}; give a higher one` }]
      : [];
  },

  dateDoesNotFall: (event, { releases }) => {
    const last = releases.at(-1)?.date;
    return isRelease(event) && last && event.date < last
      ? [
          {
            column: 'date',
            message: `${event.date} is before the last release (${last}); give that day or a later one`,
          },
        ]
      : [];
  },

  releaseNotEmpty: (event, _state, next) =>
    isRelease(event) && (!next || isRelease(next))
      ? [{ message: `release ${event.version} has no change; delete the line, or restore those after it` }]
      : [],

  addedUnderItsId: (event) => {
    if (!isAdded(event)) return [];
    const id = entryId(allCells(event.row));
    return event.added === id
      ? []
      : [{ column: 'added', message: `is “${event.added}”, but its row is ${id}; ${RESTORE}` }];
  },

  addedOnce: (event, { entries }) =>
    isAdded(event) && entries.has(event.added)
      ? [{ column: 'added', message: `${event.added} was added earlier; ${RESTORE}` }]
      : [],

  changedIsKnown: (event, { entries }) =>
    isChanged(event) && !entries.has(event.changed)
      ? [{ column: 'changed', message: `${event.changed} was never added; ${RESTORE}` }]
      : [],

  beforeIsWhatItWas: (event, { entries }) => {
    const cells = isChanged(event) && entries.get(event.changed)?.cells;
    if (!cells) return [];
    return COLUMNS.flatMap((column) => {
      const before = event.fields[column]?.[0];
      return before === undefined || before === cells[column]
        ? []
        : [{ column: `fields.${column}`, message: `before is “${before}”, but it was “${cells[column]}”; ${RESTORE}` }];
    });
  },

  idIsKept: (event, { entries }) => {
    const cells = isChanged(event) && entries.get(event.changed)?.cells;
    if (!cells) return [];
    const id = entryId(changedCells(cells, event));
    return id === event.changed
      ? []
      : [
          {
            column: 'fields',
            message: `makes it ${id}; code and home platform are the address and never change: ${RESTORE}`,
          },
        ];
  },
} satisfies Record<string, ReplayRule>;

export type ReplayRuleName = keyof typeof REPLAY_RULES;

/** @example kindOf({ status: ['active', 'historic'] }) // → 'retired' */
export function kindOf(fields: ChangedLine['fields']): ChangeKind {
  if (!fields.status) return 'corrected';
  return fields.status[1] === 'historic' ? 'retired' : 'restored';
}

const change = (id: string, cells: Cells, kind: ChangeKind, fields: Change['fields']): Change => ({
  id,
  code: cells.code,
  platform: homeOfRow(cells),
  kind,
  meaning: { en: cells.en, zh: cells.zh },
  fields,
});

/** Takes one line into the state; a line that cannot be is left out, so that it does not make later ones look wrong. */
function apply(event: HistoryEvent, { releases, entries }: State): void {
  if (isRelease(event)) {
    releases.push({ ...event, changes: [] });
    return;
  }
  const release = releases.at(-1);
  if (!release) return;
  if (isAdded(event)) {
    if (entries.has(event.added)) return;
    const cells = allCells(event.row);
    entries.set(event.added, { cells, changed: release.date });
    release.changes.push(change(event.added, cells, 'added', []));
    return;
  }
  const recorded = entries.get(event.changed);
  if (!recorded) return;
  const cells = changedCells(recorded.cells, event);
  const fields = COLUMNS.flatMap((column) => {
    const [before, after] = event.fields[column] ?? [];
    return before === undefined || after === undefined ? [] : [{ column, before, after }];
  });
  entries.set(event.changed, { cells, changed: release.date });
  release.changes.push(change(event.changed, cells, kindOf(event.fields), fields));
}

/**
 * Never throws: lines that cannot follow the earlier ones are in `problems`.
 * @param lines as `parseHistory` gives them
 * @returns the releases, newest last, and the entries by id as they are after the last line
 * @example replay(lines).entries.get('40001-official-account') // → { cells: { code: '40001', … }, changed: '2026-11-22' }
 */
export function replay(lines: readonly HistoryLine[]): State & { problems: Problem[] } {
  const state: State = { releases: [], entries: new Map() };
  const problems: Problem[] = [];
  for (const [index, { line, event }] of lines.entries()) {
    const next = lines[index + 1]?.event;
    for (const rule of Object.values(REPLAY_RULES)) {
      for (const found of (rule as ReplayRule)(event, state, next))
        problems.push({ file: HISTORY_FILE, line, ...found });
    }
    apply(event, state);
  }
  if (!lines.length) problems.push({ file: HISTORY_FILE, message: 'has no release; restore it' });
  return { ...state, problems };
}

/**
 * The whole of `data/history.jsonl`, read and replayed. Never throws. With a line that cannot be read only that is said,
 * for all that follows would look wrong too.
 * @param bytes the file as it is on disk
 */
export function replayFile(bytes: Uint8Array): State & { problems: Problem[] } {
  const { lines, problems: unreadable } = parseHistory(bytes);
  const replayed = replay(lines);
  return unreadable.length ? { ...replayed, problems: unreadable } : replayed;
}
