import { expect, test } from '@playwright/test';
import { brokenLines, builtLines, newLines, recordedLines } from '../contract.ts';

test('every URL and every key that version 1 promised is there, with its type', () => {
  const recorded = recordedLines();
  expect(recorded.length).toBeGreaterThan(100);
  expect(brokenLines(recorded, builtLines()), 'promised in tests/data/api-v1.txt').toEqual([]);
});

test('new URLs and keys are recorded', () => {
  expect(
    newLines(recordedLines(), builtLines()),
    'not recorded yet: if they are permanent, run npm run contract:record and commit tests/data/api-v1.txt',
  ).toEqual([]);
});
