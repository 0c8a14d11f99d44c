import { expect, test } from '@playwright/test';
import { formatCodes } from '../../src/catalog/csv.ts';
import { checkCanonical, checkRows, type Known, RULES } from '../../src/catalog/rules.ts';
import { BAD, GOOD } from '../fixtures/bad-rows.ts';

const known: Known = {
  platforms: ['official-account', 'mini-program', 'wecom'],
  topics: ['messages'],
  sources: ['table'],
  glossary: [{ zh: '不合法', en: 'invalid', not: ['illegal'] }],
};

test('a valid row passes every rule', () => {
  expect(checkRows([GOOD], known)).toEqual([]);
});

for (const { rule, column, row, says } of BAD) {
  test(`${rule} rejects ${JSON.stringify(row)}`, () => {
    const bad = { ...GOOD, ...row, line: 7 };
    const problems = RULES[rule]([bad], known);
    expect(problems).toEqual([{ file: 'data/codes.csv', line: 7, column, message: expect.stringMatching(says) }]);
    expect(checkRows([bad], known)).toContainEqual(problems[0]);
  });
}

test('uniqueKey rejects a second meaning of a code on any of its platforms', () => {
  const other = { ...GOOD, line: 3, platforms: 'mini-program official-account' };
  expect(RULES.uniqueKey([GOOD, other], known)).toEqual([
    expect.objectContaining({ line: 3, column: 'platforms', message: expect.stringContaining('is already on line 2') }),
  ]);
  expect(RULES.uniqueKey([GOOD, { ...GOOD, line: 3, platforms: 'wecom' }], known)).toEqual([]);
});

test('englishTellsApart rejects the same English for two codes of a platform, without a note', () => {
  const twin = { ...GOOD, line: 3, code: '40002' };
  expect(RULES.englishTellsApart([GOOD, twin], known)).toEqual([
    expect.objectContaining({ line: 3, column: 'en', message: expect.stringContaining('the same as that of 40001') }),
  ]);
  expect(RULES.englishTellsApart([GOOD, { ...twin, note_en: 'Of videos.' }], known)).toEqual([]);
  expect(RULES.englishTellsApart([GOOD, { ...twin, platforms: 'wecom' }], known)).toEqual([]);
});

test('sorted rejects a smaller number after a larger, and platforms out of order', () => {
  const negative = { ...GOOD, line: 3, code: '-1' };
  expect(RULES.sorted([GOOD, negative], known)).toEqual([expect.objectContaining({ line: 3, column: 'code' })]);
  const wecom = { ...GOOD, line: 2, platforms: 'wecom' };
  expect(RULES.sorted([wecom, { ...GOOD, line: 3 }], known)).toHaveLength(1);
  expect(RULES.sorted([negative, GOOD, { ...wecom, line: 4 }], known)).toEqual([]);
});

test('each rule has a test in which it rejects something', () => {
  const seen = new Set<string>([...BAD.map(({ rule }) => rule), 'uniqueKey', 'englishTellsApart', 'sorted']);
  expect(Object.keys(RULES).filter((rule) => !seen.has(rule))).toEqual([]);
});

test('a file with unnecessary quotes is not canonical, and the line is named', () => {
  const canonical = formatCodes([GOOD], known.platforms);
  expect(checkCanonical(canonical, [GOOD], known)).toEqual([]);
  expect(checkCanonical(canonical.replace('40001', '"40001"'), [GOOD], known)).toEqual([
    expect.objectContaining({ line: 2, message: expect.stringContaining('npm run data:format') }),
  ]);
});
