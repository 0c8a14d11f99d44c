/** The most a reader has to download, in bytes and requests. */
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { LOCALES } from '../../src/i18n/locales.ts';
import type { InstantFile } from '../../src/lookup/pack.ts';
import { DIST, pageAt, paths, pathsOf, read, site, sites } from '../fixtures/site.ts';

const KB = 1024;
const BUDGETS = {
  /** Of each code page: the document with Brotli at level 5, and all scripts that run with it, with gzip. */
  codePage: { html: 8 * KB, withGuide: 20 * KB, scripts: 10 * KB },
  /**
   * With Brotli at its best level: before the first key the document, its scripts and icon; then the head of the data, the
   * search, and the texts near a number.
   */
  home: { requests: 6, bytes: 45 * KB, first: 32 * KB },
  /** What the first full-text search adds: scripts with gzip, Pagefind's own formats as they are. */
  fullText: { bytes: 250 * KB },
  /**
   * For use without a network, in one language: fetched with Brotli at level 5, and kept. Of 5,200 entries and 200 guides
   * the pages are 2.1 MB.
   */
  offline: { fetched: 2.6 * KB * KB, kept: 5 * KB * KB },
  /** A free host allows 20,000 files, or 1 GB. */
  build: { files: 20_000, bytes: 500 * KB * KB },
};

const inKb = (bytes: number) => `${bytes / KB} KB`;
const size = (file: string, dist = DIST) => gzipSync(fs.readFileSync(path.join(dist, file)), { level: 9 }).length;
/** Most hosts send Brotli. */
const brotli = (file: string) => brotliCompressSync(fs.readFileSync(path.join(DIST, file))).length;
/** Near what hosts send that compress as they serve. */
const quickBrotli = (file: string) =>
  brotliCompressSync(fs.readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
const scripts = (html: string) => [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src = '']) => src);

