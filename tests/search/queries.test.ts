import { expect, test } from 'playwright/test';
import { groupByCode } from '../../src/catalog/questions.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { resultsOf } from '../../src/lookup/search/lookup.ts';
import { catalog, lookup } from '../fixtures/catalog.ts';
import { askAll, queries } from '../fixtures/queries.ts';

/** Shares of the queries whose first result, and one of whose first five, is right; and what went wrong. */
function score(answers: readonly string[][]) {
  const asked = queries.map((query, i) => ({ ...query, found: answers[i] ?? [] }));
  const positive = asked.filter(({ expected }) => expected.length);
  const right = (count: number) =>
    positive.filter(({ expected, found }) => found.slice(0, count).some((code) => expected.includes(code))).length /
    positive.length;
  return {
    first: right(1),
    five: right(5),
    empty: positive.filter(({ found }) => !found.length).map(({ query }) => query),
    nonsense: asked.filter(({ expected, found }) => !expected.length && found.length).map(({ query }) => query),
  };
}

function expectGood(answers: readonly string[][]) {
  const { first, five, empty, nonsense } = score(answers);
  expect(empty).toEqual([]);
  expect(nonsense).toEqual([]);
  expect(first).toBeGreaterThanOrEqual(0.97);
  expect(five).toBeGreaterThanOrEqual(0.99);
}

const messages = catalog.entries.filter(({ zh }, _, all) => all.filter((other) => other.zh === zh).length === 1);
/** As the earlier table and old terminals have them. */
const halfWidth = (text: string) => text.normalize('NFKC');

test('the set is whole, and a wrong answer would fail it', () => {
  expect(queries).toHaveLength(270);
  expect(queries.filter(({ expected }) => !expected.length)).toHaveLength(20);
  expect(() => expectGood(queries.map(() => ['40013']))).toThrow();
  expect(() => expectGood(queries.map(() => []))).toThrow();
});

test('the instant tier alone finds what is asked', () => {
  expectGood(
    queries.map(({ query }) => {
      const { ranking, scope } = interpret(query, lookup);
      return resultsOf(ranking, lookup, scope?.platform).map(({ code }) => code);
    }),
  );
});

// A paste keeps the punctuation or has lost it: each form is asked on one of the pages.
for (const [name, path, form] of [
  ['English', '/search/', (message: string) => message],
  ['Chinese', '/zh/search/', halfWidth],
] as const) {
  test(`${name} page: both tiers find what is asked`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(path);
    expectGood(
      await askAll(
        page,
        queries.map(({ query }) => query),
      ),
    );
  });

  test(`${name} page: every code is first for itself, every Chinese message for its entry`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto(path);
    const codes = groupByCode(catalog.entries).map(({ code }) => code);
    const found = await askAll(page, codes);
    expect(codes.filter((code, i) => found[i]?.[0] !== code)).toEqual([]);
    const texts = messages.map(({ code, zh }) => ({ code, text: form(zh) }));
    const answers = await askAll(
      page,
      texts.map(({ text }) => text),
    );
    expect(texts.filter(({ code }, i) => answers[i]?.[0] !== code)).toEqual([]);
  });
}
