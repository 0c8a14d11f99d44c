/** Our server block in a real nginx, serving the built site. */
import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { headersFor } from '../../src/build/hosting/headers.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { redirects } from '../../src/site/pages.ts';
import { SECURITY_HEADERS } from '../../src/site/security/security-headers.ts';
import { FILES, pathOf } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { type Answer, ask } from '../fixtures/http.ts';
import { test } from '../fixtures/nginx.ts';
import { publishedAddresses } from '../fixtures/published.ts';
import { isRedirect, mounted, type Site, site } from '../fixtures/site.ts';

const lower = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
/** The security headers an answer lacks. */
const lacking = ({ headers }: Answer) =>
  Object.entries(lower(SECURITY_HEADERS)).flatMap(([name, value]) => (headers[name] === value ? [] : [name]));
/** A page that only leads on, which nginx does itself. */
const isForwarded = (file: string) => file.endsWith('.html') && isRedirect(site.read(file));
const bytes = (file: string, { dist }: Site = site) => fs.readFileSync(path.join(dist, file));

test('nginx takes the configuration without a warning', ({ nginx, nginxMounted }) => {
  for (const { check } of [nginx, nginxMounted]) {
    expect(check).toContain('test is successful');
    expect(check).not.toMatch(/\[(warn|error|crit|alert|emerg)\]/);
  }
});

for (const [encoding, unpack] of [
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
  ['identity', (body: Buffer) => body],
] as const) {
  test(`a client that takes ${encoding} gets it, of every kind of text`, async ({ nginx }) => {
    const kinds = [
      'codes/40001/index.html',
      'zh/codes/40001.md',
      FILES.codes,
      FILES.csv,
      FILES.llms,
      FILES.sitemap,
      FILES.atom('zh'),
      FILES.jsonFeed('en'),
      site.files().find((file) => /^_astro\/features\..*\.js$/.test(file)) ?? '',
      site.files().find((file) => file.startsWith('data/')) ?? '',
    ];
    for (const file of kinds) {
      const { status, headers, body } = await ask(`${nginx.origin}/${file.replace(/index\.html$/, '')}`, {
        headers: { 'Accept-Encoding': encoding === 'br' ? 'gzip, deflate, br' : encoding },
      });
      expect(status, file).toBe(200);
      expect(headers['content-encoding'] ?? 'identity', file).toBe(encoding);
      expect(headers.vary, file).toBe('Accept-Encoding');
      expect(unpack(body).equals(bytes(file)), file).toBe(true);
    }
  });
}

test('every kind of path has the headers and types of the list', async ({ nginx }) => {
  // Of each folder and kind of file three are enough: the rules know no single codes.
  const seen = new Map<string, number>();
  const some = site.files().filter((file) => {
    if (/^_(headers|redirects)$/.test(file) || isForwarded(file)) return false;
    const kind = file.replace(/[^/]+(\/index)?\.(\w+)$/, '$1.$2');
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= 3;
  });
  expect(some.length).toBeGreaterThan(60);
  const wrong: object[] = [];
  for (const file of some) {
    const address = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const { status, headers } = await ask(`${nginx.origin}${address}`);
    const wanted = lower(headersFor(address));
    const got = Object.fromEntries(Object.keys(wanted).map((name) => [name, headers[name]]));
    const open = headers['access-control-allow-origin'] === wanted['access-control-allow-origin'];
    if (status !== 200 || !open || !isDeepStrictEqual(got, wanted)) wrong.push({ address, status, got });
  }
  expect(wrong).toEqual([]);
});

test('what the list leaves to the server has a type too', async ({ nginx }) => {
  const types: [file: string, type: string | RegExp][] = [
    ['', 'text/html; charset=utf-8'],
    [FILES.codes, 'application/json'],
    [FILES.sitemap, 'text/xml; charset=utf-8'],
    [FILES.favicon, 'image/svg+xml'],
    [FILES.icon('icon-192'), 'image/png'],
    ['sw.js', /^(application|text)\/javascript; charset=utf-8$/],
    [
      site.files().find((file) => file.endsWith('/pagefind.js')) ?? '',
      /^(application|text)\/javascript; charset=utf-8$/,
    ],
  ];
  for (const [file, type] of types) {
    const { headers } = await ask(`${nginx.origin}/${file}`);
    expect(headers['content-type'], file).toMatch(type);
  }
});

test('an address without its slash is led to the one with it, without host or scheme', async ({ nginx }) => {
  for (const [from, to] of [
    ['/codes/40001', '/codes/40001/'],
    ['/zh', '/zh/'],
    ['/search?q=40001', '/search/?q=40001'],
  ]) {
    const answer = await ask(`${nginx.origin}${from}`, { headers: { Host: 'errors.example.org:8443' } });
    expect([answer.status, answer.headers.location], from).toEqual([301, to]);
    expect(lacking(answer), from).toEqual([]);
  }
});

