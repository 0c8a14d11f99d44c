/**
 * The contract of the API: every URL, and every key with its type, recorded in `tests/data/api-v1.txt`. Run as a program
 * (`npm run contract:record`) it adds what is new in the built site. It removes nothing: a line that no longer holds is a
 * breaking change.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { API_FILES, type ApiFile, fillPath } from '../src/api/files.ts';
import { FILES } from '../src/site/urls.ts';
import { catalog, ROOT } from './fixtures/catalog.ts';

const DIST = path.join(ROOT, 'dist');
const RECORD = path.join(ROOT, 'tests/data/api-v1.txt');

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/**
 * Returns a line per key of documents of one kind, with its type. A key that only some have ends in `?`, and a value of
 * several types has them all, so a key that becomes optional or changes its type changes its line.
 * @example keyLines('', [{ a: [{ b: 'x' }] }, { a: [] }]) // → ['object', 'a array', 'a[] object', 'a[].b string']
 */
export function keyLines(at: string, values: readonly unknown[]): string[] {
  const lines = [`${at} ${[...new Set(values.map(typeOf))].sort().join('|')}`.trim()];
  const items = values.filter((value) => Array.isArray(value)).flat();
  if (items.length) lines.push(...keyLines(`${at}[]`, items));
  const objects = values.filter((value) => typeOf(value) === 'object') as Record<string, unknown>[];
  for (const key of new Set(objects.flatMap((object) => Object.keys(object)))) {
    const having = objects.filter((object) => key in object);
    const name = `${at ? `${at}.` : ''}${key}${having.length < objects.length ? '?' : ''}`;
    lines.push(
      ...keyLines(
        name,
        having.map((object) => object[key]),
      ),
    );
  }
  return lines;
}

/** Returns the recorded lines that no longer hold. @example brokenLines(['a string'], ['a number']) // → ['a string'] */
export const brokenLines = (recorded: readonly string[], built: readonly string[]): string[] =>
  recorded.filter((line) => !built.includes(line));

/** Returns the lines of the built site that are not recorded. */
export const newLines = (recorded: readonly string[], built: readonly string[]): string[] =>
  built.filter((line) => !recorded.includes(line));

/** Returns the values of a URL's parameter: every code, every platform's slug, or an empty text. */
export function parameterValues({ parameter }: ApiFile): string[] {
  if (parameter === 'code') return [...new Set(catalog.entries.map(({ code }) => code))];
  return parameter === 'platform' ? catalog.platforms.map(({ slug }) => slug) : [''];
}

const read = (file: string) => fs.readFileSync(path.join(DIST, file), 'utf8');

/** Returns the contract lines of the built site. @throws if a described file is missing */
export function builtLines(): string[] {
  const inFile = (file: string, lines: readonly string[]) => lines.map((line) => `${file} ${line}`);
  return [
    ...API_FILES.map((file) => `url ${file.path}`),
    ...API_FILES.filter(({ shape }) => shape).flatMap((file) =>
      inFile(
        file.path,
        keyLines(
          '',
          parameterValues(file).map((value) => JSON.parse(read(fillPath(file, value)))),
        ).slice(1),
      ),
    ),
    ...inFile(
      FILES.csv,
      (read(FILES.csv).replace('\uFEFF', '').split('\r\n')[0] ?? '')
        .split(',')
        .map((name, i) => `column ${i + 1} ${name}`),
    ),
    ...inFile(
      FILES.schema,
      Object.keys(JSON.parse(read(FILES.schema)).$defs).map((name) => `$defs ${name}`),
    ),
    ...inFile(
      FILES.openapi,
      Object.values<{ get: { operationId: string } }>(JSON.parse(read(FILES.openapi)).paths).map(
        ({ get }) => `operation ${get.operationId}`,
      ),
    ),
  ];
}

/** Returns the recorded lines. */
export const recordedLines = (): string[] =>
  fs.existsSync(RECORD) ? fs.readFileSync(RECORD, 'utf8').split('\n').filter(Boolean) : [];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const recorded = recordedLines();
  const built = builtLines();
  const added = newLines(recorded, built);
  fs.writeFileSync(RECORD, [...recorded, ...added, ''].join('\n'));
  console.log(`${added.length} lines added, ${recorded.length + added.length} in all.`);
  const broken = brokenLines(recorded, built);
  if (broken.length) {
    console.error(`The built site breaks ${broken.length} recorded lines. Restore them:\n${broken.join('\n')}`);
    process.exitCode = 1;
  }
}
