/** Tests of the live data: it keeps the earlier table, and editing it as data/README.md describes works. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import { type Entry, homeOf } from '../../src/catalog/index.ts';
import { readCatalog } from '../../src/catalog/read.ts';
import type { Row } from '../../src/catalog/schema.ts';
import { createLookup, resultsOf } from '../../src/lookup/search/lookup.ts';
import { allPages } from '../../src/site/pages.ts';
import { lookupData } from '../../src/site/search-data/from-catalog.ts';
import { catalog as before, ROOT } from '../fixtures/catalog.ts';
import { commit, dataCommand, project } from '../fixtures/project.ts';

const REASONS = ['--why-en', 'The official list says so.', '--why-zh', '依官方列表更正。'];
const MESSAGE = 'no other entry has this message';

/** The table this site replaces: code, home platform, and the Chinese with half-width punctuation. */
const SEED = fs
  .readFileSync(path.join(ROOT, 'tests/data/seed-rows.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [code: string, platform: string, zh: string]);

/** Returns the rows of that table that have no entry with their platform and Chinese. */
const lostSeedRows = (entries: readonly Entry[]) =>
  SEED.filter(
    ([code, platform, zh]) =>
      !entries.some(
        (entry) =>
          entry.code === code &&
          homeOf(entry) === platform &&
          [entry.zh, entry.older].some((text) => text.normalize('NFKC') === zh.normalize('NFKC')),
      ),
  );

/** Adds an entry with a new code, changes an English meaning and retires an entry. */
function edit(rows: readonly Row[]) {
  const [changed, retired] = rows.filter(({ status, platforms }) => status === 'active' && platforms !== 'common');
  const last = rows.at(-1);
  if (!changed || !retired || !last) throw new Error('the data has too few active entries');
  const code = String(Math.max(...rows.map((row) => Number(row.code) || 0)) + 1);
  const edited = [{ ...last, code, errmsg: MESSAGE, en: `${last.en} Of ${code}.` }, ...rows].map((row) => {
    if (row === changed) return { ...row, en: `${row.en} It was changed.` };
    return row === retired ? { ...row, status: 'historic' } : row;
  });
  return { code, edited, changed, retired };
}

test('every row of the earlier table has an entry with its platform and its Chinese', () => {
  expect(SEED).toHaveLength(595);
  expect(lostSeedRows(before.entries)).toEqual([]);
  expect(lostSeedRows([])).toEqual(SEED);
});

test('a row can be added, changed and retired as data/README.md describes', () => {
  const root = project({}, ROOT);
  commit(root);
  const file = path.join(root, 'data/codes.csv');
  const { code, edited, changed, retired } = edit(parseCodes(fs.readFileSync(file)).rows);
  // Unsorted, as an editor may leave them.
  const [header = '', ...lines] = formatCodes(
    edited,
    before.platforms.map(({ slug }) => slug),
  )
    .trimEnd()
    .split('\n');
  fs.writeFileSync(file, `${[header, ...lines.reverse()].join('\n')}\n`);

  expect(dataCommand(root, ['check']).output).toContain('npm run data:format');
  expect(dataCommand(root, ['format']).status).toBe(0);
  const unrecorded = dataCommand(root, ['check']).output.trimEnd().split('\n').slice(0, -1);
  expect(unrecorded).toHaveLength(3);
  expect(unrecorded.filter((line) => !line.includes('npm run data:record'))).toEqual([]);
  expect(dataCommand(root, ['record', ...REASONS])).toMatchObject({ status: 0 });
  expect(dataCommand(root, ['check'])).toMatchObject({ status: 0 });
  commit(root);

  const after = readCatalog(root);
  const find = (row: Row) =>
    after.entries.find((entry) => entry.code === row.code && entry.platforms.join(' ') === row.platforms);
  expect(find(changed)?.en).toBe(`${changed.en} It was changed.`);
  expect(find(retired)?.status).toBe('historic');
  expect(after.entries).toHaveLength(before.entries.length + 1);
  expect(after.history).toHaveLength(before.history.length + 1);
  expect(
    after.history
      .at(-1)
      ?.changes.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['added', 'corrected', 'retired']);
  expect(after.meta.version).not.toBe(before.meta.version);

  // What other tests expect of the data.
  expect(lostSeedRows(after.entries)).toEqual([]);
  const pages = new Set(allPages(after).map((page) => JSON.stringify(page)));
  expect(allPages(before).filter((page) => !pages.has(JSON.stringify(page)))).toEqual([]);
  expect(pages.size).toBe(allPages(before).length + 1);
  const lookup = createLookup(lookupData(after));
  expect(resultsOf(lookup.ask(MESSAGE), lookup)[0]?.code).toBe(code);
});
