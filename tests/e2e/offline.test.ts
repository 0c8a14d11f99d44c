/** The service worker: the site works offline after one visit, offers new versions, and can be disabled or removed. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { KILL_SWITCH } from '../../src/build/offline/kill-switch.ts';
import { groupByCode } from '../../src/catalog/questions.ts';
import { browserStrings } from '../../src/i18n/browser-strings.ts';
import { WORKER } from '../../src/site/urls.ts';
import { NEXT } from '../fixtures/builds.ts';
import { catalog } from '../fixtures/catalog.ts';
import { type Host, openHost } from '../fixtures/host.ts';
import { workerReady } from '../fixtures/page.ts';
import { DIST, pageAt } from '../fixtures/site.ts';

const groups = groupByCode(catalog.entries);
test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 90_000 });

let host: Host;
test.beforeEach(async () => {
  host = await openHost(DIST);
});
test.afterEach(() => host.stop());

/** Opens a page and waits until everything is precached. */
async function visit(page: Page, path: string) {
  await page.goto(host.origin + path);
  await workerReady(page);
}

/** A new worker precaches everything before it reports a new version. */
const ARRIVAL = { timeout: 30_000 };

const first = (page: Page) => page.locator('[data-results] > li > a').first();

test('after one visit, home starts and searches offline', { tag: '@engines' }, async ({ page }) => {
  await visit(page, '/zh/');
  await host.stop();
  await page.goto(`${host.origin}/zh/`);
  await page.locator('main textarea').fill('40164');
  await expect(first(page)).toHaveText('40164');
});

