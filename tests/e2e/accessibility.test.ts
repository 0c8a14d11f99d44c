import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const KINDS = [
  '',
  'codes/',
  'codes/40001/',
  'codes/-1/',
  'platforms/',
  'platforms/wecom/',
  'topics/',
  'topics/messages/',
  'search/?q=token',
  'search/?q=40999',
  'about/',
  'changes/',
  'about/api/',
  'about/tools/',
];

/** Rows and cells after these are made like them; axe takes a minute for thousands. */
const MORE_OF_THE_SAME = [
  'tbody tr:nth-child(n+12)',
  '[data-map] li:nth-child(n+4)',
  '[data-results] li:nth-child(n+12)',
];

/** All that a theme can change. The others take most of the time and find the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Every template in English and light. Chinese pages come from the same templates with other words: the three with the
 * most of both languages and of interaction stand for them. Colours do not depend on the language, so dark is looked at
 * in one.
 */
const RUNS = [
  { scheme: 'light', language: '', paths: [...KINDS, 'no-such-page/'] },
  { scheme: 'light', language: 'zh/', paths: ['', 'codes/40001/', 'search/?q=token'] },
  { scheme: 'dark', language: '', paths: [...KINDS, 'no-such-page/'] },
] as const;

for (const { scheme, language, paths } of RUNS) {
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    for (const path of paths.map((each) => `/${language}${each}`)) {
      test(`no violation on ${path}`, async ({ page }) => {
        test.setTimeout(90_000);
        await page.goto(path);
        if (path.includes('search/')) await expect(page.locator('[data-output]')).toBeVisible();
        if (path.endsWith('codes/40001/')) {
          await page.locator('#official-account [data-share]').click();
          await expect(page.locator('.share')).toBeVisible();
        }
        const builder = MORE_OF_THE_SAME.reduce((axe, selector) => axe.exclude(selector), new AxeBuilder({ page }));
        if (scheme === 'dark') builder.withRules(COLOUR_RULES);
        const { violations } = await builder.analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        );
        expect(found).toEqual([]);
      });
    }
  });
}

test('axe rejects what is wrong', async ({ page }) => {
  await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main>');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toContain('image-alt');
});
