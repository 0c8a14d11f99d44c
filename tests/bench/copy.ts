/**
 * Copies the project to a new folder with many times its data, to see how a build grows:
 *   npm run bench:copy -- /tmp/ten 10 && cd /tmp/ten && npm run build
 * The copies of a code have a digit in front of it; their texts are put together from two real ones, so that they differ.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODES_FILE, formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import { readCatalog } from '../../src/catalog/read.ts';
import { record } from '../../src/catalog/record/append.ts';
import type { Row } from '../../src/catalog/schema.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { copyProject } from '../fixtures/copy-project.ts';

/**
 * @param target a folder that is not there yet
 * @param factor how many times the data, from 1
 * @returns how many entries the copy has
 * @throws when the folder is there
 */
export function copyWithData(target: string, factor: number): number {
  if (fs.existsSync(target)) throw new Error(`${target} is there already`);
  copyProject(target);

  const { rows } = parseCodes(fs.readFileSync(path.join(ROOT, CODES_FILE)));
  const copies = Array.from({ length: factor - 1 }, (_, i) =>
    rows.map((row, n): Row => {
      const other = rows[(n * 7 + i * 13) % rows.length] ?? row;
      const code = `${i + 1}${row.code.replace(/\D/g, '').padStart(7, '0')}`;
      return {
        ...row,
        code,
        en: `${row.en} ${other.en}`,
        zh: `${row.zh}；${other.zh}`,
        note_en: `${row.note_en} ${other.note_en}`.trim(),
        note_zh: `${row.note_zh}${other.note_zh}`,
      };
    }),
  );
  const all = [...rows, ...copies.flat()];
  // As the data is: the record knows it already.
  if (factor === 1) return all.length;
  const { platforms, meta } = readCatalog(ROOT);
  fs.writeFileSync(
    path.join(target, CODES_FILE),
    formatCodes(
      all,
      platforms.map(({ slug }) => slug),
    ),
  );
  // The copy's record must know its entries, or its build refuses them.
  record(target, { why: { en: 'Copies, to measure builds.', zh: '用于测量构建的副本。' }, date: meta.date });
  return all.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [target, factor] = [process.argv[2], Number(process.argv[3])];
  if (target && Number.isInteger(factor) && factor >= 1 && !fs.existsSync(target)) {
    console.log(`${target}: ${copyWithData(target, factor)} entries`);
  } else {
    console.error('usage: npm run bench:copy -- NEW_FOLDER FACTOR');
    process.exitCode = 1;
  }
}
