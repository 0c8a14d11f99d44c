import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { catalog, ROOT } from '../fixtures/catalog.ts';

/** The table this site replaces: code, the platform its row belongs to, its Chinese with half-width punctuation. */
const seed = fs
  .readFileSync(path.join(ROOT, 'tests/data/seed-rows.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [code: string, platform: string, zh: string]);

test('every row of the earlier table lives on, under its platform, with its Chinese', () => {
  expect(seed).toHaveLength(595);
  const lost = seed.filter(
    ([code, platform, zh]) =>
      !catalog.entries.some(
        (entry) =>
          entry.code === code && entry.platforms[0] === platform && entry.zh.normalize('NFKC') === zh.normalize('NFKC'),
      ),
  );
  expect(lost).toEqual([]);
});

test('573 codes', () => {
  expect(new Set(catalog.entries.map(({ code }) => code)).size).toBe(573);
});

test('the two known slips have their notes', () => {
  const note = (code: string) => catalog.entries.find((entry) => entry.code === code)?.note;
  expect(note('810001')?.en).toContain('80001');
  expect(note('301015')?.zh).toContain('301021');
});
