/** `headers.ts` and what is written from it. How nginx reads its file is tested in `tests/hosting/`. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { headersFor, RULES } from '../../src/build/hosting/headers.ts';
import { headersFile, MAX_LINE, MAX_RULES } from '../../src/build/hosting/headers-file.ts';
import { nginxConf } from '../../src/build/hosting/nginx-conf.ts';
import * as redirectsText from '../../src/build/hosting/redirects-file.ts';
import { SECURITY_HEADERS } from '../../src/site/security/security-headers.ts';
import { catalog, ROOT } from '../fixtures/catalog.ts';
import { publishedUrls } from '../fixtures/published.ts';

/** Every published URL, and one of each kind that changes with its content. */
const PATHS = [
  ...new Set(publishedUrls(catalog).map((url) => url.replace(/#.*/, ''))),
  '/_astro/on-demand.CSe1G21Y.js',
  '/data/entries-4034e1aaf0.json',
  '/pagefind/3f1c0a9d2b/index/en_3c8240d.pf_index',
  '/pagefind/3f1c0a9d2b/pagefind.js',
  '/404.html',
];

test('every path has one Cache-Control and all security headers', () => {
  // headersFor throws when two rules give a path the same header.
  const wrong = PATHS.filter((each) => {
    const headers = headersFor(each);
    return (
      !headers['Cache-Control'] || Object.entries(SECURITY_HEADERS).some(([name, value]) => headers[name] !== value)
    );
  });
  expect(wrong).toEqual([]);
  expect(PATHS.length).toBeGreaterThan(1000);
});

test('each kind of path has the headers it needs', () => {
  const short = { ...SECURITY_HEADERS, 'Cache-Control': 'public, max-age=300' };
  const open = { ...short, 'Access-Control-Allow-Origin': '*' };
  const immutable = { ...SECURITY_HEADERS, 'Cache-Control': 'public, max-age=31536000, immutable' };
  for (const [url, headers] of [
    ['/', short],
    ['/zh/', short],
    ['/codes/40001/', short],
    ['/codes/40001.md', { ...open, 'Content-Type': 'text/markdown; charset=utf-8' }],
    ['/llms.txt', { ...open, 'Content-Type': 'text/plain; charset=utf-8' }],
    ['/api/v1/codes.json', open],
    ['/api/v1/codes.csv', { ...open, 'Content-Type': 'text/csv; charset=utf-8' }],
    ['/changes/atom.xml', { ...open, 'Content-Type': 'application/atom+xml' }],
    ['/zh/changes/feed.json', { ...open, 'Content-Type': 'application/feed+json' }],
    ['/zh/opensearch.xml', { ...short, 'Content-Type': 'application/opensearchdescription+xml' }],
    ['/manifest.webmanifest', { ...short, 'Content-Type': 'application/manifest+json' }],
    ['/cards/40001.png', { ...SECURITY_HEADERS, 'Cache-Control': 'public, max-age=86400' }],
    ['/sw.js', { ...SECURITY_HEADERS, 'Cache-Control': 'no-cache' }],
    ['/_astro/a.Ab1.js', immutable],
    ['/data/entries-1.json', immutable],
    ['/pagefind/3f1c0a9d2b/pagefind.js', immutable],
  ] as const) {
    expect(headersFor(url), url).toEqual(headers);
  }
});

test('scripts on other sites may read files for programs, and nothing else', () => {
  const open = PATHS.filter((each) => headersFor(each)['Access-Control-Allow-Origin']);
  expect(
    open.filter((each) => !/^\/api\/v1\/|\.md$|^\/llms\.txt$|\/changes\/(atom\.xml|feed\.json)$/.test(each)),
  ).toEqual([]);
  expect(new Set(open.map((each) => each.split('.').at(-1)))).toEqual(new Set(['json', 'csv', 'md', 'txt', 'xml']));
});

test('the module of security headers has no import, because the service worker bundles it', () => {
  expect(fs.readFileSync(path.join(ROOT, 'src/site/security/security-headers.ts'), 'utf8')).not.toMatch(/^import /m);
});

test('no rule is read differently by Cloudflare and Netlify', () => {
  // Netlify ignores trailing slashes and letter case; it takes the last value of a header, Cloudflare joins them.
  const paths = RULES.map((rule) => rule.path);
  expect(paths.filter((each) => each !== '/' && each.endsWith('/'))).toEqual([]);
  expect(new Set(paths.map((each) => each.toLowerCase())).size).toBe(paths.length);
});

for (const root of ['/', '/docs/errors/']) {
  test(`_headers, _redirects and nginx name their paths below ${root}`, () => {
    const headers = headersFile(root);
    expect(headers).toContain(`\n\n${root}zh/*\n  Cache-Control: public, max-age=300\n\n`);
    expect(headers.match(/^\/.*/gm)).toEqual(RULES.map((rule) => `${root}${rule.path.slice(1)}`));
    const redirects = redirectsText.redirectsFile(catalog.platforms, root, 'cloudflare');
    for (const from of ['zh/platforms/work-wechat/', 'zh/platforms/work-wechat'])
      expect(redirects).toContain(`\n${root}${from} ${root}zh/platforms/wecom/ 301\n`);
    // Without `!` Netlify would answer with the file at that URL.
    expect(redirectsText.redirectsFile(catalog.platforms, root, 'netlify')).toContain(
      `\n${root}platforms/coupons/ ${root}platforms/cards/ 301!\n`,
    );
    const conf = nginxConf(catalog.platforms, root, 'errors.example.org');
    expect(conf).toContain(`    "~^${root}sw\\.js$" "no-cache";\n`);
    expect(conf).toContain(`    "~^${root}index\\.html$" "public, max-age=300";\n`);
    expect(conf).toContain(`    error_page 404 ${root}404.html;\n`);
    expect(conf).toContain(`"^${root}zh/platforms/work-wechat/?$" "${root}zh/platforms/wecom/" permanent;\n`);
  });
}

test('_headers is not written when Cloudflare would not read all of it', () => {
  const rule = (i: number) => ({ path: `/${i}`, headers: { A: 'b' } });
  const file = (count: number) =>
    headersFile(
      '/',
      Array.from({ length: count }, (_, i) => rule(i)),
    );
  expect(file(MAX_RULES)).toContain('/99\n');
  expect(() => file(MAX_RULES + 1)).toThrow('101 rules');
  expect(() => headersFile('/', [{ path: '/', headers: { A: 'b'.repeat(MAX_LINE) } }])).toThrow('2005 characters');
  expect(() => headersFile('/', [rule(1), rule(1)])).toThrow('two rules for /1');
  expect(() => headersFile('/', [{ path: '/*/a*', headers: { A: 'b' } }])).toThrow('more than one *');
});

test('_redirects is not written when Cloudflare would not read all of it', () => {
  const [some] = catalog.platforms;
  const file = (former: string[]) => redirectsText.redirectsFile(some ? [{ ...some, former }] : [], '/', 'cloudflare');
  const slugs = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`);
  expect(file(slugs(redirectsText.MAX_REDIRECTS / 4))).toContain('/platforms/x499 ');
  expect(() => file(slugs(redirectsText.MAX_REDIRECTS / 4 + 1))).toThrow('2004 lines');
  expect(() => file(['x'.repeat(redirectsText.MAX_LINE)])).toThrow('characters');
});
