/** The measured queries, and every code and message of the live data, asked of the instant tier. */
import { expect, test } from '@playwright/test';
import { groupByCode } from '../../src/catalog/index.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { resultsOf } from '../../src/lookup/search/lookup.ts';
import { catalog } from '../fixtures/catalog.ts';
import { lookup } from '../fixtures/lookup.ts';
import { expectGood, queries } from '../fixtures/queries.ts';

const ask = (query: string): string[] => {
  const { ranking, scope } = interpret(query, lookup);
  return resultsOf(ranking, lookup, scope?.platform).map(({ code }) => code);
};

test('the set is whole, and a wrong answer would fail it', () => {
  expect(queries).toHaveLength(270);
  expect(queries.filter(({ expected }) => !expected.length)).toHaveLength(20);
  const all = (answer: string[]) => queries.map(() => answer);
  expect(() => expectGood(queries, all(['40013']))).toThrow();
  expect(() => expectGood(queries, all([]))).toThrow();
});

test('the instant tier alone finds what is asked', () => {
  expectGood(
    queries,
    queries.map(({ query }) => ask(query)),
  );
});

// Asked here and not in a browser, which takes minutes for it. A page draws what `resultsOf` returns, in its order, and the
// full-text tier may only add to what is sure (`unit/lookup.test.ts`, `e2e/search.test.ts`), so what is first and sure
// here is first on every page.
/** Returns the queries whose first result is another code, or is not sure. */
const notFirst = (asked: readonly { code: string; text: string }[]) =>
  asked.filter(({ code, text }) => {
    const { ranking, scope } = interpret(text, lookup);
    const [first] = resultsOf(ranking, lookup, scope?.platform);
    const [sure = -1] = ranking.sure;
    return first?.code !== code || lookup.data.entries[sure]?.code !== code;
  });

test('every code is first for itself', () => {
  const codes = groupByCode(catalog.entries).map(({ code }) => ({ code, text: code }));
  expect(notFirst(codes)).toEqual([]);
  expect(notFirst([{ code: '40013', text: '40001' }])).toHaveLength(1);
});

// A paste keeps the punctuation or has lost it, as in the earlier table and in old terminals.
for (const [name, form] of [
  ['as it is', (message: string) => message],
  ['with half-width punctuation', (message: string) => message.normalize('NFKC')],
] as const) {
  test(`every Chinese message of one entry alone is first for itself, ${name}`, () => {
    const counts = Map.groupBy(catalog.entries, ({ zh }) => zh);
    const alone = catalog.entries.filter(({ zh }) => counts.get(zh)?.length === 1);
    expect(notFirst(alone.map(({ code, zh }) => ({ code, text: form(zh) })))).toEqual([]);
  });
}
