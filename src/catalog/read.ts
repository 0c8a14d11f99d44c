/** Reads and checks everything in `data/`: the only code that opens those files. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { CODES_FILE, parseCodes } from './csv.ts';
import { CatalogError, type Problem } from './problem.ts';
import { checkCanonical, checkRows, type Known } from './rules.ts';
import {
  type Entry,
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
};

/** The files a change of which must rebuild the site, relative to the project. */
export const DATA_FILES = [
  CODES_FILE,
  'data/platforms.json',
  'data/topics.json',
  'data/sources.json',
  'data/meta.json',
];

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
      return owner === undefined ? [] : [{ file: 'data/platforms.json', column: `${slug}.former`, message }];
    }),
  );
}

/** Everything that is wrong in `data/`, and what could be read of it all the same. Never throws. */
export function inspectCatalog(root: string): {
  problems: Problem[];
  rows: Row[];
  known: Known;
  catalog: Catalog | undefined;
} {
  const problems: Problem[] = [];
  const platforms = readJson(root, 'data/platforms.json', z.array(platformSchema), problems);
  if (platforms) problems.push(...checkFormerSlugs(platforms));
  const topics = readJson(root, 'data/topics.json', z.array(topicSchema), problems);
  const sources = readJson(root, 'data/sources.json', z.array(sourceSchema), problems);
  const meta = readJson(root, 'data/meta.json', metaSchema, problems);
  const known: Known = {
    platforms: platforms?.map((p) => p.slug) ?? [],
    topics: topics?.map((t) => t.slug) ?? [],
    sources: sources?.map((s) => s.id) ?? [],
  };

  let bytes: Uint8Array;
  try {
    bytes = fs.readFileSync(path.join(root, CODES_FILE));
  } catch {
    problems.push({ file: CODES_FILE, message: 'cannot be read; restore it' });
    return { problems, rows: [], known, catalog: undefined };
  }
  const { rows, problems: unreadable } = parseCodes(bytes);
  problems.push(...unreadable);
  // With platforms.json broken every row would look wrong: its own problem is enough.
  if (platforms && topics && sources) problems.push(...checkRows(rows, known));
  if (!problems.length) problems.push(...checkCanonical(Buffer.from(bytes).toString('utf8'), rows, known));
  if (!rows.length) problems.push({ file: CODES_FILE, message: 'has no entry; restore it' });
  if (problems.length || !platforms || !topics || !sources || !meta)
    return { problems, rows, known, catalog: undefined };
  const entries = rows.map((row) => entrySchema.parse(toEntry(row, meta.date)));
  return { problems, rows, known, catalog: { entries, platforms, topics, sources, meta } };
}

/**
 * The whole catalog, entries in canonical order.
 * @param root the project's folder
 * @throws CatalogError naming every problem, a line each
 */
export function readCatalog(root: string): Catalog {
  const { problems, catalog } = inspectCatalog(root);
  if (!catalog) throw new CatalogError(problems);
  return catalog;
}
