/** What the service worker precaches for use without a network. */
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { LOCALES } from '../../src/i18n/locales.ts';
import { fileOf, localeOf, NOT_FOUND, type PageBundle, pageOf } from '../../src/worker/page-bundle.ts';
import type { Build } from '../../src/worker/worker.ts';
import { type Site, sites } from '../fixtures/site.ts';

/** Returns the URLs in Workbox's precache list. */
const listed = (site: Site) => [...site.read('sw.js').matchAll(/url:"([^"]+)"/g)].map(([, url = '']) => url);
/** Returns what the build told our part of the worker. */
function buildOf(site: Site): Build {
  const [, part = ''] = /importScripts\("([^"]+)"\)/.exec(site.read('sw.js')) ?? [];
  return JSON.parse(/^self\.build=(\{.*?\});/.exec(site.read(part))?.[1] ?? '');
}
const bundles = new Map<string, PageBundle>();
function unpack(site: Site, file: string): PageBundle {
  const key = path.join(site.dist, file);
  if (!bundles.has(key)) bundles.set(key, JSON.parse(gunzipSync(fs.readFileSync(key)).toString('utf8')));
  return bundles.get(key) as PageBundle;
}
/** Removes the part of `<head>` that the bundle leaves out. */
const withoutHead = (html: string) => html.replace(/(<title>[\s\S]*?<\/title>)[\s\S]*?(?=<link rel="icon")/, '$1');

for (const site of sites) {
  test.describe(site.name, () => {
    test('every page can be restored from the bundle of its path and language', () => {
      const { pages } = buildOf(site);
      const built = site.files().filter((file) => file.endsWith('.html'));
      const lost = built.filter((file) => {
        const urlPath = file.replace(/(^|\/)index\.html$/, '$1');
        const bundle = unpack(site, fileOf(pages[localeOf(urlPath)], urlPath) ?? '');
        return pageOf(bundle, urlPath) !== withoutHead(site.read(file));
      });
      expect(lost).toEqual([]);
      for (const locale of LOCALES)
        expect(pageOf(unpack(site, fileOf(pages[locale], NOT_FOUND) ?? ''), NOT_FOUND)).toContain('data-not-found');
    });

    test('the precache list has all scripts and data, and little else', () => {
      const files = site.files();
      const list = listed(site);
      const needed = files.filter((file) => /^(_astro|data)\/.+/.test(file) && !/^data\/(worker|pages)-/.test(file));
      expect(needed.filter((file) => !list.includes(file))).toEqual([]);
      expect(list.filter((file) => !files.includes(file))).toEqual([]);
      expect(list.filter((file) => !needed.includes(file)).sort()).toEqual([
        'favicon.svg',
        'manifest.webmanifest',
        'zh/manifest.webmanifest',
      ]);
    });

    test('the worker imports the part that was built for this data', () => {
      const build = buildOf(site);
      const data = site.files().find((file) => file.startsWith('data/entries-')) ?? '';
      const date = site.pageAt('/').document.querySelector('html')?.getAttribute('data-date');
      expect([build.data, build.date]).toEqual([site.urls.file(data), date]);
    });
  });
}
