/** The built site in nginx with the generated configuration: status, type, caching, compression and redirects. */
import fs from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test';
import { headersFor } from '../../src/build/hosting/headers.ts';
import { redirects } from '../../src/site/pages.ts';
import { SECURITY_HEADERS } from '../../src/site/security/security-headers.ts';
import { FILES } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { isRedirect, site } from '../fixtures/site.ts';
import { SITES } from './sites.ts';

const lower = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
const bytes = (file: string) => fs.readFileSync(path.join(site.dist, file));

/** The headers of a response that `wanted` names, and whether other sites may read it. */
function headersOf(response: APIResponse, wanted: Readonly<Record<string, string>>) {
  const headers = response.headers();
  const names = [...Object.keys(lower(wanted)), 'access-control-allow-origin'];
  return Object.fromEntries(names.filter((name) => name in headers).map((name) => [name, headers[name]]));
}

/** Up to three files of each folder and type: the rules do not name single codes. */
function filesOfEachKind(): string[] {
  const seen = new Map<string, number>();
  return site.files().filter((file) => {
    if (/^_(headers|redirects)$/.test(file) || (file.endsWith('.html') && isRedirect(site.read(file)))) return false;
    const kind = file.replace(/[^/]+(\/index)?\.(\w+)$/, '$1.$2');
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= 3;
  });
}

for (const { name, origin, base } of SITES) {
  const get = (request: APIRequestContext, below: string, headers: Record<string, string> = {}) =>
    request.get(`${origin}${base}${below}`, { headers, maxRedirects: 0 });

  test(`${name}: every kind of file has the headers and the type of the list`, async ({ request }) => {
    const files = filesOfEachKind();
    expect(files.length).toBeGreaterThan(60);
    for (const file of files) {
      const below = file.replace(/(^|\/)index\.html$/, '$1');
      const wanted = headersFor(`/${below}`);
      const response = await get(request, below);
      expect(response.status(), file).toBe(200);
      expect(headersOf(response, wanted), file).toEqual(lower(wanted));
    }
  });

  test(`${name}: files without a type in the list have the type of their kind`, async ({ request }) => {
    for (const [file, type] of [
      ['', 'text/html; charset=utf-8'],
      [FILES.codes, 'application/json'],
      [FILES.sitemap, 'text/xml; charset=utf-8'],
      [FILES.favicon, 'image/svg+xml'],
      ['sw.js', /^(application|text)\/javascript; charset=utf-8$/],
    ] as const) {
      expect((await get(request, file)).headers()['content-type'], file).toMatch(type);
    }
  });

  test(`${name}: a URL without its slash, and former platform URLs, redirect below the base`, async ({ request }) => {
    const moved = redirects(catalog.platforms);
    expect(moved.length).toBeGreaterThanOrEqual(10);
    for (const [from, to] of [
      ['codes/40001', 'codes/40001/'],
      ['zh', 'zh/'],
      ['search?q=40001', 'search/?q=40001'],
      ...moved.flatMap(({ from, to }) => [from, from.slice(0, -1)].map((each) => [each, to])),
    ] as [string, string][]) {
      // Behind a proxy scheme, host and port are others.
      const response = await get(request, from, { Host: 'errors.example.org:8443' });
      expect([response.status(), response.headers().location], from).toEqual([301, `${base}${to}`]);
      expect(response.headers(), from).toMatchObject(lower(SECURITY_HEADERS));
    }
  });

  test(`${name}: unknown, hidden and internal files are answered with the 404 page`, async ({ request }) => {
    for (const below of [
      'codes/99999999/',
      'devtool/query?e=60020',
      '_astro/gone.Ab1.js',
      'codes/gone.md',
      'api/v1/codes/99999999.json',
      'icons/',
      '_headers',
      '_redirects',
      '.env',
      '.git/README.md',
      'index.html.br',
      'codes/40001.md.gz',
    ]) {
      const response = await get(request, below);
      expect(response.status(), below).toBe(404);
      expect((await response.body()).equals(bytes('404.html')), below).toBe(true);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=300' };
      expect(response.headers(), below).toMatchObject({ ...lower(SECURITY_HEADERS), ...headers, server: 'nginx' });
      expect(response.headers()['access-control-allow-origin'], below).toBeUndefined();
    }
  });
}

for (const encoding of ['br', 'gzip', 'identity']) {
  test(`a client that accepts ${encoding} gets it for every kind of text`, async ({ request }) => {
    const script = site.files().find((file) => /^_astro\/.*\.js$/.test(file) && bytes(file).length > 1024) ?? '';
    for (const file of ['codes/40001/index.html', FILES.csv, FILES.codes, FILES.llms, FILES.sitemap, script]) {
      const response = await request.get(`/${file.replace(/index\.html$/, '')}`, {
        headers: { 'Accept-Encoding': encoding === 'br' ? 'gzip, deflate, br' : encoding },
      });
      expect(response.headers()['content-encoding'] ?? 'identity', file).toBe(encoding);
      expect(response.headers().vary, file).toBe('Accept-Encoding');
      expect((await response.body()).equals(bytes(file)), file).toBe(true);
    }
  });
}