test('earlier names of platforms lead on', async ({ nginx }) => {
  const all = redirects(catalog.platforms);
  expect(all.length).toBeGreaterThanOrEqual(5);
  for (const { from, to } of all) {
    for (const locale of LOCALES) {
      const [earlier, now] = [`/${pathOf(from, locale)}`, `/${pathOf(to, locale)}`];
      for (const address of [earlier, earlier.slice(0, -1)]) {
        const answer = await ask(`${nginx.origin}${address}`);
        expect([answer.status, answer.headers.location], address).toEqual([301, now]);
        expect(lacking(answer), address).toEqual([]);
      }
    }
  }
});

test('what is unknown, hidden or a bare folder is answered with the 404 page, not kept for long', async ({ nginx }) => {
  for (const address of [
    '/codes/99999999/',
    '/devtool/query?e=60020',
    '/_astro/gone.Ab1.js',
    '/api/v1/codes/99999999.json',
    '/cards/',
    '/_headers',
    '/_redirects',
    '/.env',
    '/index.html.br',
    '/codes/40001.md.gz',
  ]) {
    const answer = await ask(`${nginx.origin}${address}`);
    expect(answer.status, address).toBe(404);
    expect(answer.body.equals(bytes('404.html')), address).toBe(true);
    expect(answer.headers['content-type'], address).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control'], address).toBe('public, max-age=300');
    expect(lacking(answer), address).toEqual([]);
  }
  const compressed = await ask(`${nginx.origin}/nowhere`, { headers: { 'Accept-Encoding': 'br' } });
  expect([compressed.status, compressed.headers['content-encoding']]).toEqual([404, 'br']);
  expect(brotliDecompressSync(compressed.body).equals(bytes('404.html'))).toBe(true);
});

test('a file is only read: other methods are refused', async ({ nginx }) => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    for (const address of ['/', '/codes/40001/', '/api/v1/codes.json']) {
      const answer = await ask(`${nginx.origin}${address}`, { method });
      expect(answer.status, `${method} ${address}`).toBe(405);
      expect(lacking(answer)).toEqual([]);
    }
  }
  const head = await ask(`${nginx.origin}/codes/40001/`, { method: 'HEAD' });
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test('what a client has already is not sent again', async ({ nginx }) => {
  for (const encoding of ['br', 'gzip', 'identity']) {
    for (const address of ['/codes/40001/', '/api/v1/codes.json', '/sw.js']) {
      const headers = { 'Accept-Encoding': encoding };
      const first = await ask(`${nginx.origin}${address}`, { headers });
      const { etag = '', 'last-modified': modified = '' } = first.headers;
      for (const condition of [{ 'If-None-Match': etag }, { 'If-Modified-Since': modified }]) {
        const again = await ask(`${nginx.origin}${address}`, { headers: { ...headers, ...condition } });
        expect([again.status, again.body.length], `${address} ${encoding}`).toEqual([304, 0]);
        expect(again.headers['cache-control'], address).toBe(headersFor(address)['Cache-Control']);
        expect(lacking(again), address).toEqual([]);
      }
      const other = await ask(`${nginx.origin}${address}`, { headers: { ...headers, 'If-None-Match': '"other"' } });
      expect(other.status, address).toBe(200);
    }
  }
});

test('an answer does not say which version served it', async ({ nginx }) => {
  expect((await ask(`${nginx.origin}/`)).headers.server).toBe('nginx');
});

test('below a path the same block serves the same, with its own 404 page', async ({ nginxMounted: { origin } }) => {
  const { base } = mounted;
  const page = await ask(`${origin}${base}codes/40001/`);
  expect(page.status).toBe(200);
  expect(page.body.equals(bytes('codes/40001/index.html', mounted))).toBe(true);
  const features = mounted.files().find((file) => file.startsWith('_astro/')) ?? '';
  expect((await ask(`${origin}${base}${features}`)).headers['cache-control']).toContain('immutable');
  const slash = await ask(`${origin}${base}codes/40001`);
  expect([slash.status, slash.headers.location]).toEqual([301, `${base}codes/40001/`]);
  const former = await ask(`${origin}${base}zh/platforms/enterprise/`);
  expect([former.status, former.headers.location]).toEqual([301, `${base}zh/platforms/wecom/`]);
  for (const address of [`${base}nowhere`, `${base}_headers`, '/elsewhere']) {
    const unknown = await ask(`${origin}${address}`);
    expect(unknown.status, address).toBe(404);
    expect(unknown.body.equals(bytes('404.html', mounted)), address).toBe(true);
  }
  const wrong = [page, slash, former].filter((answer) => lacking(answer).length);
  expect(wrong).toEqual([]);
});

test('the list of published addresses leaves out what hosts read', () => {
  expect(publishedAddresses(site).filter((address) => /^\/_|\.(br|gz)$/.test(address))).toEqual([]);
});
