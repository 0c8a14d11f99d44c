/** The whole table's filter, which is the header's box on that page. */
import { expect, test } from '@playwright/test';
import { onPlatform } from '../../src/catalog/index.ts';
import { catalog } from '../fixtures/catalog.ts';

/** By the attribute: what is visible would be asked of 5,000 rows. */
const rows = 'tbody tr:not([hidden])';
const box = 'header [data-filter] input';

test('the filter and its platform are in the URL, and Back restores both and the place', async ({ page }) => {
  await page.goto('/codes/');
  await page.locator(box).focus();
  const wecom = page.locator('[data-filter-platform][value=wecom]');
  await wecom.click();
  const here = onPlatform(catalog.entries, 'wecom');
  await expect(page.locator(rows)).toHaveCount(here.length);
  await expect(wecom).toContainText(String(here.length));
  // The platform that was chosen comes first in every row that names it.
  const firsts = await page
    .locator(`${rows} td:last-child .badge:first-of-type`)
    .evaluateAll((chips) => [...new Set(chips.map((chip) => chip.getAttribute('data-p')))].sort());
  expect(firsts).toEqual(['common', 'wecom']);
  await page.locator(box).fill('user');
  const matching = await page.locator(rows).count();
  expect(matching).toBeLessThan(here.length);
  await expect(page).toHaveURL('/codes/?q=user&p=wecom');
  const link = page.locator(`${rows} th a:first-child`).nth(matching - 1);
  await link.scrollIntoViewIfNeeded();
  const place = async () => Math.round((await link.boundingBox())?.y ?? Number.NaN);
  // Sections that come into view get their real height in the next frames, and the rows below them move.
  let before = Number.NaN;
  await expect
    .poll(async () => {
      const last = before;
      before = await place();
      return before - last;
    })
    .toBe(0);
  await link.click();
  await expect(page.locator('h1')).not.toContainText('All');
  await page.goBack();
  await expect(page.locator(rows)).toHaveCount(matching);
  await expect(page.locator(box)).toHaveValue('user');
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThanOrEqual(2);
});

test('a link with a filter opens filtered, and slash goes to the box', async ({ page }) => {
  await page.goto('/zh/codes/?q=nothing-has-this&p=official-account');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('[data-no-row]')?.hidden === false);
  await page.keyboard.press('/');
  await expect(page.locator(box)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('企业微信');
  await expect(page.locator(rows).first()).toBeVisible();
  await page.goto('/codes/?q=企业微信');
  await expect(page.locator(`${rows} [data-p=wecom]`).first()).toBeVisible();
  const wecom = catalog.entries.filter(({ platforms, zh }) => platforms.includes('wecom') || zh.includes('企业微信'));
  await expect(page.locator(rows)).toHaveCount(wecom.length);
});

test('matches are marked, counted and stepped through; punctuation is literal', async ({ page }) => {
  await page.goto('/codes/');
  await page.locator(box).fill('media_id');
  const status = page.locator('[data-filter-status]');
  await expect(status).toHaveText(/rows$/);
  // Rows far away are not laid out, so they have no inner text.
  const texts = await page.locator(rows).allTextContents();
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text.toLowerCase()).toContain('media_id');
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('match') ?? [])].map((range) => (range as Range).toString().toLowerCase()),
    );
  expect(new Set(await marked())).toEqual(new Set(['media_id']));
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(`1 of ${texts.length}`);
  await page.keyboard.press('Shift+Enter');
  await expect(status).toHaveText(`${texts.length} of ${texts.length}`);
  await expect(page.locator('tr[aria-current]')).toBeInViewport();
  await page.locator(box).fill('');
  expect(await marked()).toEqual([]);
  await expect(page.locator(rows)).toHaveCount(catalog.entries.length);
});

test('an errmsg finds its row, as the browser’s find does', async ({ page }) => {
  const [entry] = catalog.entries.filter((each) => each.errmsg.split(' ').length > 3);
  const { errmsg = '', id = '' } = entry ?? {};
  await page.goto('/codes/');
  await page.locator(box).fill(errmsg);
  await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  await expect(page.locator(`[id="${id}"] code`)).toHaveText(errmsg);
});

test('the table is filtered by who acts and whether a retry helps, and the URL says so', async ({ page }) => {
  await page.goto('/codes/?p=wecom');
  const facts = page.locator('[data-filter-fact]');
  await facts.first().selectOption('refresh-token');
  const here = onPlatform(catalog.entries, 'wecom').filter(({ retry }) => retry === 'refresh-token');
  expect(here.length).toBeGreaterThan(0);
  await expect(page.locator(rows)).toHaveCount(here.length);
  await expect(page).toHaveURL('/codes/?p=wecom&retry=refresh-token');
  await page.goto('/zh/codes/?who=tencent&retry=backoff');
  const both = catalog.entries.filter(({ retry, who }) => retry === 'backoff' && who === 'tencent');
  await expect(page.locator(rows)).toHaveCount(both.length);
});
