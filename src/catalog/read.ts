/** Reads and checks the catalog in `data/`, or in the folder `DATA_DIR` names: the only code that opens those files. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { CODES_FILE, parseCodes } from './csv.ts';
import { META_FILE, PLATFORMS_FILE, SOURCES_FILE, TOPICS_FILE } from './data-folder.ts';
import { CatalogError, type Problem } from './problem.ts';
import {
  editedProblems,
  metaProblems,
  releasesOf,
  type Unrecorded,
  unrecordedProblems,
  unrecordedRows,
  vanishedProblems,
} from './record/compare.ts';
import { HISTORY_FILE, type History, type Release, readHistory } from './record/history.ts';
import { checkCanonical, checkRows, type Known } from './rules.ts';
import {
  type Entry,
  entryId,
  entrySchema,
  type Meta,
  metaSchema,
  type Platform,
  platformSchema,
  type Row,
  type Source,
  sourceSchema,
  type Topic,
  toEntry,
  topicSchema,
} from './schema.ts';

export type Catalog = {
  entries: Entry[];
  platforms: Platform[];
  topics: Topic[];
  sources: Source[];
  meta: Meta;
  /** Every release with what it added and changed, newest last. */
  history: Release[];
};

/** The files a change of which must rebuild the site, relative to the project. */
export const DATA_FILES = [CODES_FILE, HISTORY_FILE, PLATFORMS_FILE, TOPICS_FILE, SOURCES_FILE, META_FILE];

/** Parses one JSON file against its schema. On a fault the problems are added to `problems` and undefined comes back. */
function readJson<T>(root: string, file: string, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  } catch (cause) {
    problems.push({
      file,
      message: `cannot be read as JSON (${cause instanceof Error ? cause.message : cause}); mend it`,
    });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push({
      file,
      column: issue.path.join('.') || 'file',
      message: `${issue.message}; see src/catalog/schema.ts`,
    });
  }
  return undefined;
}

/** An earlier slug leads to one platform, and is nobody's slug today: its address can only show one thing. */
export function checkFormerSlugs(platforms: readonly Platform[]): Problem[] {
  const taken = new Map(platforms.map(({ slug }) => [slug, slug]));
  return platforms.flatMap(({ slug, former = [] }) =>
    former.flatMap((earlier) => {
      const owner = taken.get(earlier);
      if (owner === undefined) taken.set(earlier, slug);
      const message = `“${earlier}” belongs to ${owner} already; name each earlier slug once`;
      return owner === undefined ? [] : [{ file: PLATFORMS_FILE, column: `${slug}.former`, message }];
    }),
  );
}

/** Reads the record. Undefined when a line of it is wrong: the rows cannot be compared with it then. */
function readRecord(root: string, problems: Problem[]): History | undefined {
  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(path.join(root, HISTORY_FILE));
  } catch {
    problems.push({ file: HISTORY_FILE, message: 'cannot be read; restore it' });
    return undefined;
  }
  const { problems: wrong, ...history } = readHistory(bytes);
  problems.push(...wrong);
  return wrong.length ? undefined : history;
}

/**
 * Compares the rows with the record as far as possible. A line with another problem is fixed before it is recorded, and
 * with a code or platform wrong it is unknown which entries are there.
 */
function compare(rows: readonly Row[], history: History, problems: readonly Problem[]) {
  const here = problems.filter(({ file }) => file === CODES_FILE);
  const idsInDoubt = here.some(({ column }) => !column || column === 'code' || column === 'platforms');
  const vanished = idsInDoubt ? [] : vanishedProblems(rows, history);
  const wrongLines = new Set([...here, ...vanished].map(({ line }) => line));
  return {
    unrecorded: unrecordedRows(rows, history).filter(({ row }) => !wrongLines.has(row.line)),
    blocking: [...vanished, ...editedProblems(rows, history)],
  };
}

export type Inspection = {
  /** Everything that is wrong. */
  problems: Problem[];
  /** Those of them that `npm run data:record` does not fix: without them the data is a draft that can be shown. */
  blocking: Problem[];
  unrecorded: Unrecorded[];
  rows: Row[];
  known: Known;
  meta: Meta | undefined;
  /** Undefined when anything is blocking. */
  catalog: Catalog | undefined;
};

/** Returns everything that is wrong in the catalog, and what could be read of it all the same. Never throws. */
export function inspectCatalog(root: string): Inspection {
  const blocking: Problem[] = [];
  const platforms = readJson(root, PLATFORMS_FILE, z.array(platformSchema), blocking);
  if (platforms) blocking.push(...checkFormerSlugs(platforms));
  const topics = readJson(root, TOPICS_FILE, z.array(topicSchema), blocking);
  const sources = readJson(root, SOURCES_FILE, z.array(sourceSchema), blocking);
  const meta = readJson(root, META_FILE, metaSchema, blocking);
  const history = readRecord(root, blocking);
  const known: Known = {
    platforms: platforms?.map((p) => p.slug) ?? [],
    topics: topics?.map((t) => t.slug) ?? [],
    sources: sources?.map((s) => s.id) ?? [],
  };

  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(path.join(root, CODES_FILE));
  } catch {
    blocking.push({ file: CODES_FILE, message: 'cannot be read; restore it' });
    return { problems: blocking, blocking, unrecorded: [], rows: [], known, meta, catalog: undefined };
  }
  const { rows, problems: unreadable } = parseCodes(bytes);
  blocking.push(...unreadable);
  // With platforms.json broken every row would look wrong: its own problem is enough.
  if (platforms && topics && sources) blocking.push(...checkRows(rows, known));
  if (!blocking.length) blocking.push(...checkCanonical(Buffer.from(bytes).toString('utf8'), rows, known));
  if (!rows.length) blocking.push({ file: CODES_FILE, message: 'has no entry; restore it' });

  const compared = history && compare(rows, history, blocking);
  blocking.push(...(compared?.blocking ?? []));
  const unrecorded = compared?.unrecorded ?? [];
  const problems = [
    ...blocking,
    ...unrecordedProblems(unrecorded),
    ...(meta && history ? metaProblems(meta, history) : []),
  ];
  const inspection = { problems, blocking, unrecorded, rows, known, meta };
  if (blocking.length || !platforms || !topics || !sources || !meta || !history)
    return { ...inspection, catalog: undefined };
  const changed = (row: Row) => history.entries.get(entryId(row))?.at(-1)?.date ?? meta.date;
  const entries = rows.map((row) => entrySchema.parse(toEntry(row, changed(row))));
  const catalog = { entries, platforms, topics, sources, meta, history: releasesOf(history, rows) };
  return { ...inspection, catalog };
}

let lastInspection: { key: string; inspection: Inspection } | undefined;

/** Inspects again only when a data file has changed: six collections and five build steps ask for the same catalog. */
function inspectOnce(root: string): Inspection {
  const changed = DATA_FILES.map((file) => fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs);
  const key = [path.resolve(root), ...changed].join(' ');
  if (lastInspection?.key !== key) lastInspection = { key, inspection: inspectCatalog(root) };
  return lastInspection.inspection;
}

/**
 * The whole catalog, entries in canonical order.
 * @param root the project's folder
 * @param draft whether changes that are not yet recorded may pass: for looking at them while they are made
 * @throws CatalogError naming every problem, a line each
 */
export function readCatalog(root: string, { draft = false } = {}): Catalog {
  const { problems, blocking, catalog } = inspectOnce(root);
  if (!catalog || (problems.length && !draft)) throw new CatalogError(draft ? blocking : problems);
  return catalog;
}
