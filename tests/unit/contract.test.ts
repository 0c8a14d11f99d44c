import { expect, test } from '@playwright/test';
import { brokenLines, keyLines, newLines } from '../contract.ts';

const before = {
  date: 'x',
  codes: [
    { code: '-1', note: { zh: '' } },
    { code: '0', note: { zh: '' } },
  ],
};
const recorded = keyLines('', [before]);
const change = (changed: (copy: typeof before & Record<string, unknown>) => void) => {
  const copy = structuredClone(before);
  changed(copy);
  return keyLines('', [copy]);
};

test('every key has a line with its type', () => {
  expect(recorded).toEqual([
    'object',
    'date string',
    'codes array',
    'codes[] object',
    'codes[].code string',
    'codes[].note object',
    'codes[].note.zh string',
  ]);
});

test('a removed, retyped or newly optional key breaks the contract; a new key does not', () => {
  const breaches: [(copy: typeof before & Record<string, unknown>) => void, string[]][] = [
    [(copy) => Reflect.deleteProperty(copy, 'date'), ['date string']],
    [(copy) => Object.assign(copy, { date: 1 }), ['date string']],
    [(copy) => Object.assign(copy, { date: null }), ['date string']],
    [(copy) => Object.assign(copy.codes[0]?.note ?? {}, { zh: [] }), ['codes[].note.zh string']],
    [(copy) => Reflect.deleteProperty(copy.codes[1] ?? {}, 'code'), ['codes[].code string']],
    [(copy) => Object.assign(copy, { codes: {} }), recorded.filter((line) => line.startsWith('codes'))],
    [(copy) => Object.assign(copy, { fresh: 1 }), []],
  ];
  for (const [breach, caught] of breaches) expect(brokenLines(recorded, change(breach))).toEqual(caught);
});

test('an unrecorded key is named', () => {
  expect(
    newLines(
      recorded,
      change((copy) => Object.assign(copy, { fresh: [1] })),
    ),
  ).toEqual(['fresh array', 'fresh[] number']);
});
