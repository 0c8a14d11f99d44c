import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { CatalogError } from '../../src/catalog/problem.ts';
import { readCatalog } from '../../src/catalog/read.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { project } from '../fixtures/project.ts';

const failure = (root: string): CatalogError => {
  try {
    readCatalog(root);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
  throw new Error('the catalog was accepted');
};

test('the real data is read', () => {
  expect(readCatalog(ROOT).entries).toHaveLength(595);
});

test('all problems of all files come at once, located', () => {
  const root = project({
    'codes.csv': (text) =>
      text.replace('请求成功', '').replace(',messages,', ',mesages,').replace('The department does not exist.', ''),
    'topics.json': (text) => text.replace('"about"', '"abuot"'),
  });
  const { message } = failure(root);
  expect(message).toContain('data/topics.json');
  const onlyCodes = failure(
    project({ 'codes.csv': (text) => text.replace('请求成功', '').replace('The department does not exist.', '') }),
  );
  expect(onlyCodes.problems).toHaveLength(2);
  expect(onlyCodes.message).toMatch(/data\/codes\.csv:3 zh: missing/);
  expect(onlyCodes.message).toMatch(/data\/codes\.csv:\d+ en: missing; every entry needs an English meaning/);
});

test('a platform’s invalid colour and a short name that is too long are refused', () => {
  const root = project({
    'platforms.json': (text) => text.replace('#55655c', 'gray').replace('"Official Acct"', '"Official Account"'),
  });
  const { message } = failure(root);
  expect(message).toMatch(/data\/platforms\.json \S*colour\.light: invalid colour; write it as #rrggbb/);
  expect(message).toMatch(/data\/platforms\.json \S*short\.en: /);
});

test('a file that is no JSON, and one that is gone, are named', () => {
  expect(failure(project({ 'platforms.json': () => '{' })).message).toMatch(
    /data\/platforms\.json: cannot be read as JSON/,
  );
  const root = project({});
  fs.rmSync(path.join(root, 'data/codes.csv'));
  expect(failure(root).message).toMatch(/data\/codes\.csv: cannot be read/);
});

test('an unsorted file is refused with the command that mends it', () => {
  const swap = (text: string) => {
    const lines = text.split('\n');
    [lines[2], lines[3]] = [lines[3] ?? '', lines[2] ?? ''];
    return lines.join('\n');
  };
  expect(failure(project({ 'codes.csv': swap })).message).toMatch(/data\/codes\.csv:4 code: .*npm run data:format/);
});