/** Returns a module and its static imports, recursively. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target = ''] of read(file).matchAll(/(?:^|[;}\s])(?:import|from)\s*["'](\.\/[^"']+)["']/g)) {
    withImports(path.posix.join(path.posix.dirname(file), target), seen);
  }
  return seen;
}

test(`a code page is one request of at most ${inKb(BUDGETS.codePage.html)}, ${inKb(BUDGETS.codePage.withGuide)} with a guide, with nothing that blocks rendering`, () => {
  // The mounted site has longer URLs, and links to report and edit.
  const tooLarge = sites.flatMap((site) =>
    pathsOf(site)
      .filter((each) => /\/codes\/.+\//.test(each))
      .map((each) => ({ each, bytes: quickBrotli(path.join(site.dist, `${each}index.html`)) }))
      .filter(({ each, bytes }) => {
        const { html, withGuide } = BUDGETS.codePage;
        return bytes > html && (bytes > withGuide || !site.pageAt(each).document.querySelector('.guide'));
      }),
  );
  expect(tooLarge).toEqual([]);
  const { html, document } = pageAt('/codes/40001/');
  expect(document.querySelectorAll('link[rel=stylesheet]')).toHaveLength(0);
  for (const script of document.querySelectorAll('script[src]')) expect(script.getAttribute('type')).toBe('module');
  const bytes = [...new Set(scripts(html).flatMap((src) => [...withImports(src)]))]
    .map((file) => size(file))
    .reduce((a, b) => a + b, 0);
  expect(bytes).toBeLessThanOrEqual(BUDGETS.codePage.scripts);
});

test(`home is at most ${inKb(BUDGETS.home.bytes)} in at most ${BUDGETS.home.requests} requests, its data included`, () => {
  for (const home of ['/', '/zh/']) {
    const { html, document } = pageAt(home);
    const data = document.querySelector('html')?.getAttribute('data-entries') ?? '';
    const search = fs
      .readdirSync(path.join(DIST, '_astro'))
      .filter((file) => /^on-demand\..*\.js$/.test(file))
      .map((file) => `/_astro/${file}`);
    expect(search).toHaveLength(1);
    const modules = [...scripts(html), ...search].flatMap((src) => [...withImports(src)]);
    const { parts } = JSON.parse(read(data)) as InstantFile;
    const largest = parts.reduce((a, b) => (brotli(a) > brotli(b) ? a : b));
    const requests = new Set([`${home}index.html`, data, '/favicon.svg', ...modules, largest]);
    const total = (files: Iterable<string>) => [...files].map(brotli).reduce((a, b) => a + b, 0);
    const bytes = total(requests);
    const first = [`${home}index.html`, '/favicon.svg', ...scripts(html).flatMap((src) => [...withImports(src)])];
    expect(total(new Set(first))).toBeLessThanOrEqual(BUDGETS.home.first);
    expect([...requests].length, [...requests].join(' ')).toBeLessThanOrEqual(BUDGETS.home.requests);
    expect(bytes).toBeLessThanOrEqual(BUDGETS.home.bytes);
  }
});

// Speculation rules would slow each key on a page that writes the query into its URL.
test('pages are prefetched, except from pages that write the query into their URL', () => {
  const kinds = new Map<string, string[]>();
  for (const each of paths) {
    const { document } = pageAt(each);
    if (!document.querySelector('header')) continue;
    const writes = Boolean(document.querySelector('[data-search=page]'));
    const ahead = document.querySelectorAll('script[type=speculationrules]').length;
    const kind = `${writes ? 'writes' : 'does not write'}, ${ahead} rules`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  expect([...kinds.keys()].sort()).toEqual(['does not write, 1 rules', 'writes, 0 rules']);
  expect(kinds.get('writes, 0 rules')).toEqual(expect.arrayContaining(['/', '/zh/', '/search/', '/zh/search/']));
});

test(`the first full-text search adds at most ${inKb(BUDGETS.fullText.bytes)}`, () => {
  const { fulltext } = JSON.parse(read(site.files().find((file) => /^data\/entries-/.test(file)) ?? '')) as InstantFile;
  const folder = path.join(DIST, fulltext);
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => fs.statSync(path.join(folder, file)).isFile());
  // Index chunks are fetched one a range of words: a first search needs one, the largest at worst. Fragments never are.
  const chunk = Math.max(
    ...files.filter((file) => file.startsWith('index/')).map((file) => fs.statSync(path.join(folder, file)).size),
  );
  const always = files.filter((file) => !/^(index|fragment|filter)\//.test(file));
  // Pagefind's own formats are compressed already.
  const bytes = always.map((file) =>
    /\.(js|json)$/.test(file) ? size(`${fulltext}${file}`) : fs.statSync(path.join(folder, file)).size,
  );
  expect(bytes.reduce((a, b) => a + b, chunk)).toBeLessThanOrEqual(BUDGETS.fullText.bytes);
});

test(`what is kept for offline use in one language is at most ${inKb(BUDGETS.offline.fetched)}, ${inKb(BUDGETS.offline.kept)} unpacked`, () => {
  const files = [...read('sw.js').matchAll(/url:"([^"]+)"/g)].map(([, url = '']) => url);
  const bytesOf = (file: string) => fs.statSync(path.join(DIST, file)).size;
  const total = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
  for (const locale of LOCALES) {
    // Compressed already, and kept so.
    const pages = site.files().filter((file) => file.startsWith(`data/pages-${locale}-`));
    expect(pages.length).toBeGreaterThan(0);
    const fetched = files.map((file) => quickBrotli(path.join(DIST, file)));
    expect(total(fetched) + total(pages.map(bytesOf))).toBeLessThanOrEqual(BUDGETS.offline.fetched);
    expect(total([...files, ...pages].map(bytesOf))).toBeLessThanOrEqual(BUDGETS.offline.kept);
  }
});

test('a build has few enough files for a free host', () => {
  const { size, count } = site
    .files()
    .reduce((sum, file) => ({ size: sum.size + fs.statSync(path.join(DIST, file)).size, count: sum.count + 1 }), {
      size: 0,
      count: 0,
    });
  expect(count).toBeLessThanOrEqual(BUDGETS.build.files);
  expect(size).toBeLessThanOrEqual(BUDGETS.build.bytes);
});
