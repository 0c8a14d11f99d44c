/** Appends the changes of `data/codes.csv` to the record, as one release with one reason. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CODES_FILE, parseCodes } from '../csv.ts';
import { META_FILE } from '../data-folder.ts';
import { CatalogError } from '../problem.ts';
import { inspectCatalog, readCatalog } from '../read.ts';
import { COLUMNS, entryId, type Meta, type Row } from '../schema.ts';
import type { Unrecorded } from './compare.ts';
import {
  checkOrder,
  formatHistory,
  HISTORY_FILE,
  type HistoryLine,
  hashOf,
  kindOf,
  type Release,
  releaseLine,
} from './history.ts';

export type RecordOptions = {
  why: { en: string; zh: string };
  /** YYYY-MM-DD. */
  date: string;
  /** The next minor one when entries are added, retired or restored, the next patch when they are only corrected. */
  version?: string | undefined;
  /** `codes.csv` as the last release left it, for the texts before a change. From git when not given. */
  published?: Uint8Array;
};

/** Thrown when nothing can be recorded because of the options or of git, not because of the data. */
export class RecordError extends Error {
  override name = 'RecordError';
}

/**
 * Returns `codes.csv` of the commit that last changed the record, which leaves texts to git.
 * @throws RecordError when git does not run or has no such commit
 */
function publishedInGit(root: string): Uint8Array {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'pipe', maxBuffer: 2 ** 28 });
  try {
    const commit = git('log', '-1', '--format=%H', '--', HISTORY_FILE).toString().trim();
    return git('show', `${commit}:./${CODES_FILE}`);
  } catch (cause) {
    throw new RecordError(`the texts before a change come from git; ${cause instanceof Error ? cause.message : cause}`);
  }
}

/** Returns the line of a row. @throws RecordError when its last recorded state is not to be had from git and the record */
function toLine({ row, recorded, texts }: Unrecorded, published: ReadonlyMap<string, Row>): HistoryLine {
  const id = entryId(row);
  const hash = hashOf(row);
  if (!recorded) return { added: id, hash };
  const before = { ...(published.get(id) ?? row), ...texts };
  if (hashOf(before) !== recorded) {
    const fix = 'commit each release before the next, and have all commits here (git fetch --unshallow)';
    throw new RecordError(`${CODES_FILE}:${row.line}: git does not have the text of the last release; ${fix}`);
  }
  const columns = COLUMNS.filter((column) => before[column] !== row[column]);
  return { changed: id, hash, fields: Object.fromEntries(columns.map((name) => [name, [before[name], row[name]]])) };
}

/** Returns the next version: the second number rises when the set of codes changes, the third when only texts do. */
function versionAfter(last: string | undefined, lines: readonly HistoryLine[]): string {
  if (!last) return '1.0.0';
  const [major = 0, minor = 0, patch = 0] = last.split('.').map(Number);
  const textsOnly = lines.every((line) => 'changed' in line && kindOf(line.fields) === 'corrected');
  return textsOnly ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

/**
 * Records every added and changed entry as a new release, and sets version and date of `data/meta.json` to it.
 * @param root the project's folder
 * @returns the release; undefined, with nothing written, when there is nothing to record
 * @throws CatalogError when the data has problems that recording does not fix: an invalid cell, an entry that is gone
 * @throws RecordError when version, date or reason is invalid, or git does not have the texts before a change
 * @example record('.', { why: { en: 'As the platform says now.', zh: '依平台现行说明更正。' }, date: '2026-12-01' })
 *   // → { version: '1.0.1', date: '2026-12-01', why, changes: [{ id: '40001-official-account', kind: 'corrected', … }] }
 */
export function record(root: string, { why, date, version, published }: RecordOptions): Release | undefined {
  const { problems, blocking, unrecorded, meta, catalog } = inspectCatalog(root);
  if (!catalog || !meta) throw new CatalogError(blocking);
  if (!unrecorded.length) {
    if (problems.length) throw new CatalogError(problems);
    return undefined;
  }

  const corrected = unrecorded.some(({ recorded }) => recorded);
  const rows = corrected ? parseCodes(published ?? publishedInGit(root)).rows : [];
  const rowOf = new Map(rows.map((row) => [entryId(row), row]));
  const lines = unrecorded.map((each) => toLine(each, rowOf));
  const last = catalog.history.at(-1);
  const reason = { en: why.en.trim(), zh: why.zh.trim() };
  const release = { version: version ?? versionAfter(last?.version, lines), date, why: reason };
  const { error } = releaseLine.safeParse(release);
  const order = checkOrder(release, last);
  const refused = error?.issues.map((issue) => ({ column: issue.path.join('-'), message: issue.message }));
  const wrong = refused ?? (order ? [order] : []);
  if (wrong.length) throw new RecordError(wrong.map(({ column, message }) => `--${column}: ${message}`).join('\n'));

  // The record comes last: after a crash in between, recording again does the whole.
  const newMeta: Meta = { ...meta, version: release.version, date };
  fs.writeFileSync(path.join(root, META_FILE), `${JSON.stringify(newMeta, null, 2)}\n`);
  fs.appendFileSync(path.join(root, HISTORY_FILE), formatHistory([release, ...lines]));
  return readCatalog(root).history.at(-1);
}
