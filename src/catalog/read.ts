/** Reads and checks the catalog in `data/`, or in `DATA_DIR`: the only code that opens those files. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { CODES_FILE, parseCodes } from './csv.ts';
import { GLOSSARY_FILE, META_FILE, PLATFORMS_FILE, SOURCES_FILE, TOPICS_FILE } from './data-folder.ts';
import { readGlossary } from './glossary.ts';
import { guideFiles, readGuides } from './guides.ts';
import { LISTED_FILE, listedProblems } from './listed.ts';
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
  type Guide,
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

/** Files whose changes must rebuild the site, relative to the project. */
export const DATA_FILES = [
  CODES_FILE,
  HISTORY_FILE,
  PLATFORMS_FILE,
  TOPICS_FILE,
  SOURCES_FILE,
  META_FILE,
  GLOSSARY_FILE,
  LISTED_FILE,
];

/** Parses and validates a JSON file. If it is invalid, adds to `problems` and returns undefined. */
function readJson<T>(root: string, file: string, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  } catch (cause) {
    problems.push({
      file,
      message: `cannot be read as JSON (${cause instanceof Error ? cause.message : cause}); fix or restore it`,
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

/** Reports earlier slugs that another platform has or had: a URL can redirect to one platform only. */
export function checkFormerSlugs(platforms: readonly Platform[]): Problem[] {
  const taken = new Map(platforms.map(({ slug }) => [slug, slug]));
  return platforms.flatMap(({ slug, former = [] }) =>
    former.flatMap((earlier) => {
      const owner = taken.get(earlier);
      if (owner === undefined) taken.set(earlier, slug);
      const message = `“${earlier}” already belongs to ${owner}; list each earlier slug once`;
      return owner === undefined ? [] : [{ file: PLATFORMS_FILE, column: `${slug}.former`, message }];
    }),
  );
}

/** Reads the record of changes. Returns undefined if a line is invalid: rows cannot be compared with it then. */
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
 * Compares the rows with the record. Lines with other problems are left out, because they must be fixed before they are
 * recorded. Missing entries are not reported while a code or platform is invalid, because the ids are unknown then.
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
  /** All problems. */
  problems: Problem[];
  /** Problems that `npm run data:record` does not fix. Without them the data can be shown as a draft. */
  blocking: Problem[];
  unrecorded: Unrecorded[];
  rows: Row[];
  known: Known;
  meta: Meta | undefined;
  /** Undefined if `blocking` is not empty. */
  catalog: Catalog | undefined;
};

/** Returns every problem of the catalog, and the parts that could be read. Never throws. */
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
    glossary: readGlossary(root, blocking),
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
  // With an invalid platforms.json every row would be reported as well.
  if (platforms && topics && sources) blocking.push(...checkRows(rows, known), ...listedProblems(root, rows));
  // Without rows every guide would be reported as well.
  const guides = rows.length ? readGuides(root, rows, blocking) : new Map<string, Guide[]>();
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
  const entries = rows.map((row) =>
    entrySchema.parse({ ...toEntry(row, changed(row)), guides: guides.get(entryId(row)) ?? [] }),
  );
  // Platforms, topics and sources may be ready before their first entry; until then they are not shown.
  const used = new Set(entries.flatMap((entry) => [...entry.platforms, entry.topic, ...entry.source]));
  const catalog = {
    entries,
    platforms: platforms.filter(({ slug }) => used.has(slug)),
    topics: topics.filter(({ slug }) => used.has(slug)),
    sources: sources.filter(({ id }) => used.has(id)),
    meta,
    history: releasesOf(history, rows),
  };
  return { ...inspection, catalog };
}

let lastInspection: { key: string; inspection: Inspection } | undefined;

/** Inspects again only when a data file has changed: six collections and five build steps read the same catalog. */
function inspectOnce(root: string): Inspection {
  const changed = [...DATA_FILES, ...guideFiles(root)].map(
    (file) => fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs,
  );
  const key = [path.resolve(root), ...changed].join(' ');
  if (lastInspection?.key !== key) lastInspection = { key, inspection: inspectCatalog(root) };
  return lastInspection.inspection;
}

/**
 * Returns the whole catalog, entries in canonical order.
 * @param root the project's folder
 * @param draft whether to accept changes that are not recorded yet, to preview them
 * @throws CatalogError listing every problem, one per line
 */
export function readCatalog(root: string, { draft = false } = {}): Catalog {
  const { problems, blocking, catalog } = inspectOnce(root);
  if (!catalog || (problems.length && !draft)) throw new CatalogError(draft ? blocking : problems);
  return catalog;
}
