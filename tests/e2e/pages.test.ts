import { expect, test } from '@playwright/test';
import { stringsFor } from '../../src/i18n/strings.ts';
import { catalog, entryOf } from '../fixtures/catalog.ts';
import { tooWide } from '../fixtures/page.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a code page has its meanings in both languages', { tag: '@engines' }, async ({ page }) => {
    await page.goto('/codes/40001/#open-platform');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('40001');
    const meanings = catalog.entries.filter(({ code }) => code === '40001').length;
    await expect(page.getByText(stringsFor('en').code.several(meanings))).toBeVisible();
    const section = page.locator('#open-platform');
    await expect(section).toContainText(entryOf('40001-open-platform').en);
    await expect(section).toContainText(entryOf('40001-open-platform').zh);
    await page.getByRole('link', { name: '中文' }).click();
    await expect(page).toHaveURL('/zh/codes/40001/');
    await expect(page.getByText(stringsFor('zh').code.several(meanings))).toBeVisible();
  });

  test('the search form opens the search page, which explains that search needs JavaScript', {
    tag: '@engines',
  }, async ({ page }) => {
    await page.goto('/codes/0/');
    await page.locator('[data-search] :is(input, textarea)').fill('40001');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=40001');
    await expect(page.locator('noscript p')).toContainText('Search needs JavaScript');
    await expect(page.locator('noscript p')).toBeVisible();
  });
});

test('an unknown URL has status 404 and a search field', { tag: '@engines' }, async ({ page }) => {
  const response = await page.goto('/codes/99999/');
  expect(response?.status()).toBe(404);
  await page.locator('[data-search] :is(input, textarea)').fill('40164');
  await expect(page.locator('[data-results] a').first()).toHaveText('40164');
});

test('the language switch keeps page, query and anchor', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/codes/41002/#wecom');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL('/zh/codes/41002/#wecom');
  await page.goto('/search/?q=token');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL('/zh/search/?q=token');
  await expect(page.locator('[data-results] > li').first()).toBeVisible();
});

test('the table filter finds parts of either language, whatever their width and case', { tag: '@engines' }, async ({
  page,
}) => {
  await page.goto('/codes/');
  const rows = page.locator('tbody tr:not([hidden])');
  await expect(rows).toHaveCount(catalog.entries.length);
  const filter = page.locator('[data-filter] input');
  await filter.fill('ＡＣＣＥＳＳ＿token 超时');
  await expect(page.locator('[id="42001-official-account"]')).toBeVisible();
  for (const part of [/access_token/i, '超时']) await expect(rows.filter({ hasNotText: part })).toHaveCount(0);
  await filter.fill('zzzz');
  await expect(rows).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'zzzz' })).toHaveAttribute('href', /\/search\/\?q=zzzz$/);
  await filter.fill('');
  await expect(rows).toHaveCount(catalog.entries.length);
});

test('a table row has a URL', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/codes/#9008002-wifi');
  await expect(page.locator('[id="9008002-wifi"]')).toBeInViewport();
});

test('one click copies the code and announces it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/codes/40164/');
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.locator('[data-copy-status]')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('40164');
});

test('a denied clipboard is reported', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('denied')) } });
  });
  await page.goto('/codes/40164/');
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.locator('[data-copy-status]')).toContainText('Could not copy');
});

test('the chosen theme applies before the first paint of the next page, and can be reset', { tag: '@engines' }, async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.goto('/codes/0/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 19, 16)');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
});

test('home remembers the codes looked up on this device, and forgets them on request', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('[data-recent]')).toBeHidden();
  for (const code of ['40164', '40013']) await page.goto(`/codes/${code}/`);
  await page.goto('/zh/');
  await expect(page.locator('[data-recent] a')).toHaveText(['40013', '40164']);
  await page.locator('[data-recent] a').first().click();
  await expect(page).toHaveURL('/zh/codes/40013/');
  await page.goto('/');
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.locator('[data-recent]')).toBeHidden();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('what is under the box is hidden while it shows results', async ({ page }) => {
  await page.goto('/');
  const under = page.getByRole('heading', { name: 'Platforms' });
  await expect(under).toBeVisible();
  await page.locator('main textarea').fill('40164');
  await expect(page.locator('[data-results] > li').first()).toBeVisible();
  await expect(under).toBeHidden();
  await page.locator('main textarea').fill('');
  await expect(under).toBeVisible();
});

test('further meanings are one line each, and their anchors, also when followed later, open them', async ({ page }) => {
  await page.goto('/codes/40001/');
  const meaning = page.locator('#open-platform .pair');
  await expect(page.locator('#official-account .pair')).toBeVisible();
  await expect(meaning).toBeHidden();
  await page.locator('.choice[href="#open-platform"]').click();
  await expect(meaning).toBeVisible();
  await page.goto('/codes/40013/');
  await page.goto('/codes/40001/#open-platform');
  await expect(meaning).toBeVisible();
});

test('no page is wider than a phone', { tag: '@engines' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const codes = '/codes/ /codes/61454/ /codes/302004/'.split(' ');
  const others = '/ /zh/ /platforms/wecom/ /platforms/ /topics/ /about/ /changes/ /search/?q=token'.split(' ');
  for (const path of [...codes, ...others]) {
    await page.goto(path);
    expect(await page.evaluate(tooWide), path).toBe(0);
  }
});
