import { expect, type Page, test } from '@playwright/test';
import { catalog, entryOf } from '../fixtures/catalog.ts';

const results = (page: Page) => page.locator('[data-results] > li');
const codeOf = (page: Page, n = 0) => results(page).nth(n).locator('a').first();

test('a reader types a number on the home page and opens the answer with Enter', { tag: '@engines' }, async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('main textarea')).toBeFocused();
  await page.keyboard.type('40164');
  await expect(codeOf(page)).toHaveText('40164');
  await expect(results(page).first()).toContainText(entryOf('40164-official-account').en);
  await expect(results(page).first()).toContainText(entryOf('40164-official-account').zh);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/codes/40164/');
  await page.goBack();
  await expect(page).toHaveURL('/?q=40164');
  await expect(codeOf(page)).toHaveText('40164');
});

test('slash and Ctrl+K focus the field, arrows move, Escape leaves', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/codes/40001/');
  const field = page.locator('[data-search] :is(input, textarea)');
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.type('素材');
  await expect(results(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(codeOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(codeOf(page, 1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).not.toBeFocused();
  await expect(page.locator('[data-output]')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(results(page).first()).toBeVisible();
});

test('the count is announced', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/zh/search/?q=40001');
  await expect(page.locator('[data-status]')).toHaveText('1 个错误码');
});

test('the address holds the query and the platform, under any of the names', { tag: '@engines' }, async ({ page }) => {
  for (const name of ['q', 'e', 'errcode']) {
    await page.goto(`/search/?${name}=60020`);
    await expect(codeOf(page)).toHaveText('60020');
  }
  await page.goto('/search/?q=token');
  await page.getByRole('button', { name: /^WeCom/ }).click();
  await expect(page).toHaveURL('/search/?q=token&p=wecom');
  const badges = results(page).locator('.badge');
  expect(new Set(await badges.allTextContents())).not.toContain('Cards & Coupons');
  await page.goBack();
  await expect(page).toHaveURL('/search/?q=token');
  await expect(page.getByRole('button', { name: 'All', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('a text of several lines or over 64 characters stays out of the address', async ({ page }) => {
  await page.goto('/search/');
  await page
    .locator('[data-search] :is(input, textarea)')
    .fill(`{"errcode":40013,"errmsg":"invalid appid rid: ${'x'.repeat(60)}"}`);
  await expect(codeOf(page)).toHaveText('40013');
  await expect(page).toHaveURL('/search/');
});

test('an input method at work is left alone until it is done', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/search/');
  const field = page.locator('[data-search] :is(input, textarea)');
  await field.fill('40001');
  await expect(codeOf(page)).toHaveText('40001');
  await field.fill('');
  await expect(page.locator('[data-output]')).toBeHidden();
  await field.evaluate((input: HTMLTextAreaElement) => {
    input.value = 'su';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  await expect(page.locator('[data-output]')).toBeHidden();
  await field.evaluate((input: HTMLTextAreaElement) => {
    input.value = '素材';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  await expect(page.locator('[data-results]')).toHaveAttribute('data-query', '素材');
});

test('what is typed before the script is there is answered when it comes', async ({ page }) => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/on-demand\..*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'domcontentloaded' });
  await page.locator('[data-search] :is(input, textarea)').fill('45009');
  release();
  await expect(codeOf(page)).toHaveText('45009');
  await expect(page).toHaveURL('/?q=45009');
});

test('a code we do not have is said to be unknown, with neighbours', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/search/?q=40999');
  await expect(page.locator('[data-results]')).toHaveAttribute('data-query', '40999');
  await expect(results(page)).toHaveCount(0);
  await expect(page.locator('[data-output]')).toContainText('40999 is not in our list');
  await expect(
    page
      .locator('[data-output]')
      .getByRole('link', { name: /^40\d{3}$/ })
      .first(),
  ).toBeVisible();
});

test('a typo is corrected, and the page shows how', { tag: '@engines' }, async ({ page }) => {
  await page.goto('/search/?q=recieve%20messages');
  await expect(page.locator('[data-output]')).toContainText('Showing results for receive messages');
});

test('what is sure does not move when the second tier arrives', async ({ page }) => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/search/?q=素材');
  await expect(results(page).first()).toBeVisible();
  // Below the literal matches stand entries whose guides have the word; the second tier may order these anew.
  const literal = new Set(catalog.entries.filter(({ zh }) => zh.includes('素材')).map(({ code }) => code));
  const shown = await results(page).locator('> a').allTextContents();
  const before = shown.slice(0, shown.findLastIndex((code) => literal.has(code)) + 1);
  expect(before.length).toBeGreaterThan(5);
  release();
  await expect(page.locator('[data-output]')).toHaveAttribute('aria-busy', 'false');
  const after = await results(page).locator('> a').allTextContents();
  expect(after.slice(0, before.length)).toEqual(before);
});

test('of a long list the first stand there at once, the rest soon after, and never in a newer list', async ({
  page,
}) => {
  await page.goto('/search/');
  const input = page.locator('main textarea');
  await input.fill('invalid');
  await expect(results(page)).toHaveCount(50);
  // Both in one go: the rest of the first list comes due when the second stands there.
  const counts = await page.evaluate(async () => {
    const field = document.querySelector('main textarea') as HTMLTextAreaElement;
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const count = () => document.querySelectorAll('[data-results] > li').length;
    const drawn = (query: string) =>
      new Promise<void>((resolve) => {
        const look = () =>
          document.querySelector(`[data-results][data-query="${query}"]`) ? resolve() : queueMicrotask(look);
        look();
      });
    type('40');
    await drawn('40');
    const first = count();
    type('40164');
    await drawn('40164');
    const second = count();
    await new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(resolve)));
    return { first, second, later: count() };
  });
  expect(counts).toEqual({ first: 12, second: 1, later: 1 });
});
