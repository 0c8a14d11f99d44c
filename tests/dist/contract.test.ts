import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { API_FILES, fillPath } from '../../src/api/files.ts';
import { brokenLines, builtLines, newLines, parameterValues, recordedLines } from '../contract.ts';
import { DIST } from '../fixtures/site.ts';

test('what version 1 has promised is there: every address, every key with its type', () => {
  const recorded = recordedLines();
  expect(recorded.length).toBeGreaterThan(100);
  expect(brokenLines(recorded, builtLines()), 'promised for good in tests/data/api-v1.txt').toEqual([]);
});

test('what is new is recorded', () => {
  expect(
    newLines(recordedLines(), builtLines()),
    'not promised yet: when they are meant for good, run npm run contract:record and commit tests/data/api-v1.txt',
  ).toEqual([]);
});

test('every address leads to a file, for every code and platform', () => {
  const wanted = API_FILES.flatMap((file) => parameterValues(file).map((value) => fillPath(file, value)));
  expect(wanted.length).toBeGreaterThan(3 * 573);
  expect(wanted.filter((file) => !fs.existsSync(path.join(DIST, file)))).toEqual([]);
});
