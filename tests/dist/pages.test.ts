import { expect, test } from '@playwright/test';
import { onPlatform } from '../../src/catalog/index.ts';
import type { InstantFile } from '../../src/lookup/pack.ts';
import { catalog } from '../fixtures/catalog.ts';
import { mounted, pageAt, pathsOf, sites, text } from '../fixtures/site.ts';

test('the table has a row per entry, and a platform page has all codes of the platform', () => {
  for (const prefix of ['', '/zh']) {
    const table = pageAt(`${prefix}/codes/`).document;
    const rows = new Map(table.querySelectorAll('tbody tr').map((row) => [row.id, text(row)]));
    expect(catalog.entries.filter(({ id, zh }) => !rows.get(id)?.includes(zh))).toEqual([]);
    for (const { slug } of catalog.platforms) {
      const linked = pageAt(`${prefix}/platforms/${slug}/`).document.querySelectorAll('tbody th a').map(text);
      const expected = onPlatform(catalog.entries, slug).map(({ code }) => code);
      expect(linked.sort()).toEqual(expected.sort());
    }
  }
});

for (const each of sites) {
  test(`${each.name}: every internal link and anchor has a target`, () => {
    // As text, one page at a time: 10,000 documents are more than the memory holds.
    const fileOf = (path: string) => (path.endsWith('/') ? `${path.slice(1)}index.html` : path);
    const valuesOf = (path: string, tag: RegExp) =>
      [...each.read(fileOf(path)).matchAll(tag)].map(([, value = '']) =>
        value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
      );
    const pages = pathsOf(each);
    const ids = new Map(pages.map((path) => [path, new Set(valuesOf(path, /\sid="([^"]+)"/g))]));
    const broken = new Set<string>();
    let count = 0;
    for (const path of [...pages, '404.html']) {
      for (const href of valuesOf(path, /<a\s[^>]*?href="([^"]*)"/g)) {
        const url = new URL(href, each.absolute(path === '404.html' ? '/' : path));
        if (url.origin !== each.origin) continue;
        // Concept pages link codes and platforms of the live data; the small catalog has few of them.
        if (each === mounted && /\/guides\/./.test(path) && /\/(codes|platforms)\/./.test(url.pathname)) continue;
        count++;
        const there = ids.get(`/${url.pathname.slice(each.base.length)}`);
        const anchor = decodeURIComponent(url.hash.slice(1));
        if (!each.fileOf(url.href) || (anchor && !there?.has(anchor)))
          broken.add(`${path} → ${url.pathname}${url.hash}`);
      }
    }
    // Header and footer alone have more links.
    expect(count).toBeGreaterThan(10 * pages.length);
    expect([...broken]).toEqual([]);
  });
}

test('the backslash in the text of 40033 is kept in pages, JSON and search data', () => {
  // In the small catalog, whose texts do not change.
  const { pageAt, read, fileOf } = mounted;
  const zh = '不合法的请求字符，不能包含\\uxxxx格式的字符';
  for (const path of ['/codes/40033/', '/zh/codes/40033/', '/codes/'])
    expect(text(pageAt(path).document), path).toContain(zh);
  const description = pageAt('/zh/codes/40033/').document.querySelector('meta[name=description]');
  expect(description?.getAttribute('content')).toContain(zh);
  const { codes } = JSON.parse(read('api/v1/codes.json'));
  expect(codes.find((entry: { code: string }) => entry.code === '40033').zh).toBe(zh);
  const head = fileOf(pageAt('/').document.querySelector('html')?.getAttribute('data-entries') ?? '') ?? '';
  const { parts } = JSON.parse(read(head)) as InstantFile;
  expect(parts.flatMap((part) => JSON.parse(read(part)).zh)).toContain(zh);
});
