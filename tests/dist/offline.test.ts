/** What the service worker precaches for use without a network. */
import { expect, test } from '@playwright/test';
import { NOT_FOUND, type PageBundle, pageOf } from '../../src/worker/page-bundle.ts';
import { type Site, sites } from '../fixtures/site.ts';

const bundleOf = (site: Site) => site.files().find((file) => /^data\/pages-[0-9a-f]+\.json$/.test(file)) ?? '';
/** Returns the URLs in Workbox's precache list. */
const listed = (site: Site) => [...site.read('sw.js').matchAll(/url:"([^"]+)"/g)].map(([, url = '']) => url);
/** Removes the part of `<head>` that the bundle leaves out. */
const withoutHead = (html: string) => html.replace(/(<title>[\s\S]*?<\/title>)[\s\S]*?(?=<link rel="icon")/, '$1');

for (const site of sites) {
  test.describe(site.name, () => {
    test('every page can be restored from the bundle', () => {
      const pages: PageBundle = JSON.parse(site.read(bundleOf(site)));
      const built = site.files().filter((file) => file.endsWith('.html'));
      const path = (file: string) => file.replace(/(^|\/)index\.html$/, '$1');
      expect(Object.keys(pages.pages).sort()).toEqual(built.map(path).sort());
      expect(built.filter((file) => pageOf(pages, path(file)) !== withoutHead(site.read(file)))).toEqual([]);
      expect(pageOf(pages, NOT_FOUND)).toContain('data-not-found');
    });

    test('the precache list has all scripts, data and full-text indexes, and little else', () => {
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

    test('the worker imports the part that was built for this data', () => {
      const [, part = ''] = /importScripts\("([^"]+)"\)/.exec(site.read('sw.js')) ?? [];
      const [, build = ''] = /^self\.build=(\{[^}]*\});/.exec(site.read(part)) ?? [];
      const data = site.files().find((file) => file.startsWith('data/entries-')) ?? '';
      const date = site.pageAt('/').document.querySelector('html')?.getAttribute('data-date');
      expect(JSON.parse(build)).toEqual({ pages: bundleOf(site), data: site.urls.file(data), date });
    });
  });
}
