import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { CatalogError } from '../../src/catalog/problem.ts';
import { inspectCatalog, readCatalog } from '../../src/catalog/read.ts';
import { RecordError, record } from '../../src/catalog/record/append.ts';
import { hashOf } from '../../src/catalog/record/history.ts';
import { ROOT } from '../fixtures/builds.ts';
import { ACCOUNT, CODES, recordProject } from '../fixtures/history.ts';
import { commit, contents, dataCommand, edit } from '../fixtures/project.ts';

const why = { en: 'The platform says so now.', zh: '依平台现行说明。' };
const date = '2027-02-01';
const options = { why, date, published: Buffer.from(CODES) };

const add = (text: string) =>
  `${text}TEST_ERROR,wecom,messages,,新的错误,A new error.,,,ours,,active,no,developer,,table,,\n`;
const correct = (text: string) => text.replace('Invalid credential.', 'Invalid type of credential.');
const retire = (text: string) => text.replace(/^(40001,wecom,.*),active,/m, '$1,historic,');
const remove = (text: string) => text.replace(/^40001,wecom,.*\n/m, '');
const invalidate = (text: string) => text.replace('签名错误', '');

/** Returns the error that recording throws, after checking that nothing was written. */
const failure = (root: string, more: object = {}): Error => {
  const before = contents(root);
  let thrown: unknown;
  try {
    record(root, { ...options, ...more });
  } catch (error) {
    thrown = error;
  }
  expect(contents(root)).toEqual(before);
  if (!(thrown instanceof Error)) throw new Error('recording did not fail');
  return thrown;
};

test('the data is complete and recorded', () => {
  expect(inspectCatalog(ROOT).problems).toEqual([]);
});

test('a correction becomes the next patch version, in the record and in meta.json', () => {
  const root = recordProject({ 'codes.csv': correct });
  expect(inspectCatalog(root).problems).toEqual([
    { file: 'data/codes.csv', line: 2, column: 'en', message: 'changed but not recorded; run npm run data:record' },
  ]);
  const before = contents(root);
  const id = '40001-official-account';
  expect(record(root, options)).toMatchObject({
    version: '1.2.1',
    date,
    why,
    changes: [{ id, kind: 'corrected', fields: [{ column: 'en' }] }],
  });
  const after = contents(root);
  const line = {
    changed: id,
    hash: hashOf({ ...ACCOUNT, en: 'Invalid type of credential.' }),
    fields: { en: ['Invalid credential.', 'Invalid type of credential.'] },
  };
  expect(after).toEqual({
    ...before,
    'history.jsonl': `${before['history.jsonl']}${JSON.stringify({ version: '1.2.1', date, why })}\n${JSON.stringify(line)}\n`,
    'meta.json': before['meta.json']?.replace('1.2.0', '1.2.1').replace('2027-01-05', date),
  });
  const { entries, history } = readCatalog(root);
  expect(history.map(({ version }) => version)).toEqual(['1.0.0', '1.0.1', '1.1.0', '1.2.0', '1.2.1']);
  expect(entries.map(({ changed }) => changed)).toEqual([date, '2027-01-05', '2026-12-01']);
});

test('additions, retirements and restorations become the next minor version, with or without corrections', () => {
  const root = recordProject({ 'codes.csv': (text) => retire(correct(add(text))) });
  const release = record(root, options);
  expect(release?.version).toBe('1.3.0');
  expect(release?.changes.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
    'corrected 40001-official-account',
    'retired 40001-wecom',
    'added TEST_ERROR-wecom',
  ]);
  const published = fs.readFileSync(path.join(root, 'data/codes.csv'));
  edit(root, 'codes.csv', (text) => text.replace(',historic,', ',active,'));
  expect(record(root, { ...options, published })).toMatchObject({ version: '1.4.0', changes: [{ kind: 'restored' }] });
  expect(readCatalog(root).history).toHaveLength(6);
});

