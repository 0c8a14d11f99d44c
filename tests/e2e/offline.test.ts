/** After one visit the site works without a network; a new version says so; and all of it can be refused or removed. */

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

/** Opens a page and waits until all that is kept is there. */
async function visit(page: Page, path: string) {
  await page.goto(host.origin + path);
  await workerReady(page);
}

/** A new worker has all to fetch and to unpack before it says that it is there. */
const ARRIVAL = { timeout: 30_000 };

const first = (page: Page) => page.locator('[data-results] > li > a').first();

test('after one visit home starts and answers without a network', { tag: '@engines' }, async ({ page }) => {
  await visit(page, '/');
  await host.stop();
  await page.goto(`${host.origin}/zh/`);
  await page.locator('main textarea').fill('40164');
  await expect(first(page)).toHaveText('40164');
});

test('without a network: codes never opened, both languages, search, paste, whole table', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await visit(page, '/');
  await host.stop();
  const asked = host.asked.length;

  const codes = groups.filter((_, i) => i % Math.ceil(groups.length / 10) === 3).map(({ code }) => code);
  expect(codes.length).toBeGreaterThanOrEqual(9);
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
    // Both tiers: the second has answered when the results are no longer busy.
    await expect(page.locator('[data-output]')).toHaveAttribute('aria-busy', 'false');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${host.origin}/zh/codes/45009/`);

  await page.goto(`${host.origin}/codes/`);
  await page.locator('[data-filter] input').fill('白名单');
  await expect(page.locator('table.codes tbody tr:visible').first()).toContainText('白名单');
  await page.goto(`${host.origin}/platforms/wecom`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('WeCom');
  // An address nobody has is answered as a server would, and an old form of one leads on.
  expect((await page.goto(`${host.origin}/nothing/here/`))?.status()).toBe(404);
  await page.goto(`${host.origin}/zh/devtool/query?e=60020`);
  await expect(page).toHaveURL(`${host.origin}/zh/codes/60020/`);
  await page.goto(`${host.origin}/platforms/work-wechat/`);
  await expect(page).toHaveURL(`${host.origin}/platforms/wecom/`);

  expect(host.asked).toHaveLength(asked);
  expect(said.filter((text) => !text.includes('status of 404'))).toEqual([]);
});

test('a new version: the page that is open says so, and one click brings the new data, offline too', async ({
  page,
}) => {
  await page.clock.install();
  await visit(page, '/');
  await expect(page.locator('.notice')).toHaveCount(0);
  host.deploy(NEXT.folder);
  // The reader comes back to the page after two hours.
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

test('a new page brings its worker along without a word; a page left open elsewhere says so', async ({
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

test('a server that does not answer in time, or is in trouble, is as good as none', async ({ page }) => {
  await visit(page, '/');
  host.instead.set('/codes/40001/', () => undefined);
  await page.goto(`${host.origin}/codes/40001/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('40001');
  host.instead.set('/codes/40164/', (_, response) => response.writeHead(503).end('Service Unavailable'));
  await page.goto(`${host.origin}/codes/40164/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('40164');
  // With an answer in time it is the network's page.
  host.instead.set('/codes/45009/', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>from the network</h1>');
  });
  await page.goto(`${host.origin}/codes/45009/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('from the network');
});

test('the kill switch ends it: the worker and all it kept are gone with the next visit', async ({ page }) => {
  await visit(page, '/');
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
  host.instead.set('/sw.js', (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(KILL_SWITCH);
  });
  // A site built with OFFLINE=off has pages that register none.
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

test('who saves data keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(host.origin);
  await page.locator('main textarea').fill('40164');
  await expect(first(page)).toHaveText('40164');
  expect(host.asked.filter((path) => /sw\.js|pages-/.test(path))).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('a new version that comes while data is saved is refused, and the one in place goes on', async ({ page }) => {
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
