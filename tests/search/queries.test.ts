import { expect, test } from '@playwright/test';
import { askAll, expectGood, type Query, queries } from '../fixtures/queries.ts';

// What tests/lookup/queries.test.ts asks in Node is asked here as a reader does: typed into the box of a built page, with
// the packed data, the worker of the full-text index and the drawing of results in between.
// On the Chinese page every seventh query is enough. It runs the same script on the same data, with another index of
// Pagefind; those queries meet each category, so each way through the look-up is taken on that page too.
const some = queries.filter((_, i) => i % 7 === 0);

const categories = (asked: readonly Query[]) => [...new Set(asked.map(({ category }) => category))];

test('the sample has queries of every category', () => {
  expect(some.length).toBeGreaterThanOrEqual(35);
  expect(categories(some)).toEqual(categories(queries));
});

for (const [name, path, asked] of [
  ['English', '/search/', queries],
  ['Chinese', '/zh/search/', some],
] as const) {
  test(`${name} page: both tiers find what is asked`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(path);
    const answers = await askAll(
      page,
      asked.map(({ query }) => query),
    );
    expectGood(asked, answers);
  });
}
