import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { tooWide } from '../fixtures/page.ts';

const first = (page: Page) => page.locator('[data-results] > li > a').first();
const box = (page: Page) => page.locator('[data-search] :is(input, textarea)');
const output = (page: Page) => page.locator('[data-output]');

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
  'about/data/',
];

/** Repeated rows and cells. With thousands of them axe takes a minute. */
const MORE_OF_THE_SAME = [
  'tbody tr:nth-child(n+12)',
  'section:has(table.codes):nth-of-type(n+4)',
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
        // Removed, not left out: axe would still read 5,000 rows.
        await page.evaluate((selector) => {
          for (const element of document.querySelectorAll(selector)) element.remove();
        }, MORE_OF_THE_SAME.join());
        const builder = new AxeBuilder({ page });
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

test('at 400 % nothing is wider than the window, and what stays on top leaves most of it free', async ({ page }) => {
  // 1280 by 1024 pixels, each four times as large.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of ['/', '/zh/codes/40001/', '/codes/', '/search/?q=token', '/about/tools/', '/about/api/']) {
    await page.goto(path);
    const fixed = await page.evaluate(() => {
      scrollTo(0, 600);
      const stuck = [...document.querySelectorAll('body *')].filter((node) =>
        /^(fixed|sticky)$/.test(getComputedStyle(node).position),
      );
      const bottoms = stuck
        .map((node) => node.getBoundingClientRect())
        .filter(({ top, bottom }) => top <= 0 && bottom > 0);
      return Math.max(0, ...bottoms.map(({ bottom }) => bottom));
    });
    expect([path, await page.evaluate(tooWide), fixed <= 64]).toEqual([path, 0, true]);
  }
  for (const path of ['/', '/codes/40001/']) {
    await page.goto(path);
    await box(page).fill('40164');
    await expect(first(page)).toHaveText('40164');
    await first(page).scrollIntoViewIfNeeded();
    await expect(first(page)).toBeInViewport();
    await box(page).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/codes/40164/');
  }
});

test('what an address names is not under what stays on top', { tag: '@engines' }, async ({ page }) => {
  for (const [width, height] of [
    [320, 256],
    [390, 844],
    [700, 900],
    [1000, 700],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const [path, id] of [
      ['/codes/', '40013-official-account'],
      ['/codes/40001/', 'open-platform'],
    ]) {
      await page.goto('about:blank');
      await page.goto(`${path}#${id}`);
      const seen = await page.evaluate((name) => {
        const target = document.getElementById(name ?? '');
        const { left, top, bottom } = target?.getBoundingClientRect() ?? new DOMRect();
        const at = document.elementFromPoint(left + 40, Math.max(top, 0) + 12);
        return top >= 0 && bottom > 0 && target?.contains(at);
      }, id);
      expect([width, path, seen]).toEqual([width, path, true]);
    }
  }
});

test('with forced colours what a colour says is said by a border, an outline or a system colour', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const style = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
  await page.goto('/search/?q=token');
  // The second tier may draw the buttons anew.
  await expect(output(page)).toHaveAttribute('aria-busy', 'false');
  await page.getByRole('button', { name: /^WeCom/ }).click();
  await box(page).focus();
  // What is chosen, what was found, where the keys are.
  expect(await style('button[aria-pressed=true]', 'border-top-width')).toBe('3px');
  expect(await style('button[aria-pressed=false]', 'border-top-width')).toBe('1px');
  await box(page).fill('invalid token');
  // The second tier may draw the results anew.
  await expect(output(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('mark').first()).toBeVisible();
  expect(await style('mark', 'outline-style')).toBe('solid');
  expect(await style('mark', 'outline-color')).toBe(await style('body', 'color'));
  await page.keyboard.press('ArrowDown');
  expect(await style('[data-results] > li > a:focus', 'outline-style')).toBe('solid');
  await page.goto('/codes/#40013-official-account');
  expect(await style('tr:target', 'outline-style')).toBe('solid');
  await page.goto('/codes/40001/#open-platform');
  expect(await style('.entry:target', 'outline-style')).toBe('solid');
  const dots = await page
    .locator('.entry h2 .badge')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node, '::before').backgroundColor));
  expect(new Set(dots).size).toBe(dots.length);
});

test('nothing moves by itself, with or without the wish for less motion', async ({ page }) => {
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto('/');
    await box(page).fill('token');
    await expect(first(page)).toBeVisible();
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map(String),
      ...[...document.querySelectorAll('*')]
        .filter((node) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node);
          return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
        })
        .map(({ tagName }) => tagName),
    ]);
    expect(moving).toEqual([]);
  }
});
