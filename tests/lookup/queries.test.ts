/** The instant tier's answers to the measured queries, and to every code and message of the live data. */
import { expect, test } from '@playwright/test';
import { groupByCode } from '../../src/catalog/index.ts';
import { answer } from '../../src/lookup/answer/answer.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { interpretNumber } from '../../src/lookup/interpret-number.ts';
import { readText } from '../../src/lookup/read-text.ts';
import { resultsOf } from '../../src/lookup/search/lookup.ts';
import { catalog } from '../fixtures/catalog.ts';
import { facts, lookup } from '../fixtures/lookup.ts';
import { expectGood, queries, questions } from '../fixtures/queries.ts';

const ask = (query: string): string[] => {
  const { ranking, scope } = interpret(query, lookup);
  return resultsOf(ranking, lookup, scope?.platform).map(({ code }) => code);
};

test('the set is complete, and wrong answers fail it', () => {
  expect(queries).toHaveLength(270);
  expect(queries.filter(({ expected }) => !expected.length)).toHaveLength(20);
  const all = (answer: string[]) => queries.map(() => answer);
  expect(() => expectGood(queries, all(['40013']))).toThrow();
  expect(() => expectGood(queries, all([]))).toThrow();
});

test('a question in words leads to the guide first', () => {
  const isChinese = ({ question }: { question: string }) => /\p{Script=Han}/u.test(question);
  expect([questions.length, questions.filter(isChinese).length]).toEqual([40, 20]);
  const firstOf = (question: string) => {
    const { concepts, items } = answer(interpret(question, lookup), lookup, { limit: 1 });
    return concepts[0]?.slug ?? items[0]?.code;
  };
  expect(questions.map(({ question }) => ({ question, first: firstOf(question) }))).toEqual(questions);
});

test('the instant tier alone answers the measured queries', () => {
  expectGood(
    queries,
    queries.map(({ query }) => ask(query)),
  );
});

/**
 * Returns the queries whose first result is another code, or is not a sure one. A browser would take minutes for this. Pages
 * show the results in this order, and the full-text tier keeps the sure ones first (`unit/lookup.test.ts`,
 * `e2e/search.test.ts`).
 */
const notFirst = (asked: readonly { code: string; text: string }[]) =>
  asked.filter(({ code, text }) => {
    const { ranking, scope } = interpret(text, lookup);
    const [first] = resultsOf(ranking, lookup, scope?.platform);
    const [sure = -1] = ranking.sure;
    return first?.code !== code || lookup.data.entries[sure]?.code !== code;
  });

test('every code is the first result for itself', () => {
  const codes = groupByCode(catalog.entries).map(({ code }) => ({ code, text: code }));
  expect(notFirst(codes)).toEqual([]);
  expect(notFirst([{ code: '40013', text: '40001' }])).toHaveLength(1);
});

// Old terminals and the earlier table have half-width punctuation.
for (const [name, form] of [
  ['as it is', (message: string) => message],
  ['with half-width punctuation', (message: string) => message.normalize('NFKC')],
] as const) {
  test(`every unique Chinese message is the first result for itself, ${name}`, () => {
    const counts = Map.groupBy(catalog.entries, ({ zh }) => zh);
    const alone = catalog.entries.filter(({ zh }) => counts.get(zh)?.length === 1);
    const asked = alone.map(({ code, zh }) => ({ code, text: form(zh) }));
    // A sample of the messages that the form leaves alone, and all that it changes.
    const measured = asked
      .filter(({ text }, i) => i % 5 === 0 || text !== alone[i]?.zh)
      // A text that names a code is answered by the code.
      .filter(({ text }) => !readText(text, facts).codes.length);
    expect(notFirst(measured)).toEqual([]);
  });
}

test('a number is interpreted without the rules for words as with them', () => {
  const codes = groupByCode(catalog.entries).flatMap(({ code }) => (/^-?\d+$/.test(code) ? [code] : []));
  for (const text of [...codes, '40999', '99999', '400', '12', ' 40001\n', '846699', '-99999', '90010'])
    expect(interpretNumber(text, lookup), text).toEqual(interpret(text, lookup));
  for (const text of ['SIGN_ERROR', '40001 40003', '0x1', '0013', ''])
    expect(interpretNumber(text, lookup)).toBeUndefined();
});
