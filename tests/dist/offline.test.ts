/** What is kept for use without a network: all of the site, and not much more than its text. */
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { NOT_FOUND, type PageBundle, pageOf } from '../../src/worker/page-bundle.ts';
import { BUDGETS } from '../fixtures/budgets.ts';
import { type Site, sites } from '../fixtures/site.ts';

const kept = (site: Site) => {
  const file = site.files().find((each) => /^data\/pages-[0-9a-f]+\.json$/.test(each)) ?? '';
  return { file, text: site.read(file), pages: JSON.parse(site.read(file)) as PageBundle };
};
/** Addresses the worker keeps, as Workbox has them in its list. */
const listed = (site: Site) => [...site.read('sw.js').matchAll(/url:"([^"]+)"/g)].map(([, url = '']) => url);
/** What is dropped: what `<head>` tells other programs. */
const withoutHead = (html: string) => html.replace(/(<title>[\s\S]*?<\/title>)[\s\S]*?(?=<link rel="icon")/, '$1');

for (const site of sites) {
  test.describe(site.name, () => {
    test('every page comes back as it was built', () => {
      const { pages } = kept(site);
      const built = site.files().filter((file) => file.endsWith('.html'));
      const path = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');
      expect(Object.keys(pages.pages).sort()).toEqual(built.map(path).sort());
      expect(built.filter((file) => pageOf(pages, path(file)) !== withoutHead(site.read(file)))).toEqual([]);
      expect(pageOf(pages, NOT_FOUND)).toContain('data-not-found');
    });

    test('scripts, data and full-text index are kept, each of which exists; nothing else of weight', () => {
      const files = site.files();
      const list = listed(site);
      const needed = files.filter(
        (file) => /^(_astro|data|pagefind)\/.+/.test(file) && !/\/fragment\/|^data\/worker-/.test(file),
      );
      expect(needed.filter((file) => !list.includes(file))).toEqual([]);
      expect(list.filter((file) => !files.includes(file))).toEqual([]);
      expect(list.filter((file) => !needed.includes(file)).sort()).toEqual([
        'favicon.svg',
        'manifest.webmanifest',
        'zh/manifest.webmanifest',
      ]);
    });

    test('the worker brings its own part along, made for this data', () => {
      const [, part = ''] = /importScripts\("([^"]+)"\)/.exec(site.read('sw.js')) ?? [];
      const [, build = ''] = /^self\.build=(\{[^}]*\});/.exec(site.read(part)) ?? [];
      const data = site.files().find((file) => file.startsWith('data/entries-')) ?? '';
      const date = site.pageAt('/').document.querySelector('html')?.getAttribute('data-date');
      expect(JSON.parse(build)).toEqual({ pages: kept(site).file, data: site.urls.file(data), date });
    });
  });
}

test(`all pages of the site weigh at most ${BUDGETS.keptPages.bytes / 1024} KB on the way`, () => {
  const [site] = sites;
  const { text } = kept(site as Site);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  expect(brotliCompressSync(text, { params: quality }).length).toBeLessThanOrEqual(BUDGETS.keptPages.bytes);
});
