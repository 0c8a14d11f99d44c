/** Reads and checks the troubleshooting guides in `data/guides/`: one JSON file per code and
 * platform, named by them. */
import fs from 'node:fs';
import path from 'node:path';
import { dataFile } from './data-folder.ts';
import type { Problem } from './problem.ts';
import { type Entry, entryId, type Guide, guideSchema, type Row } from './schema.ts';

export const GUIDES_FOLDER = dataFile('guides');

/** Returns the paths of all guides, relative to the project. A data folder may have none. */
export function guideFiles(root: string): string[] {
  const folder = path.join(root, GUIDES_FOLDER);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => path.posix.join(GUIDES_FOLDER, name));
}

/** Returns what a guide promises beyond its schema and does not hold, each with its place in the file. */
function brokenPromises(file: string, guide: Guide, entry: Row | undefined, codes: ReadonlySet<string>): string[] {
  const { code, platform, causes, fixes, confused = [], explains } = guide;
  const used = new Set(causes.map(({ fix }) => fix));
  const name = `${code}-${platform}.json`;
  return [
    ...(path.basename(file) === name ? [] : [`code, platform: belong to ${name}; name the file so`]),
    ...(entry ? [] : [`code, platform: no entry has ${code} on ${platform}`]),
    ...causes.flatMap(({ fix }, i) => (fix <= fixes.length ? [] : [`causes.${i}.fix: there is no fix ${fix}`])),
    ...fixes.flatMap((_, i) => (used.has(i + 1) ? [] : [`fixes.${i}: no cause leads to it; name it in “fix”`])),
    ...[
      ...confused.map((other, i) => ({ at: `confused.${i}.code`, other: other.code })),
      ...(explains?.codes ?? []).map((other, i) => ({ at: `explains.codes.${i}`, other })),
    ].flatMap(({ at, other }) =>
      codes.has(other) && other !== code ? [] : [`${at}: ${other} is not another code of the catalog`],
    ),
  ];
}

/**
 * Returns the guides by the id of their entry.
 * @param problems gets a problem for each file that is not JSON, breaks the schema, or names what does not exist
 */
export function readGuides(root: string, rows: readonly Row[], problems: Problem[]): Map<Entry['id'], Guide[]> {
  const codes = new Set(rows.map(({ code }) => code));
  const rowOf = new Map(rows.flatMap((row) => row.platforms.split(' ').map((slug) => [`${row.code} ${slug}`, row])));
  const guides = new Map<string, Guide[]>();
  for (const file of guideFiles(root)) {
    let value: unknown;
    try {
      value = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
    } catch (cause) {
      problems.push({ file, message: `cannot be read as JSON (${cause instanceof Error ? cause.message : cause})` });
      continue;
    }
    const { success, data, error } = guideSchema.safeParse(value);
    if (!success) {
      for (const { path: at, message } of error.issues)
        problems.push({ file, column: at.join('.') || 'file', message: `${message}; see data/README.md` });
      continue;
    }
    const row = rowOf.get(`${data.code} ${data.platform}`);
    for (const message of brokenPromises(file, data, row, codes)) problems.push({ file, message });
    if (row) guides.set(entryId(row), [...(guides.get(entryId(row)) ?? []), data]);
  }
  // As the entry names its platforms: its home first.
  for (const row of rows) {
    const places = row.platforms.split(' ');
    guides.get(entryId(row))?.sort((a, b) => places.indexOf(a.platform) - places.indexOf(b.platform));
  }
  return guides;
}