test('a reader keeps one language, and both on request: unvisited codes, search, paste and table', async ({ page }) => {
  const logged: string[] = [];
  // The full-text index is not kept: the instant tier answers alone, and says so in the console.
  page.on('console', (message) => {
    if (!`${message.text()} ${message.location().url}`.match(/^Full-text search is not|\/pagefind\//))
      logged.push(message.text());
  });
  page.on('pageerror', (error) => logged.push(error.message));
  await visit(page, '/');
  await host.stop();
  const asked = host.asked.length;
  // The other language is not kept: its pages lead to those that are.
  await page.goto(`${host.origin}/zh/codes/40164/`);
  await expect(page).toHaveURL(`${host.origin}/codes/40164/`);
  expect(host.asked).toHaveLength(asked);

  const codes = groups.filter((_, i) => i % Math.ceil(groups.length / 10) === 3).map(({ code }) => code);
  expect(codes.length).toBeGreaterThanOrEqual(9);
  await host.start();
  await page.goto(`${host.origin}/about/tools/`);
  await page.getByRole('button', { name: 'Keep both languages offline' }).click();
  await expect(page.getByText('Both languages are available offline.')).toBeVisible(ARRIVAL);
  await host.stop();
  const before = host.asked.length;
  for (const path of ['-1', ...codes].flatMap((code) => [`/codes/${code}/`, `/zh/codes/${code}/`])) {
    const response = await page.goto(host.origin + path);
    expect([path, response?.status(), response?.headers()['x-content-type-options']]).toEqual([path, 200, 'nosniff']);
    const built = pageAt(path).document;
    await expect(page).toHaveTitle(built.querySelector('title')?.textContent ?? '');
    expect(await page.locator('main').textContent()).toBe(built.querySelector('main')?.textContent);
  }

  await page.goto(`${host.origin}/zh/`);
  for (const [query, code] of [
    ['40164', '40164'],
    ['不合法的AppID', '40013'],
    ['access_token expired', '42001'],
    ['2026-11-22 10:00:01 ERROR call failed {"errcode":45009,"errmsg":"reach max api daily quota limit"}', '45009'],
  ] as const) {
    await page.locator('main textarea').fill(query);
    await expect(first(page), query).toHaveText(code);
    // Then the full-text tier has answered or failed.
    await expect(page.locator('[data-output]')).toHaveAttribute('aria-busy', 'false');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${host.origin}/zh/codes/45009/`);

  await page.goto(`${host.origin}/codes/`);
  await page.locator('[data-filter] input').fill('白名单');
  await expect(page.locator('table.codes tbody tr:not([hidden])').first()).toContainText('白名单');
  await page.goto(`${host.origin}/platforms/wecom`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('WeCom');
  // An unknown URL has status 404, and old URLs redirect, as on a server.
  expect((await page.goto(`${host.origin}/nothing/here/`))?.status()).toBe(404);
  await page.goto(`${host.origin}/zh/devtool/query?e=60020`);
  await expect(page).toHaveURL(`${host.origin}/zh/codes/60020/`);
  await page.goto(`${host.origin}/platforms/work-wechat/`);
  await expect(page).toHaveURL(`${host.origin}/platforms/wecom/`);

  expect(host.asked).toHaveLength(before);
  expect(logged.filter((text) => !text.includes('status of 404'))).toEqual([]);
});

test('an open page offers a new version, and one click loads it, also for offline use', async ({ page }) => {
  await page.clock.install();
  await visit(page, '/');
  await expect(page.locator('.notice')).toHaveCount(0);
  host.deploy(NEXT.folder);
  // The reader returns to the page after two hours.
  await page.clock.fastForward('02:00:00');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.locator('.notice')).toContainText(browserStrings('en').newData(NEXT.date), ARRIVAL);
  await page.locator('main textarea').fill('40013');
  await expect(first(page)).toHaveText('40013');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-date', NEXT.date);
  await expect(page.locator('.notice')).toHaveCount(0);
  await host.stop();
  await page.locator('main textarea').fill(NEXT.is);
  await expect(page.locator('[data-results]')).toContainText(NEXT.is);
  await page.goto(`${host.origin}/zh/codes/${NEXT.code}/`);
  await expect(page.locator('main')).toContainText(NEXT.is);
});

test('a newly opened page updates the worker silently, and older pages offer the new version', async ({
  page,
  context,
}) => {
  await visit(page, '/zh/codes/40164/');
  host.deploy(NEXT.folder);
  const other = await context.newPage();
  await other.goto(`${host.origin}/codes/${NEXT.code}/`);
  await expect(other.locator('main')).toContainText(NEXT.is);
  await expect(page.locator('.notice')).toContainText(browserStrings('zh').newData(NEXT.date), ARRIVAL);
  await expect(other.locator('.notice')).toHaveCount(0);
  await page.getByRole('button', { name: '稍后' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('the cache answers if the server is slow or fails', async ({ page }) => {
  await visit(page, '/');
  host.instead.set('/codes/40001/', () => undefined);
  await page.goto(`${host.origin}/codes/40001/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('40001');
  host.instead.set('/codes/40164/', (_, response) => response.writeHead(503).end('Service Unavailable'));
  await page.goto(`${host.origin}/codes/40164/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('40164');
  // A timely response of the server is used.
  host.instead.set('/codes/45009/', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>from the network</h1>');
  });
  await page.goto(`${host.origin}/codes/45009/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('from the network');
});

test('the kill switch removes the worker and its caches on the next visit', async ({ page }) => {
  await visit(page, '/');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
  host.instead.set('/sw.js', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(KILL_SWITCH);
  });
  // Pages of a site built with OFFLINE=off register no worker.
  const { html } = pageAt('/codes/40001/');
  host.instead.set('/codes/40001/', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(html.replace(/ data-worker="[^"]*"/, ''));
  });
  await page.goto(`${host.origin}/codes/40001/`);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
  await expect.poll(left, ARRIVAL).toEqual([0, 0]);
});

test('nothing is cached with Save-Data', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(host.origin);
  await page.locator('main textarea').fill('40164');
  await expect(first(page)).toHaveText('40164');
  expect(host.asked.filter((path) => /sw\.js|pages-/.test(path))).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('with Save-Data a new version is not installed, and the current one stays', async ({ page }) => {
  await visit(page, '/');
  host.deploy(NEXT.folder);
  const worker = fs.readFileSync(path.join(NEXT.folder, WORKER), 'utf8');
  const [, part = ''] = /importScripts\("([^"]+)"\)/.exec(worker) ?? [];
  const source = fs.readFileSync(path.join(NEXT.folder, part), 'utf8');
  host.instead.set(`/${part}`, (_, response) => {
    const saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(saving + source);
  });
  const asked = host.asked.length;
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const updated = await registration.update().then(
      () => 'updated',
      () => 'refused',
    );
    return [updated, registration.waiting, Boolean(registration.active)];
  });
  expect(outcome).toEqual(['refused', null, true]);
  expect(host.asked.slice(asked)).toEqual(['/sw.js', `/${part}`]);
  await host.stop();
  await page.goto(`${host.origin}/codes/40164/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('40164');
});
