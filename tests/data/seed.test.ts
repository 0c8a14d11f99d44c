import { expect, test } from '@playwright/test';
import { catalog } from '../fixtures/catalog.ts';
import { lostSeedRows, SEED } from '../fixtures/seed.ts';

test('every row of the earlier table lives on, under its platform, with its Chinese', () => {
  expect(SEED).toHaveLength(595);
  expect(lostSeedRows(catalog)).toEqual([]);
  expect(lostSeedRows({ entries: catalog.entries.slice(1) })).toHaveLength(1);
});
