/** Does what data/README.md says, on a copy of the real data: afterwards every test of the data must still hold. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { formatCodes, parseCodes } from '../../src/catalog/csv.ts';
import { groupByCode } from '../../src/catalog/index.ts';
import { readCatalog } from '../../src/catalog/read.ts';
import type { Row } from '../../src/catalog/schema.ts';
import { createLookup, resultsOf } from '../../src/lookup/search/lookup.ts';
import { allPages } from '../../src/site/pages.ts';
import { lookupData } from '../../src/site/search-data/from-catalog.ts';
import { catalog as before } from '../fixtures/catalog.ts';
import { project } from '../fixtures/project.ts';
import { ROOT } from '../fixtures/root.ts';
import { lostSeedRows } from '../fixtures/seed.ts';

const REASONS = ['--why-en', 'The official list says so.', '--why-zh', '依官方列表更正。'];
const MESSAGE = 'no other entry has this message';

/** Runs a data command in a folder. @returns its exit status and what it wrote */
function data(root: string, ...args: string[]) {
  const cli = path.join(ROOT, 'src/catalog/cli.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

function commit(root: string) {
  const who = ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org'];
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...who, 'commit', '-qm', 'data'],
  ])
    execFileSync('git', args, { cwd: root });
}

/** Adds an entry like the last one under a code of its own, changes an English meaning and retires an entry. */
function edit(rows: readonly Row[]) {
  const [changed, retired] = rows.filter(({ status, platforms }) => status === 'active' && platforms !== 'common');
  const last = rows.at(-1);
  if (!changed || !retired || !last) throw new Error('the data has too few active entries');
  const code = String(Math.max(...rows.map((row) => Number(row.code) || 0)) + 1);
  const edited = [{ ...last, code, errmsg: MESSAGE }, ...rows].map((row) => {
    if (row === changed) return { ...row, en: `${row.en} It was changed.` };
    return row === retired ? { ...row, status: 'historic' } : row;
  });
  return { code, edited, changed, retired };
}

test('adding, changing and retiring a row by the guide leaves the data in order', () => {
  const root = project({}, ROOT);
  commit(root);
  const file = path.join(root, 'data/codes.csv');
  const { code, edited, changed, retired } = edit(parseCodes(fs.readFileSync(file)).rows);
  // Out of order, as an editor may leave them.
  const [header = '', ...lines] = formatCodes(
    edited,
    before.platforms.map(({ slug }) => slug),
  )
    .trimEnd()
    .split('\n');
  fs.writeFileSync(file, `${[header, ...lines.reverse()].join('\n')}\n`);

  expect(data(root, 'check').output).toContain('npm run data:format');
  expect(data(root, 'format').status).toBe(0);
  const unrecorded = data(root, 'check').output.trimEnd().split('\n').slice(0, -1);
  expect(unrecorded).toHaveLength(3);
  expect(unrecorded.filter((line) => !line.includes('npm run data:record'))).toEqual([]);
  expect(data(root, 'record', ...REASONS)).toMatchObject({ status: 0 });
  expect(data(root, 'check')).toMatchObject({ status: 0 });
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

  // What other tests ask of the data.
  expect(lostSeedRows(after)).toEqual([]);
  const pages = new Set(allPages(after).map((page) => JSON.stringify(page)));
  expect(allPages(before).filter((page) => !pages.has(JSON.stringify(page)))).toEqual([]);
  expect(pages.size).toBe(allPages(before).length + 1);
  const lookup = createLookup(lookupData(after));
  const codes = groupByCode(after.entries).map((group) => group.code);
  expect(codes.filter((each) => resultsOf(lookup.ask(each), lookup)[0]?.code !== each)).toEqual([]);
  expect(resultsOf(lookup.ask(MESSAGE), lookup)[0]?.code).toBe(code);
});