test('recording into an empty file starts a record with every entry', () => {
  const root = recordProject({ 'history.jsonl': () => '' });
  expect(() => readCatalog(root)).toThrow('data/history.jsonl: has no release; restore it');
  expect(record(root, options)).toMatchObject({ version: '1.0.0', changes: { length: 3 } });
  expect(readCatalog(root).entries[0]?.changed).toBe(date);
  fs.rmSync(path.join(root, 'data/history.jsonl'));
  expect(failure(root).message).toContain('data/history.jsonl: cannot be read; restore it');
});

test('nothing is recorded while a cell is invalid or an entry is missing', () => {
  const invalid = failure(recordProject({ 'codes.csv': (text) => correct(invalidate(text)) }));
  expect(invalid).toBeInstanceOf(CatalogError);
  // The unrecorded changes are not reported in addition.
  expect(invalid.message).toMatch(/^1 problem in the data\ndata\/codes\.csv:4 zh: missing.*$/);
  expect(failure(recordProject({ 'codes.csv': (text) => remove(correct(text)) })).message).toContain(
    '40001-wecom was published and is gone',
  );
});

test('an invalid version, date or reason is reported by its option', () => {
  const root = recordProject({ 'codes.csv': correct });
  for (const [more, message] of [
    [{ version: '1.2.0' }, /^--version: 1\.2\.0 is not above 1\.2\.0; give a higher one$/],
    [{ version: '1.3' }, /^--version: not a version/],
    [{ date: '2027-01-04' }, /^--date: 2027-01-04 is before the last release, 2027-01-05/],
    [{ date: 'tomorrow' }, /^--date: not a date/],
    [{ why: { en: '', zh: '因' } }, /^--why-en: missing; say why the entries changed$/],
    [{ why: { en: 'a', zh: 'b' } }, /^--why-zh: missing, or not Chinese/],
  ] as const) {
    const error = failure(root, more);
    expect(error).toBeInstanceOf(RecordError);
    expect(error.message).toMatch(message);
  }
  const release = record(root, { ...options, why: { en: ' a ', zh: ' 因\n' }, version: '2.0.0' });
  expect(release).toMatchObject({ version: '2.0.0', why: { en: 'a', zh: '因' } });
});

test('a wrong version in meta.json is reported, and recording corrects it', () => {
  const root = recordProject({ 'meta.json': (text) => text.replace('1.2.0', '1.2.9') });
  expect(failure(root).message).toContain('data/meta.json version: is 1.2.9, but the last release has 1.2.0');
  edit(root, 'codes.csv', correct);
  expect(record(root, options)?.version).toBe('1.2.1');
  expect(readCatalog(root).meta.version).toBe('1.2.1');
});

for (const [what, before, after, line] of [
  ['a text before a change', '"en":["Invalid credental', '"en":["Invalid', 2],
  ['a text after a change', 'Invalid credential."]', 'Invalid."]', 5],
  ['a status that was changed back', '["active","historic"]', '["active","active"]', 8],
  ['an earlier hash', '"added":"40001-wecom","hash":"', '"added":"40001-wecom","hash":"x', 3],
] as const) {
  test(`${what} that was edited in the record is reported`, () => {
    const root = recordProject({ 'history.jsonl': (text) => text.replace(before, after) });
    expect(inspectCatalog(root).problems).toEqual([
      { file: 'data/history.jsonl', line, message: expect.stringMatching(/^does not fit .*: restore the line$/) },
    ]);
  });
}

test('a moved row is reported once', () => {
  const root = recordProject({ 'codes.csv': (text) => text.replace('40001,wecom', '40001,mini-program') });
  expect(inspectCatalog(root).problems).toMatchObject([
    { line: 3, message: expect.stringMatching(/is now 40001-mini/) },
  ]);
});

