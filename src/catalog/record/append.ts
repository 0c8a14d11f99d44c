/** Appends what has changed in `data/codes.csv` to the record, as one release with one reason. */
import fs from 'node:fs';
import path from 'node:path';
import { META_FILE } from '../data-folder.ts';
import { CatalogError, type Problem } from '../problem.ts';
import { inspectCatalog } from '../read.ts';
import type { Meta } from '../schema.ts';
import { filled, formatHistory, HISTORY_FILE, type HistoryEvent, RESTORE, type Release } from './history.ts';
import { kindOf, replayFile } from './replay.ts';
import type { Recordable } from './unrecorded.ts';
import { nextVersion } from './version.ts';

export type RecordOptions = {
  why: { en: string; zh: string };
  /** YYYY-MM-DD. */
  date: string;
  /** The next minor one when entries are added, retired or restored, the next patch when they are only corrected. */
  version?: string | undefined;
  /** Make the file: the first release, with every entry. Refused when there is one, for it would be lost. */
  begin?: boolean | undefined;
};

/** Thrown when nothing can be recorded because of what was asked for, not because of the data. */
export class RecordError extends Error {
  override name = 'RecordError';
}

const toEvent = (each: Recordable): HistoryEvent =>
  each.kind === 'added' ? { added: each.id, row: filled(each.row) } : { changed: each.id, fields: each.fields };

function versionAfter(last: string | undefined, changes: readonly Recordable[]): string {
  if (!last) return '1.0.0';
  const textsOnly = changes.every((each) => each.kind === 'changed' && kindOf(each.fields) === 'corrected');
  return nextVersion(last, textsOnly ? 'patch' : 'minor');
}

/** What the release line would be refused for is what was asked for: said by the option's name. */
const asOption = ({ column, message }: Problem): string =>
  `${column ? `--${column.replace('.', '-')}: ` : ''}${message.replace(`; ${RESTORE}`, '')}`;

/** Each file whole or not at all: all are written beside their places first, and then moved there. */
function replaceFiles(files: readonly { file: string; content: Uint8Array | string }[]): void {
  const beside = (file: string) => `${file}.new`;
  try {
    for (const { file, content } of files) fs.writeFileSync(beside(file), content);
    for (const { file } of files) fs.renameSync(beside(file), file);
  } finally {
    for (const { file } of files) fs.rmSync(beside(file), { force: true });
  }
}

/**
 * Records every added and changed entry as a new release, and sets version and date of `data/meta.json` to it.
 * @param root the project's folder
 * @returns the release; undefined, with nothing written, when there is nothing to record
 * @throws CatalogError when the data has problems that recording does not mend: a wrong cell, an entry that would vanish
 * @throws RecordError when version, date or reason cannot be, or when a record is to begin and there is one
 * @example record('.', { why: { en: 'As the platform says now.', zh: '依平台现行说明更正。' }, date: '2026-12-01' })
 *   // → { version: '1.0.1', date: '2026-12-01', why, changes: [{ id: '40001-official-account', kind: 'corrected', … }] }
 */
export function record(root: string, { why, date, version, begin = false }: RecordOptions): Release | undefined {
  const file = path.join(root, HISTORY_FILE);
  if (begin && fs.existsSync(file)) throw new RecordError(`${HISTORY_FILE} exists; record without --begin`);
  const { problems, blocking, recordable, meta, catalog } = inspectCatalog(root);
  const inTheWay = blocking.filter((problem) => !(begin && problem.file === HISTORY_FILE));
  if (inTheWay.length || !meta) throw new CatalogError(inTheWay);
  if (!recordable.length) {
    if (problems.length) throw new CatalogError(problems);
    return undefined;
  }

  const reason = { en: why.en.trim(), zh: why.zh.trim() };
  const before = begin ? Buffer.alloc(0) : fs.readFileSync(file);
  const head = { version: version ?? versionAfter(catalog?.history.at(-1)?.version, recordable), date, why: reason };
  const after = Buffer.concat([before, Buffer.from(formatHistory([head, ...recordable.map(toEvent)]))]);
  // The checks of the file are the checks of what is asked for; and nothing is written that could not be read.
  const { releases, problems: refused } = replayFile(after);
  const release = releases.at(-1);
  if (refused.length || !release) throw new RecordError(refused.map(asOption).join('\n'));

  const newMeta: Meta = { ...meta, version: release.version, date: release.date };
  // The record comes last: if the computer stops in between, recording again does the whole.
  replaceFiles([
    { file: path.join(root, META_FILE), content: `${JSON.stringify(newMeta, null, 2)}\n` },
    { file, content: after },
  ]);
  return release;
}
