import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { headersFor, RULES } from '../../src/build/hosting/headers.ts';
import { headersFile, MAX_LINE, MAX_RULES } from '../../src/build/hosting/headers-file.ts';
import { precompress, precompression } from '../../src/build/hosting/precompress.ts';
import * as redirectsText from '../../src/build/hosting/redirects-file.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { redirects } from '../../src/site/pages.ts';
import { SECURITY_HEADERS } from '../../src/site/security/security-headers.ts';
import { createUrls, FILES, WORKER } from '../../src/site/urls.ts';
import { catalog, ROOT } from '../fixtures/catalog.ts';
import { cloudflareHeaders, netlifyHeaders, readHeadersFile } from '../fixtures/host-files.ts';
import {
  addedHeaders,
  headersInLocations,
  headersNotAlways,
  isHidden,
  ledTo,
  rewrites,
  typeOf,
} from '../fixtures/nginx-conf.ts';
import { publishedUrls } from '../fixtures/published.ts';

const BASES = ['/', '/docs/errors/'];
/** Everything with a lasting address, and one of each kind that has none. */
const PATHS = [
  ...new Set(publishedUrls(catalog).map((address) => address.replace(/#.*/, ''))),
  '/_astro/features.CSe1G21Y.js',
  '/data/entries-4034e1aaf0.json',
  '/pagefind/3f1c0a9d2b/index/en_3c8240d.pf_index',
  '/pagefind/3f1c0a9d2b/fragment/en_group_79d85b9.pf_fragment',
  '/pagefind/3f1c0a9d2b/pagefind.en_a3da8b19ec.pf_meta',
  '/pagefind/3f1c0a9d2b/pagefind.js',
  '/pagefind/3f1c0a9d2b/pagefind-worker.js',
  '/pagefind/3f1c0a9d2b/pagefind-entry.json',
  '/pagefind/3f1c0a9d2b/ids.json',
  '/pagefind/3f1c0a9d2b/wasm.en.pagefind',
  '/404.html',
];

test('every path is told how long to be kept, once, and carries all security headers', () => {
  expect(PATHS.length).toBeGreaterThan((5 * catalog.entries.length) / 2);
  const wrong = PATHS.filter((each) => {
    const headers = headersFor(each);
    return !headers['Cache-Control'] || !isDeepStrictEqual({ ...headers, ...SECURITY_HEADERS }, headers);
  });
  expect(wrong).toEqual([]);
});

test('each kind of path has the headers it needs', () => {
  const keep = (address: string) => headersFor(address)['Cache-Control'];
  for (const address of ['/_astro/a.Ab1.js', '/data/entries-1.json', '/pagefind/3f1c0a9d2b/pagefind.js'])
    expect(keep(address), address).toBe('public, max-age=31536000, immutable');
  expect(keep(`/${WORKER}`)).toBe('no-cache');
  for (const address of ['/', '/zh/', '/codes/40001/', '/zh/codes/40001.md', '/api/v1/codes.json'])
    expect(keep(address), address).toBe('public, max-age=300');
  const type = (address: string) => headersFor(address)['Content-Type'];
  expect(type('/zh/codes/40001.md')).toBe('text/markdown; charset=utf-8');
  expect(type('/llms.txt')).toBe('text/plain; charset=utf-8');
  expect(type('/api/v1/codes.csv')).toBe('text/csv; charset=utf-8');
  for (const locale of LOCALES) {
    expect(type(`/${FILES.manifest(locale)}`)).toBe('application/manifest+json');
    expect(type(`/${FILES.opensearch(locale)}`)).toBe('application/opensearchdescription+xml');
    expect(type(`/${FILES.atom(locale)}`)).toBe('application/atom+xml');
    expect(type(`/${FILES.jsonFeed(locale)}`)).toBe('application/feed+json');
  }
});

test('scripts elsewhere may read what is for programs, and nothing else', () => {
  const open = PATHS.filter((each) => headersFor(each)['Access-Control-Allow-Origin']);
  expect(
    open.filter((each) => !/^\/api\/v1\/|\.md$|^\/llms\.txt$|\/changes\/(atom\.xml|feed\.json)$/.test(each)),
  ).toEqual([]);
  expect(new Set(open.map((each) => each.split('.').at(-1)))).toEqual(new Set(['json', 'csv', 'md', 'txt', 'xml']));
});

test('the module of security headers has no import, for the service worker has it too', () => {
  expect(fs.readFileSync(path.join(ROOT, 'src/site/security/security-headers.ts'), 'utf8')).not.toMatch(/^import /m);
});

for (const base of BASES) {
  test(`_headers says the same to Cloudflare and Netlify, below ${base}`, () => {
    const text = headersFile(base);
    const hosts = { cloudflare: cloudflareHeaders(text), netlify: netlifyHeaders(text) };
    const differing = Object.entries(hosts).flatMap(([host, headersAt]) =>
      PATHS.filter((each) => !isDeepStrictEqual(headersAt(`${base}${each.slice(1)}`), { ...headersFor(each) })).map(
        (each) => `${host}: ${each}`,
      ),
    );
    expect(differing).toEqual([]);
    const blocks = readHeadersFile(text);
    expect(blocks.length).toBeLessThanOrEqual(MAX_RULES);
    expect(blocks.filter((block) => !block.path.startsWith(base))).toEqual([]);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(MAX_LINE);
  });
}

test('a rule that gives a header twice would be seen, by either product’s reading', () => {
  const more = headersFile('/', [...RULES, { path: '/codes/40001/', headers: { 'Cache-Control': 'no-store' } }]);
  expect(cloudflareHeaders(more)('/codes/40001/')['Cache-Control']).toBe('public, max-age=300, no-store');
  expect(netlifyHeaders(more)('/codes/40001')['Cache-Control']).toBe('no-store');
});

test('_headers is not written when Cloudflare would not read all of it', () => {
  const rule = (i: number) => ({ path: `/${i}`, headers: { A: 'b' } });
  expect(() =>
    headersFile(
      '/',
      Array.from({ length: MAX_RULES }, (_, i) => rule(i)),
    ),
  ).not.toThrow();
  expect(() =>
    headersFile(
      '/',
      Array.from({ length: MAX_RULES + 1 }, (_, i) => rule(i)),
    ),
  ).toThrow('101 rules');
  expect(() => headersFile('/', [{ path: '/', headers: { A: 'b'.repeat(MAX_LINE) } }])).toThrow('2005 characters');
  expect(() => headersFile('/', [rule(1), rule(1)])).toThrow('two rules for /1');
  expect(() => headersFile('/', [{ path: '/*/a*', headers: { A: 'b' } }])).toThrow('more than one *');
});

for (const base of BASES) {
  test(`_redirects leads on from every earlier name, below ${base}`, () => {
    const urls = createUrls(base, 'https://example.org');
    const lines = redirectsText
      .redirectsFile(catalog.platforms, urls, 'cloudflare')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const wanted = redirects(catalog.platforms).flatMap(({ from, to }) =>
      LOCALES.flatMap((locale) => {
        const [earlier, now] = [urls.page(from, locale), urls.page(to, locale)];
        return [`${earlier} ${now} 301`, `${earlier.slice(0, -1)} ${now} 301`];
      }),
    );
    expect(wanted).toContain(`${base}zh/platforms/work-wechat ${base}zh/platforms/wecom/ 301`);
    expect(lines.sort()).toEqual(wanted.sort());
    // Netlify answers with the page that is there unless it is told not to.
    expect(redirectsText.redirectsFile(catalog.platforms, urls, 'netlify')).toContain(
      `${base}platforms/coupons/ ${base}platforms/cards/ 301!\n`,
    );
  });
}

test('_redirects is not written when Cloudflare would not read all of it', () => {
  const [some] = catalog.platforms;
  const urls = createUrls('/', 'https://example.org');
  const file = (former: string[]) => redirectsText.redirectsFile(some ? [{ ...some, former }] : [], urls, 'cloudflare');
  expect(() => file(Array.from({ length: redirectsText.MAX_REDIRECTS / 4 }, (_, i) => `x${i}`))).not.toThrow();
  expect(() => file(Array.from({ length: redirectsText.MAX_REDIRECTS / 4 + 1 }, (_, i) => `x${i}`))).toThrow(
    '2004 lines',
  );
  expect(() => file(['x'.repeat(redirectsText.MAX_LINE)])).toThrow('characters');
});

for (const base of BASES) {
  test(`nginx.conf gives the same headers and types, below ${base}`, () => {
    const differing = PATHS.flatMap((each) => {
      const file = `${base}${each.slice(1)}${each.endsWith('/') ? 'index.html' : ''}`;
      const { 'Content-Type': type, ...headers } = headersFor(each);
      const own = new Map([['txt', 'text/plain']]);
      const same = isDeepStrictEqual(addedHeaders(file), headers) && (!type || typeOf(file, own) === type);
      return same && !isHidden(file) ? [] : [file];
    });
    expect(differing).toEqual([]);
  });

  test(`nginx.conf leads on from every earlier name, below ${base}`, () => {
    const urls = createUrls(base, 'https://example.org');
    const all = redirects(catalog.platforms);
    const wrong = all.flatMap(({ from, to }) =>
      LOCALES.flatMap((locale) => {
        const earlier = urls.page(from, locale);
        return [earlier, earlier.slice(0, -1)].filter((each) => ledTo(each) !== urls.page(to, locale));
      }),
    );
    expect(wrong).toEqual([]);
    expect(rewrites).toHaveLength(all.length);
    expect(PATHS.filter((each) => ledTo(`${base}${each.slice(1)}`)).length).toBe(2 * all.length);
  });
}

test('nginx.conf forgets no header, and hides what is no address', () => {
  expect(headersInLocations).toEqual([]);
  expect(headersNotAlways).toEqual([]);
  for (const file of ['/_headers', '/docs/errors/_redirects', '/.git/config', '/zh/index.html.br', '/index.html.gz'])
    expect(isHidden(file), file).toBe(true);
  expect(isHidden('/.well-known/acme-challenge/x')).toBe(false);
});

test('PRECOMPRESS is off, fast or best', () => {
  expect(precompression({})).toBe('fast');
  for (const value of ['off', 'fast', 'best'] as const) expect(precompression({ PRECOMPRESS: value })).toBe(value);
  expect(() => precompression({ PRECOMPRESS: 'slow' })).toThrow('PRECOMPRESS is “slow”; it may be off, fast');
});

test.describe('compressed copies', () => {
  let folder = '';
  test.beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'precompress-'));
  });
  test.afterEach(() => fs.rmSync(folder, { recursive: true }));
  const write = (file: string, content: string | Buffer) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  };
  const read = (file: string) => fs.readFileSync(path.join(folder, file));
  const list = () => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

  test('are of text above 1 KB, only when smaller, and always the same', async () => {
    const text = '系统繁忙 system busy\n'.repeat(300);
    write('a/page.html', text);
    write('small.txt', 'x'.repeat(1024));
    write('picture.png', text);
    // No program makes these smaller: every byte as likely as any other.
    let state = 1;
    const random = () => {
      state = (state * 48271) % 2147483647;
      return state & 255;
    };
    write('noise.js', Buffer.from(Array.from({ length: 4096 }, random)));
    await precompress(folder, 'fast');
    expect(list()).toEqual([
      'a',
      'a/page.html',
      'a/page.html.br',
      'a/page.html.gz',
      'noise.js',
      'picture.png',
      'small.txt',
    ]);
    expect(brotliDecompressSync(read('a/page.html.br')).toString()).toBe(text);
    expect(gunzipSync(read('a/page.html.gz')).toString()).toBe(text);
    // Bytes 4 to 7 of gzip's header are a time.
    expect(read('a/page.html.gz').readUInt32LE(4)).toBe(0);
    const first = [read('a/page.html.br'), read('a/page.html.gz')];
    await precompress(folder, 'fast');
    expect([read('a/page.html.br'), read('a/page.html.gz')]).toEqual(first);
  });

  test('are made anew when the file has changed', async () => {
    write('data.json', 'a'.repeat(5000));
    await precompress(folder, 'fast');
    write('data.json', 'b'.repeat(6000));
    const { files, bytes } = await precompress(folder, 'best');
    expect({ files, bytes }).toEqual({ files: 1, bytes: 6000 });
    expect(brotliDecompressSync(read('data.json.br')).toString()).toBe('b'.repeat(6000));
    expect(gunzipSync(read('data.json.gz')).toString()).toBe('b'.repeat(6000));
  });
});