test('unrecorded changes are reported together with all other problems', () => {
  const root = recordProject({
    'codes.csv': (text) => invalidate(add(correct(text))),
    'meta.json': (text) => text.replace('2027-01-05', '2027-01-06'),
  });
  expect(inspectCatalog(root).problems.map(({ file, column, message }) => `${file} ${column}: ${message}`)).toEqual([
    expect.stringMatching(/codes\.csv zh: missing/),
    expect.stringMatching(/codes\.csv en: changed but not recorded/),
    expect.stringMatching(/codes\.csv undefined: TEST_ERROR-wecom is new but not recorded/),
    expect.stringMatching(/meta\.json date: is 2027-01-06/),
  ]);
});

test('a draft contains unrecorded changes, but invalid data is rejected', () => {
  const root = recordProject({ 'codes.csv': (text) => add(correct(text)) });
  expect(() => readCatalog(root)).toThrow('not recorded');
  const { entries, meta } = readCatalog(root, { draft: true });
  expect(entries.find(({ id }) => id === '40001-official-account')?.en).toBe('Invalid type of credential.');
  expect(entries.find(({ id }) => id === 'TEST_ERROR-wecom')?.changed).toBe(meta.date);
  expect(() => readCatalog(recordProject({ 'codes.csv': remove }), { draft: true })).toThrow(
    'was published and is gone',
  );
});

test.describe('the command', () => {
  const run = (root: string, ...args: string[]) => dataCommand(root, ['record', ...args]);
  const reasons = ['--why-en', 'A reason.', '--why-zh', '原因。', '--date', date];

  test('takes the text before a change from the last commit of the record, or from a later line', () => {
    const root = recordProject();
    commit(root);
    const before = () => readCatalog(root).history.at(-1)?.changes[0]?.fields[0]?.before;
    edit(root, 'codes.csv', (text) => add(retire(correct(text))));
    const output = `data/history.jsonl: 1.3.0 of ${date} recorded: 1 added, 1 corrected, 1 retired\n`;
    expect(run(root, ...reasons)).toEqual({ status: 0, output });
    expect(before()).toBe('Invalid credential.');
    expect(run(root, ...reasons)).toEqual({ status: 0, output: expect.stringContaining('nothing to record') });
    edit(root, 'codes.csv', (text) => text.replace('Invalid type of', 'Invalid kind of'));
    expect(run(root, ...reasons).status).toBe(0);
    expect(before()).toBe('Invalid type of credential.');
    // The release that added this entry is not committed.
    edit(root, 'codes.csv', (text) => text.replace('A new error.', 'A newer error.'));
    const unchanged = contents(root);
    const refused = /^Nothing written:\ndata\/codes\.csv:5: git does not have the text .*; commit each release/;
    expect(run(root, ...reasons)).toEqual({ status: 1, output: expect.stringMatching(refused) });
    expect(contents(root)).toEqual(unchanged);
  });

  test('records additions without git, and reports that a correction needs it', () => {
    const root = recordProject({ 'codes.csv': add });
    expect(run(root, ...reasons)).toEqual({ status: 0, output: expect.stringContaining('recorded: 1 added') });
    edit(root, 'codes.csv', correct);
    expect(run(root, ...reasons)).toEqual({
      status: 1,
      output: expect.stringMatching(/come from git; .*not a git repository/s),
    });
  });

  test('names the missing option or fix', () => {
    const root = recordProject({ 'codes.csv': add });
    expect(run(root, '--why-en', 'A reason.')).toEqual({
      status: 1,
      output: expect.stringMatching(/^Nothing written:\n--why-zh: missing.*\nusage: npm run data:record -- /),
    });
    expect(run(root, '--whyen', 'x')).toEqual({
      status: 1,
      output: expect.stringContaining("Unknown option '--whyen'"),
    });
    edit(root, 'codes.csv', remove);
    expect(run(root, ...reasons)).toEqual({
      status: 1,
      output: expect.stringMatching(
        /^Nothing written\. Fix these first:\ndata\/codes\.csv: 40001-wecom was published and is gone/,
      ),
    });
  });
});
