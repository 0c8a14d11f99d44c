import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { listedProblems } from '../../src/catalog/listed.ts';
import { CatalogError } from '../../src/catalog/problem.ts';
import { readCatalog } from '../../src/catalog/read.ts';
import type { Entry, Row } from '../../src/catalog/schema.ts';
import { ROOT, SMALL_DATA } from '../fixtures/builds.ts';
import { dataCommand, project } from '../fixtures/project.ts';
import { SMALL_ROOT } from '../fixtures/small-catalog.ts';

const failure = (root: string): CatalogError => {
  try {
    readCatalog(root);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
  throw new Error('the catalog was accepted');
};

test('the small catalog has an entry per row, and entries of every shape', () => {
  const { entries } = readCatalog(SMALL_ROOT);
  const lines = fs.readFileSync(path.join(SMALL_ROOT, 'data/codes.csv'), 'utf8').trimEnd().split('\n');
  expect(entries.map(({ line }) => line)).toEqual(lines.slice(1).map((_, i) => i + 2));
  const shapes: Record<string, (entry: Entry) => boolean> = {
    negative: ({ code }) => Number(code) < 0,
    zero: ({ code }) => code === '0',
    name: ({ code }) => /^[A-Z]/.test(code),
    'several meanings': ({ id, code }) => entries.some((other) => other.code === code && other.id !== id),
    'several platforms': ({ platforms }) => platforms.length > 3,
    historic: ({ status }) => status === 'historic',
    note: ({ note }) => note.en !== '',
    'no errmsg': ({ errmsg }) => errmsg === '',
    'very long': ({ en, errmsg }) => en.length > 500 && errmsg.length > 250,
    markup: ({ en }) =>
      ['< b >', '"double"', "'single'", '`code`', '[link](x)', '-->'].every((part) => en.includes(part)),
  };
  expect(Object.keys(shapes).filter((name) => !entries.some((entry) => shapes[name]?.(entry)))).toEqual([]);
});

test('DATA_DIR names the folder to read, and errors name its files', () => {
  const check = (folder: string) => dataCommand(ROOT, ['check'], { DATA_DIR: folder }).output;
  expect(check(SMALL_DATA)).toMatch(/^tests\/fixtures\/data\/codes\.csv: \d+ entries/);
  const output = check('./nowhere/');
  for (const file of ['codes.csv', 'platforms.json', 'topics.json', 'sources.json', 'meta.json', 'history.jsonl'])
    expect(output).toContain(`nowhere/${file}`);
});

test('all problems of all files are reported at once, with their places', () => {
  const root = project({
    'codes.csv': (text) =>
      text.replace('请求成功', '').replace(',messages,', ',mesages,').replace('Invalid credential type.', ''),
    'topics.json': (text) => text.replace('"about"', '"abuot"'),
  });
  const { message } = failure(root);
  expect(message).toContain('data/topics.json');
  const onlyCodes = failure(
    project({ 'codes.csv': (text) => text.replace('请求成功', '').replace('Invalid credential type.', '') }),
  );
  expect(onlyCodes.problems).toHaveLength(2);
  expect(onlyCodes.message).toMatch(/data\/codes\.csv:3 zh: missing/);
  expect(onlyCodes.message).toMatch(/data\/codes\.csv:\d+ en: missing; every entry needs an English meaning/);
});

test('an invalid platform colour and a short name that is too long are rejected', () => {
  const root = project({
    'platforms.json': (text) => text.replace('#55655c', 'gray').replace('"Official Acct"', '"Official Account"'),
  });
  const { message } = failure(root);
  expect(message).toMatch(/data\/platforms\.json \S*colour\.light: invalid colour; write it as #rrggbb/);
  expect(message).toMatch(/data\/platforms\.json \S*short\.en: /);
});

test('an invalid JSON file and a missing file are named', () => {
  expect(failure(project({ 'platforms.json': () => '{' })).message).toMatch(
    /data\/platforms\.json: cannot be read as JSON/,
  );
  const root = project({});
  fs.rmSync(path.join(root, 'data/codes.csv'));
  expect(failure(root).message).toMatch(/data\/codes\.csv: cannot be read/);
});

test('an unsorted file is rejected with the command that fixes it', () => {
  const swap = (text: string) => {
    const lines = text.split('\n');
    [lines[2], lines[3]] = [lines[3] ?? '', lines[2] ?? ''];
    return lines.join('\n');
  };
  expect(failure(project({ 'codes.csv': swap })).message).toMatch(/data\/codes\.csv:4 code: .*npm run data:format/);
});

test('what a list names has an entry or a reason, and no reason too many', () => {
  const listed = 'code,platforms,except\n40001,wecom pay,\n40001,cards,gone\n99999,wecom,not public\n';
  const root = project();
  fs.writeFileSync(path.join(root, 'data/listed.csv'), listed);
  const row = (code: string, platforms: string) => ({ code, platforms }) as Row;
  const messages = listedProblems(root, [row('40001', 'wecom'), row('40001', 'cards')]).map(
    ({ line, message }) => `${line} ${message.split(';')[0]}`,
  );
  expect(messages).toEqual(['2 a list has 40001 on pay, and no entry has', '3 40001 has an entry on cards']);
  expect(listedProblems(root, [row('40001', 'common')]).map(({ line }) => line)).toEqual([3]);
});

test('a guide that is no JSON, breaks the schema or names what does not exist is reported with its place', () => {
  const broken = project({
    'guides/40001-official-account.json': (text) =>
      text
        .replace('"zh": "时好时坏，含 *星号* 与 <b>"', '"zh": "only English"')
        .replace('"basis": "thread-confirmed"', '"basis": "hearsay"')
        .replace('"at": "', '"at": "a blog: ')
        .replace('"check"', '"cheque"'),
  });
  const { message } = failure(broken);
  for (const place of [
    'causes.0.symptom.zh: no Chinese text',
    'sources.0.at: neither a URL',
    'sources.1.basis: ',
    'file: Unrecognized key: "cheque"',
  ])
    expect(message).toContain(`data/guides/40001-official-account.json ${place}`);
  const root = project({
    'guides/40001-official-account.json': (text) =>
      text
        .replace('"fix": 1', '"fix": 3')
        .replace('"42001"', '"99999"')
        .replace('"platform": "off', '"platform": "un')
        .replace('"sources"', '"explains": { "codes": ["99998"], "why": { "en": "x", "zh": "无" } }, "sources"'),
  });
  fs.writeFileSync(path.join(root, 'data/guides/40164-wecom.json'), '{');
  const problems = failure(root).message;
  expect(problems).toContain('40001-official-account.json: code, platform: belong to 40001-unicial-account.json');
  expect(problems).toContain('causes.1.fix: there is no fix 3');
  expect(problems).toContain('fixes.0: no cause leads to it');
  expect(problems).toContain('confused.0.code: 99999 is not another code of the catalog');
  expect(problems).toContain('explains.codes.0: 99998 is not another code of the catalog');
  expect(problems).toContain('data/guides/40164-wecom.json: cannot be read as JSON');
});
