import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { offlineOn } from '../../src/site/settings.ts';
import { bundlePages, bundlePath, divide, fileOf, localeOf, NOT_FOUND, pageOf } from '../../src/worker/page-bundle.ts';
import { isShare, joinShared } from '../../src/worker/share-target.ts';
import { compare } from '../../src/worker/worker-messages.ts';

const page = (title: string, other: string, main: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title><meta name="description" content="${title}"><link rel="icon" href="/i"></head>` +
  `<body><a class="plain" href="${other}" lang="zh-CN" data-language>中文</a><main id="main">${main}</main><footer></footer></body></html>`;
const kept = (title: string, other: string, main: string) =>
  page(title, other, main).replace(/<meta name="description"[^>]*>/, '');

test('pages of one template share their shell, and are restored as they were', () => {
  const pages = new Map([
    ['codes/1/', page('1', '/zh/codes/1/', 'one')],
    ['codes/2/', page('2', '/zh/codes/2/', '<p>$& $1 two</p>')],
    ['codes/3/', page('\ufeff3', '/zh/codes/3/', '\ufeff微信 \u{1f34c}')],
    [NOT_FOUND, '<html><p>no title, no main</p></html>'],
  ]);
  const file = JSON.parse(JSON.stringify(bundlePages(pages)));
  expect(file.shells).toHaveLength(2);
  expect(pageOf(file, 'codes/1/')).toBe(kept('1', '/zh/codes/1/', 'one'));
  expect(pageOf(file, 'codes/2/')).toBe(kept('2', '/zh/codes/2/', '<p>$& $1 two</p>'));
  expect(pageOf(file, 'codes/3/')).toBe(kept('\ufeff3', '/zh/codes/3/', '\ufeff微信 \u{1f34c}'));
  expect(pageOf(file, NOT_FOUND)).toBe('<html><p>no title, no main</p></html>');
  for (const path of ['codes/4/', '', 'constructor', '__proto__']) expect(pageOf(file, path)).toBeUndefined();
});

test('pages are divided by language, the 404 page is with both, and a path leads to its file', () => {
  const codes = Array.from({ length: 400 }, (_, i) => `codes/${40000 + i}/`);
  const paths = [NOT_FOUND, '', 'about/', ...codes, 'zh/', ...codes.map((path) => `zh/${path}`)];
  for (const locale of ['en', 'zh'] as const) {
    const bundles = divide(paths, locale);
    expect(bundles.length).toBeGreaterThan(2);
    const own = paths.filter((path) => localeOf(path) === locale && path !== NOT_FOUND);
    expect(bundles.flat().sort()).toEqual([NOT_FOUND, ...own].sort());
    const files = bundles.map(([first = ''], i) => [first, String(i)] as const);
    for (const [i, bundle] of bundles.entries())
      expect(bundle.filter((path) => fileOf(files, path) !== String(i))).toEqual([]);
  }
});

test('pages with any text are restored', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !/[\0<>"]/.test(each));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), (texts) => {
      const file = bundlePages(new Map(texts.map((each, i) => [`${i}/`, page(...each)])));
      return texts.every((each, i) => pageOf(file, `${i}/`) === kept(...each));
    }),
  );
});

test('a page with the character that marks holes is refused', () => {
  expect(() => bundlePages(new Map([['codes/1/', 'a\0b']]))).toThrow('codes/1/: a NUL character');
});

test('a page is found under each form of its URL', () => {
  for (const asked of ['codes/40001/', 'codes/40001', 'codes/40001/index.html']) {
    expect(bundlePath(asked)).toBe('codes/40001/');
  }
  expect(bundlePath('')).toBe('');
  expect(bundlePath('index.html')).toBe('');
  expect(bundlePath('404.html')).toBe('404.html');
  expect(bundlePath('%E4%BD%A0')).toBe('你/');
  expect(bundlePath('%')).toBe('%/');
});

test('only other data that is not older counts as a new version', () => {
  const here = { data: '/data/entries-a.json', date: '2026-11-22' };
  expect(compare(here, here)).toBe('same');
  expect(compare(here, { data: '/data/entries-b.json', date: '2026-12-01' })).toBe('newer');
  expect(compare(here, { data: '/data/entries-b.json', date: '2026-11-22' })).toBe('newer');
  expect(compare(here, { data: '/data/entries-b.json', date: '2026-11-21' })).toBe('same');
  expect(compare(here, { ...here, date: '2026-12-01' })).toBe('same');
});

test('shared fields are joined into one text without repetition', () => {
  expect(joinShared(['Error', 'Error 40001', ''])).toBe('Error 40001');
  expect(joinShared(['', 'a', 'a'])).toBe('a');
  expect(joinShared(['Title', 'text', 'https://example.org'])).toBe('Title\ntext\nhttps://example.org');
  expect(joinShared([])).toBe('');
});

test('only a POST to the URL in the manifest is a share', () => {
  const scope = 'https://example.org/docs/';
  const is = (method: string, path: string) => isShare({ method, url: `https://example.org${path}` }, scope);
  expect(is('POST', '/docs/share/')).toBe(true);
  expect(is('POST', '/docs/zh/share/')).toBe(true);
  expect(is('GET', '/docs/share/')).toBe(false);
  expect(is('POST', '/share/')).toBe(false);
  expect(is('POST', '/docs/codes/')).toBe(false);
});

test('only OFFLINE=off disables the service worker', () => {
  expect([{}, { OFFLINE: '' }, { OFFLINE: 'on' }, { OFFLINE: 'off' }].map(offlineOn)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
