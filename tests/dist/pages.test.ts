import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { catalog } from '../fixtures/catalog.ts';
import { DIST, ORIGIN, pageAt, paths, read, text } from '../fixtures/site.ts';

const pages = paths.map(pageAt);
const byPath = new Map(pages.map((page) => [page.path, page]));
/** A link may lead to a file that is no page, such as one of the API. */
const isFile = (address: string) => fs.statSync(path.join(DIST, address), { throwIfNoEntry: false })?.isFile() ?? false;
const absolute = (path: string) => `${ORIGIN}${path}`;

test('every entry is on its code page in both languages, whole, with anchor, errmsg and note', () => {
  for (const { code, platforms, zh, en, errmsg, note } of catalog.entries) {
    for (const locale of ['en', 'zh'] as const) {
      const path = `${locale === 'zh' ? '/zh' : ''}/codes/${code}/`;
      const article = byPath.get(path)?.document.getElementById(platforms[0] ?? '');
      const said = text(article);
      for (const part of [zh, en, errmsg, note[locale]]) expect(said, `${path}#${platforms[0]}`).toContain(part);
      for (const platform of platforms)
        expect(byPath.get(path)?.document.getElementById(platform), `${path}#${platform}`).not.toBeNull();
    }
  }
});

test('every entry has its row on the whole table, and every platform its page with all its codes', () => {
  for (const prefix of ['', '/zh']) {
    const table = byPath.get(`${prefix}/codes/`)?.document;
    for (const { code, platforms, zh } of catalog.entries) {
      expect(text(table?.getElementById(`${code}-${platforms[0]}`))).toContain(zh);
    }
    for (const { slug } of catalog.platforms) {
      const linked = byPath.get(`${prefix}/platforms/${slug}/`)?.document.querySelectorAll('tbody th a').map(text);
      const expected = catalog.entries.filter((entry) => entry.platforms.includes(slug)).map(({ code }) => code);
      expect(linked?.sort()).toEqual(expected.sort());
    }
  }
});

test('one title, description and canonical a page, titles of one language differ', () => {
  const titles = new Map<string, string>();
  for (const { path, document } of pages) {
    expect(document.querySelectorAll('title'), path).toHaveLength(1);
    expect(document.querySelectorAll('meta[name=description]'), path).toHaveLength(1);
    expect(
      document.querySelectorAll('link[rel=canonical]').map((link) => link.getAttribute('href')),
      path,
    ).toEqual([absolute(path)]);
    const key = `${path.startsWith('/zh/') ? 'zh' : 'en'} ${text(document.querySelector('title'))}`;
    expect(titles.get(key), `${path} has the title of ${titles.get(key)}`).toBeUndefined();
    titles.set(key, path);
  }
});

test('languages point at each other, and x-default at English', () => {
  for (const { path, document } of pages) {
    const alternates = Object.fromEntries(
      document
        .querySelectorAll('link[hreflang]')
        .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
    );
    const english = path.replace(/^\/zh\//, '/');
    expect(alternates, path).toEqual({
      en: absolute(english),
      'zh-CN': absolute(`/zh${english}`),
      'x-default': absolute(english),
    });
    expect(byPath.has(english) && byPath.has(`/zh${english}`), path).toBe(true);
    expect(document.querySelector('html')?.getAttribute('lang'), path).toBe(path.startsWith('/zh/') ? 'zh-CN' : 'en');
  }
});

test('every internal link and anchor leads somewhere', () => {
  const ids = new Map(
    pages.map(({ path, document }) => [path, new Set(document.querySelectorAll('[id]').map(({ id }) => id))]),
  );
  const broken = new Set<string>();
  let count = 0;
  for (const { path, document } of [...pages, pageAt('404.html')]) {
    for (const link of document.querySelectorAll('a[href]')) {
      const url = new URL(link.getAttribute('href') ?? '', absolute(path === '404.html' ? '/' : path));
      if (url.origin !== ORIGIN) continue;
      count++;
      const there = ids.get(url.pathname);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!there ? !isFile(url.pathname) : anchor && !there.has(anchor))
        broken.add(`${path} → ${url.pathname}${url.hash}`);
    }
  }
  expect(count).toBeGreaterThan(20_000);
  expect([...broken]).toEqual([]);
});

test('40033, whose text has a backslash and uxxxx, is whole everywhere', () => {
  const zh = '不合法的请求字符，不能包含\\uxxxx格式的字符';
  for (const path of ['/codes/40033/', '/zh/codes/40033/', '/codes/'])
    expect(text(byPath.get(path)?.document), path).toContain(zh);
  const description = byPath
    .get('/zh/codes/40033/')
    ?.document.querySelector('meta[name=description]')
    ?.getAttribute('content');
  expect(description).toContain(zh);
  expect(JSON.parse(read('api/v1/codes.json')).codes.find((entry: { code: string }) => entry.code === '40033').zh).toBe(
    zh,
  );
  const entries = byPath.get('/')?.document.querySelector('html')?.getAttribute('data-entries') ?? '';
  expect(JSON.parse(read(entries)).zh).toContain(zh);
});
