/** Bytes and requests of a first visit, counted at the server, and what the service worker keeps. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { WORKER } from '../../src/site/urls.ts';
import { BUDGETS } from '../fixtures/budgets.ts';
import { keptAndControlled } from '../fixtures/service-worker.ts';
import { site } from '../fixtures/site.ts';
import { openServer, type Sent, type Server } from './server.ts';
import { kilobytes, type Row, type Section } from './table.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const kb = (bytes: number) => `${bytes / 1024} KB`;

/** The code page that is largest on the way. */
function largestCodePage(): string {
  const pages = fs.globSync('codes/*/index.html', { cwd: site.dist });
  const sized = pages.map((file) => ({ file, bytes: gzipSync(fs.readFileSync(path.join(site.dist, file))).length }));
  const [largest] = sized.toSorted((a, b) => b.bytes - a.bytes || (a.file < b.file ? -1 : 1));
  if (!largest) throw new Error('there are no code pages');
  return largest.file.replace(/^codes\/|\/index\.html$/g, '');
}

/** Words that are in no entry as they stand here, so that the second tier is asked; common ones, as a first search has. */
const FULL_TEXT: Record<Locale, string> = { en: 'coupon redeemed', zh: '素材数量' };

const codeBudget = `HTML ${kb(BUDGETS.codePage.html)} gzip, scripts ${kb(BUDGETS.codePage.scripts)} gzip`;
const homeBudget = `${BUDGETS.home.requests} requests, ${kb(BUDGETS.home.bytes)} brotli`;

type Case = { name: string; page: Parameters<typeof site.urls.page>[0]; budget: string };

const cases = (): Case[] => {
  const largest = largestCodePage();
  return [
    { name: 'home', page: { kind: 'home' }, budget: homeBudget },
    { name: 'code page 40001', page: { kind: 'code', code: '40001' }, budget: codeBudget },
    { name: `largest code page (${largest})`, page: { kind: 'code', code: largest }, budget: codeBudget },
    { name: 'platform page (wecom)', page: { kind: 'platform', slug: 'wecom' }, budget: '–' },
    { name: 'whole table', page: { kind: 'codes' }, budget: '–' },
  ];
};

function row(name: string, locale: Locale, sent: readonly Sent[], budget: string): Row {
  const missing = sent.filter(({ found }) => !found);
  if (missing.length) throw new Error(`${name}: ${missing.length} requests were answered with 404`);
  const of = (pattern: RegExp) => sent.filter(({ file }) => pattern.test(file));
  const bytes = sum(sent.map(({ brotli }) => brotli));
  const html = of(/\.html$/);
  return [
    name,
    locale,
    sent.length,
    kilobytes(bytes),
    html.length ? kilobytes(sum(html.map(({ brotli }) => brotli))) : '–',
    html.length ? kilobytes(sum(html.map(({ gzip }) => gzip))) : '–',
    kilobytes(sum(of(/\.js$/).map(({ gzip }) => gzip))),
    budget,
  ];
}

/** Runs with a page of a new browser profile: nothing is in its cache. */
async function cold<T>(
  browser: Browser,
  serviceWorkers: 'allow' | 'block',
  run: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ serviceWorkers });
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Both waits: on a long page the network may rest while the page's own script is still to be asked for. */
async function open(page: Page, server: Server, below: string): Promise<void> {
  await page.goto(server.origin + below, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
}

/** What the first full-text search brings after all else is there. */
async function firstSearch(page: Page, server: Server, locale: Locale): Promise<Sent[]> {
  const query = FULL_TEXT[locale];
  await open(page, server, site.urls.page({ kind: 'home' }, locale));
  server.take();
  await page.locator('main textarea').fill(query);
  await page.locator(`main [data-output][aria-busy=false] [data-query="${query}"]`).waitFor();
  await page.waitForLoadState('networkidle');
  const sent = server.take();
  if (!sent.some(({ file }) => file.endsWith('.pf_index')))
    throw new Error(`“${query}” did not ask the full-text index`);
  return sent;
}

/** @throws when a page asks for something that is not there, or the full-text search was not asked */
export async function measureBytes(browser: Browser): Promise<Section> {
  const server = await openServer(site.dist);
  try {
    const rows: Row[] = [];
    for (const { name, page: address, budget } of cases()) {
      for (const locale of LOCALES) {
        await cold(browser, 'block', (page) => open(page, server, site.urls.page(address, locale)));
        rows.push(row(name, locale, server.take(), budget));
      }
    }
    for (const locale of LOCALES) {
      const sent = await cold(browser, 'block', (page) => firstSearch(page, server, locale));
      rows.push(
        row(
          `first full-text search, more than home (${FULL_TEXT[locale]})`,
          locale,
          sent,
          `${kb(BUDGETS.fullText.bytes)}, as sent`,
        ),
      );
    }
    return {
      title: 'Bytes and requests, cold',
      head: ['page', 'language', 'requests', 'KB', 'HTML KB brotli', 'HTML KB gzip', 'scripts KB gzip', 'budget'],
      rows,
      notes: [
        'KB are 1024 bytes of bodies, counted at the server: those that workers ask for too. Text with Brotli 11 (gzip 9 where it says so), Pagefind’s own formats as they are, which are compressed inside.',
        'New browser profile for each row, service worker blocked, until the network rests. The icon is among the requests.',
      ],
    };
  } finally {
    await server.stop();
  }
}

/** All that is in the caches of a page's origin: how many files, and their bytes as they are kept. */
const inCaches = (page: Page) =>
  page.evaluate(async () => {
    let [files, bytes] = [0, 0];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request, { ignoreVary: true });
        files++;
        bytes += (await response?.arrayBuffer())?.byteLength ?? 0;
      }
    }
    return { files, bytes };
  });

/** What comes after the page itself, for later use without a network. */
export async function measureKept(browser: Browser): Promise<Section> {
  const server = await openServer(site.dist);
  try {
    return await cold(browser, 'allow', async (page) => {
      await page.goto(server.origin + site.urls.page({ kind: 'home' }, 'en'));
      await keptAndControlled(page);
      const { files, bytes } = await inCaches(page);
      const sent = server.take();
      const worker = sent.findIndex(({ file }) => file === WORKER);
      if (worker < 0 || !files) throw new Error('no service worker was installed: is the site built with OFFLINE=off?');
      const after = sent.slice(worker);
      const pages = after.filter(({ file }) => /^data\/pages-/.test(file));
      return {
        title: 'What the service worker keeps',
        head: ['', 'files', 'KB', 'budget'],
        rows: [
          ['kept, as it lies in the cache', files, kilobytes(bytes), '–'],
          ['fetched for it after home, as sent', after.length, kilobytes(sum(after.map(({ brotli }) => brotli))), '–'],
          [
            'of these, the file of all pages',
            pages.length,
            kilobytes(sum(pages.map(({ brotli }) => brotli))),
            `${kb(BUDGETS.keptPages.bytes)} with Brotli 5`,
          ],
        ],
        notes: [
          'Fetched in the background after the page has loaded, the worker’s own two files included; what the page itself has fetched under a name that changes with its content comes from the browser’s cache. Brotli 11.',
        ],
      };
    });
  } finally {
    await server.stop();
  }
}
