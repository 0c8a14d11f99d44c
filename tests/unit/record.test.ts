import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { CatalogError } from '../../src/catalog/problem.ts';
import { inspectCatalog, readCatalog } from '../../src/catalog/read.ts';
import { RecordError, record } from '../../src/catalog/record/append.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { contents, edit, project } from '../fixtures/project.ts';

const why = { en: 'The platform says so now.', zh: '依平台现行说明。' };
const options = { why, date: '2026-12-01' };

const NEW_ROW = '99999999,wecom,messages,,新的错误,A new error.,active,table,,\n';
const add = (text: string) => `${text}${NEW_ROW}`;
const correct = (text: string) => text.replace('Invalid credential type.', 'Invalid type of credential.');
const retire = (text: string) => text.replace(/^(40004,.*),active,/m, '$1,historic,');
const remove = (text: string) => text.replace(/^40004,.*\n/m, '');

const failure = (root: string, more: object = {}): Error => {
  const before = contents(root);
  let thrown: unknown;
  try {
    record(root, { ...options, ...more });
  } catch (error) {
    thrown = error;
  }
  expect(contents(root)).toEqual(before);
  if (!(thrown instanceof Error)) throw new Error('it was recorded');
  return thrown;
};

test('a correction is the next patch: appended, and in meta.json; the data is in order again', () => {
  const root = project({ 'codes.csv': correct });
  expect(inspectCatalog(root).problems).toEqual([
    { file: 'data/codes.csv', line: 6, column: 'en', message: 'changed but not recorded; run npm run data:record' },
  ]);
  const before = contents(root);
  expect(record(root, options)).toMatchObject({
    version: '1.0.1',
    date: '2026-12-01',
    why,
    changes: [{ id: '40002-official-account', kind: 'corrected', fields: [{ column: 'en' }] }],
  });
  const after = contents(root);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(after['history.jsonl']).toBe(
    `${before['history.jsonl']}${JSON.stringify({ version: '1.0.1', date: '2026-12-01', why })}\n${JSON.stringify({
      changed: '40002-official-account',
      fields: { en: ['Invalid credential type.', 'Invalid type of credential.'] },
    })}\n`,
  );
  expect(JSON.parse(after['meta.json'] ?? '')).toEqual({ version: '1.0.1', date: '2026-12-01', licence: 'CC BY 4.0' });
  expect(after['meta.json']?.endsWith('}\n')).toBe(true);
  const { entries, history } = readCatalog(root);
  expect(history.map(({ version }) => version)).toEqual(['1.0.0', '1.0.1']);
  const changed = (id: string) => entries.find((entry) => entry.id === id)?.changed;
  expect(changed('40002-official-account')).toBe('2026-12-01');
  expect(changed('40001-official-account')).toBe('2026-11-22');
});

test('additions and retirements are the next minor version, beside corrections', () => {
  const root = project({ 'codes.csv': (text) => retire(correct(add(text))) });
  const release = record(root, options);
  expect(release?.version).toBe('1.1.0');
  expect(release?.changes.map(({ id, kind }) => `${kind} ${id}`).sort()).toEqual([
    'added 99999999-wecom',
    'corrected 40002-official-account',
    'retired 40004-official-account',
  ]);
  expect(readCatalog(root).entries.find(({ code }) => code === '40004')?.status).toBe('historic');
  edit(root, 'codes.csv', (text) => text.replace(/^(40004,.*),historic,/m, '$1,active,'));
  expect(record(root, options)).toMatchObject({ version: '1.2.0', changes: [{ kind: 'restored' }] });
  expect(readCatalog(root).history).toHaveLength(3);
});

test('a version and spaces around a reason are as asked for', () => {
  const root = project({ 'codes.csv': correct });
  const release = record(root, { ...options, why: { en: ' a ', zh: ' 因\n' }, version: '2.0.0' });
  expect(release).toMatchObject({ version: '2.0.0', why: { en: 'a', zh: '因' } });
});

test('nothing to record writes nothing', () => {
  const root = project();
  const before = contents(root);
  expect(record(root, options)).toBeUndefined();
  expect(contents(root)).toEqual(before);
});

test('nothing is recorded while a cell is wrong', () => {
  const error = failure(project({ 'codes.csv': (text) => correct(text).replace('请求成功', '') }));
  expect(error).toBeInstanceOf(CatalogError);
  expect(error.message).toMatch(/data\/codes\.csv:3 zh: missing/);
  // The right change on another line is no problem of its own, nor is the wrong one to be recorded.
  expect(error.message).not.toContain('not recorded');
});

test('nothing is recorded while an entry would vanish', () => {
  expect(failure(project({ 'codes.csv': (text) => remove(correct(text)) })).message).toContain(
    'data/codes.csv: 40004-official-account was published and is gone; restore its row and set status to historic',
  );
  const moved = (text: string) => text.replace(/^40004,official-account mini-program/m, '40004,mini-program');
  expect(failure(project({ 'codes.csv': moved })).message).toMatch(
    /data\/codes\.csv:\d+ platforms: 40004-official-account was published and is now 40004-mini-program; the home platform/,
  );
});

test('nothing is recorded on a record that was edited', () => {
  const root = project({
    'codes.csv': correct,
    'history.jsonl': (text) => text.replace('"added":"0-common"', '"added":"0-x"'),
  });
  expect(failure(root).message).toMatch(/data\/history\.jsonl:3 added: is “0-x”, but its row is 0-common/);
});

