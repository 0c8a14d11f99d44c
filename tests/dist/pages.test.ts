import { expect, test } from '@playwright/test';
import { catalog } from '../fixtures/catalog.ts';
import { paths, pathsOf, site, sites, text } from '../fixtures/site.ts';

const { pageAt, read } = site;
const byPath = new Map(paths.map((path) => [path, pageAt(path)]));

test('every entry is on its code page in both languages, whole, with anchor, errmsg and note', () => {
  const lacking: string[] = [];
  for (const { code, platforms, zh, en, errmsg, note } of catalog.entries) {
    for (const locale of ['en', 'zh'] as const) {
      const path = `${locale === 'zh' ? '/zh' : ''}/codes/${code}/`;
      const document = byPath.get(path)?.document;
      const said = text(document?.getElementById(platforms[0] ?? ''));
      for (const part of [zh, en, errmsg, note[locale]]) if (!said.includes(part)) lacking.push(`${path}: ${part}`);
      for (const platform of platforms) if (!document?.getElementById(platform)) lacking.push(`${path}#${platform}`);
    }
  }
  expect(lacking).toEqual([]);
});

test('every entry has its row on the whole table, and every platform its page with all its codes', () => {
  for (const prefix of ['', '/zh']) {
    const table = byPath.get(`${prefix}/codes/`)?.document;
    const rows = new Map(table?.querySelectorAll('tbody tr').map((row) => [row.id, text(row)]));
    expect(catalog.entries.filter(({ id, zh }) => !rows.get(id)?.includes(zh))).toEqual([]);
    for (const { slug } of catalog.platforms) {
      const linked = byPath.get(`${prefix}/platforms/${slug}/`)?.document.querySelectorAll('tbody th a').map(text);
      const expected = catalog.entries.filter((entry) => entry.platforms.includes(slug)).map(({ code }) => code);
      expect(linked?.sort()).toEqual(expected.sort());
    }
  }
});

for (const each of sites) {
  test(`${each.name}: every internal link and anchor leads somewhere`, () => {
    const pages = pathsOf(each).map(each.pageAt);
    const ids = new Map(
      pages.map(({ path, document }) => [path, new Set(document.querySelectorAll('[id]').map(({ id }) => id))]),
    );
    const broken = new Set<string>();
    let count = 0;
    for (const { path, document } of [...pages, each.pageAt('404.html')]) {
      for (const link of document.querySelectorAll('a[href]')) {
        const url = new URL(link.getAttribute('href') ?? '', each.absolute(path === '404.html' ? '/' : path));
        if (url.origin !== each.origin) continue;
        count++;
        const there = ids.get(`/${url.pathname.slice(each.base.length)}`);
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (!each.fileOf(url.href) || (anchor && !there?.has(anchor)))
          broken.add(`${path} → ${url.pathname}${url.hash}`);
      }
    }
    expect(count).toBeGreaterThan(20_000);
    expect([...broken]).toEqual([]);
  });
}

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
