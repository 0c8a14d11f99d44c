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

/** Repeated rows and cells. With thousands of them axe takes a minute. */
const MORE_OF_THE_SAME = [
  'tbody tr:nth-child(n+12)',
  '[data-map] li:nth-child(n+4)',
  '[data-results] li:nth-child(n+12)',
];

/** The rules whose result depends on the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Every template in English and light. Chinese pages use the same templates, so three are enough: those with the most
 * mixed language and interaction. Colours do not depend on the language, so dark is checked in one.
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

test('axe rejects an image without alt', async ({ page }) => {
  await page.setContent('<html lang="en"><title>x</title><main><h1>x</h1><img src="data:,"></main>');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toContain('image-alt');
});