test('a version, a day or a reason that cannot be is refused by its option', () => {
  const root = project({ 'codes.csv': correct });
  for (const [more, says] of [
    [{ version: '1.0.0' }, /^--version: 1\.0\.0 does not come after 1\.0\.0; give a higher one$/],
    [{ version: '1.1' }, /^--version: no version/],
    [{ date: '2026-11-21' }, /^--date: 2026-11-21 is before the last release \(2026-11-22\)/],
    [{ date: 'tomorrow' }, /^--date: no day/],
    [{ why: { en: '', zh: '因' } }, /^--why-en: missing; say why the entries changed$/],
    [{ why: { en: 'a', zh: 'b' } }, /^--why-zh: missing, or not Chinese/],
    [{ begin: true }, /exists; record without --begin/],
  ] as const) {
    const error = failure(root, more);
    expect(error).toBeInstanceOf(RecordError);
    expect(error.message).toMatch(says);
  }
});

test('meta.json changed by hand is named, and recording sets it right', () => {
  const root = project({ 'meta.json': (text) => text.replace('1.0.0', '1.0.9') });
  expect(() => readCatalog(root)).toThrow(
    /data\/meta\.json version: is 1\.0\.9, but the last release recorded has 1\.0\.0/,
  );
  expect(failure(root).message).toContain('data/meta.json version');
  edit(root, 'codes.csv', correct);
  expect(record(root, options)?.version).toBe('1.0.1');
  expect(readCatalog(root).meta.version).toBe('1.0.1');
});

test('when a file cannot be written all stays as it was', () => {
  const root = project({ 'codes.csv': correct });
  // A folder in the way of the second file.
  fs.mkdirSync(path.join(root, 'data/history.jsonl.new'));
  const files = ['codes.csv', 'history.jsonl', 'meta.json'].map((file) => path.join(root, 'data', file));
  const before = files.map((file) => fs.readFileSync(file, 'utf8'));
  expect(() => record(root, options)).toThrow();
  expect(files.map((file) => fs.readFileSync(file, 'utf8'))).toEqual(before);
  expect(fs.existsSync(path.join(root, 'data/meta.json.new'))).toBe(false);
});

test('a record can begin, once, with every entry', () => {
  const root = project();
  fs.rmSync(path.join(root, 'data/history.jsonl'));
  expect(() => readCatalog(root)).toThrow('data/history.jsonl: cannot be read; restore it');
  expect(failure(root).message).toContain('data/history.jsonl: cannot be read; restore it');
  const release = record(root, { ...options, begin: true });
  expect(release?.version).toBe('1.0.0');
  expect(release?.changes).toHaveLength(595);
  expect(readCatalog(root).entries[0]?.changed).toBe('2026-12-01');
});

test('all that is not recorded comes at once with the other problems, each located once', () => {
  const root = project({
    'codes.csv': (text) => add(correct(text)).replace('请求成功', ''),
    'meta.json': (text) => text.replace('2026-11-22', '2026-11-23'),
  });
  expect(inspectCatalog(root).problems.map(({ file, column, message }) => `${file} ${column}: ${message}`)).toEqual([
    expect.stringMatching(/codes\.csv zh: missing/),
    expect.stringMatching(/codes\.csv en: changed but not recorded/),
    expect.stringMatching(/codes\.csv undefined: 99999999-wecom is new but not recorded/),
    expect.stringMatching(/meta\.json date: is 2026-11-23/),
  ]);
});

test('a draft shows what is not yet recorded; what is wrong it does not', () => {
  const root = project({ 'codes.csv': (text) => add(correct(text)) });
  expect(() => readCatalog(root)).toThrow('not recorded');
  const { entries, meta } = readCatalog(root, { draft: true });
  expect(entries.find(({ id }) => id === '40002-official-account')?.en).toBe('Invalid type of credential.');
  expect(entries.find(({ id }) => id === '99999999-wecom')?.changed).toBe(meta.date);
  expect(() => readCatalog(project({ 'codes.csv': remove }), { draft: true })).toThrow('was published and is gone');
});

test('the command says what it recorded, what is missing, and that there is nothing', () => {
  const root = project({ 'codes.csv': (text) => retire(correct(text)) });
  const run = (...args: string[]) => {
    const cli = path.join(ROOT, 'src/catalog/cli.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'record', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };
  const reasons = ['--why-en', 'A reason.', '--why-zh', '原因。'];
  const before = contents(root);
  expect(run('--why-en', 'A reason.', '--date', '2026-12-01')).toEqual({
    status: 1,
    said: expect.stringMatching(/^nothing written:\n--why-zh: missing.*\nusage: npm run data:record -- /),
  });
  expect(run('--whyen', 'x')).toEqual({ status: 1, said: expect.stringContaining("Unknown option '--whyen'") });
  expect(contents(root)).toEqual(before);
  expect(run(...reasons, '--date', '2026-12-01')).toEqual({
    status: 0,
    said: 'data/history.jsonl: 1.1.0 of 2026-12-01 recorded: 1 corrected, 1 retired\n',
  });
  expect(run(...reasons)).toEqual({ status: 0, said: expect.stringContaining('nothing to record') });
  edit(root, 'codes.csv', remove);
  expect(run(...reasons)).toEqual({
    status: 1,
    said: expect.stringMatching(
      /^nothing written; mend first:\ndata\/codes\.csv: 40004-official-account was published and is gone/,
    ),
  });
});
