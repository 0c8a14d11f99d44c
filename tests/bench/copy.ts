/**
 * Copies the project to a new folder with many times its data:
 *   npm run bench:copy -- /tmp/seven 7 && cd /tmp/seven && npm run build
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODES_FILE, formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import { readCatalog } from '../../src/catalog/read.ts';
import { record } from '../../src/catalog/record/append.ts';
import type { Row } from '../../src/catalog/schema.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { copyProject } from '../fixtures/project.ts';

/** Columns whose text is joined with that of another row, so that copies differ and compress like real texts. */
const JOINED: Partial<Record<keyof Row, string>> = { en: ' ', zh: '；', note_en: ' ', note_zh: '' };

/** Returns copies of the rows, with the number of the copy as a prefix of their codes. */
function copyRows(rows: readonly Row[], copy: number): Row[] {
  const codes = [...new Set(rows.map(({ code }) => code))];
  // Names and negative codes become unused numbers, because codes must be unique.
  const digits = (code: string) => (/^\d+$/.test(code) ? code : `${8_000_000 + codes.indexOf(code)}`);
  return rows.map((row, i) => {
    const other = rows[(i * 7 + copy * 13) % rows.length] ?? row;
    const join = ([column, between]: [string, string]) => {
      const texts = [row, other].map((each) => each[column as keyof Row]).filter(Boolean);
      return [column, texts.join(between)];
    };
    const joined = Object.fromEntries(Object.entries(JOINED).map(join));
    return { ...row, ...joined, code: `${copy}${digits(row.code).padStart(7, '0')}` };
  });
}

/** Copies the project with `factor` times its data. @returns the number of entries @throws if the folder exists */
export function copyWithData(target: string, factor: number): number {
  if (fs.existsSync(target)) throw new Error(`${target} exists already`);
  copyProject(target);
  const { rows } = parseCodes(fs.readFileSync(path.join(ROOT, CODES_FILE)));
  const all = [...rows, ...Array.from({ length: factor - 1 }, (_, i) => copyRows(rows, i + 1)).flat()];
  if (factor === 1) return all.length;
  const { platforms, meta } = readCatalog(ROOT);
  const order = platforms.map(({ slug }) => slug);
  fs.writeFileSync(path.join(target, CODES_FILE), formatCodes(all, order));
  // A build rejects unrecorded entries.
  record(target, { why: { en: 'Copies, to measure builds.', zh: '用于测量构建的副本。' }, date: meta.date });
  return all.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [target, factor] = [process.argv[2], Number(process.argv[3])];
  if (target && Number.isInteger(factor) && factor >= 1) {
    console.log(`${target}: ${copyWithData(target, factor)} entries`);
  } else {
    console.error('usage: npm run bench:copy -- NEW_FOLDER FACTOR');
    process.exitCode = 1;
  }
}
