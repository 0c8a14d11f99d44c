import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { releasesOf } from '../../src/catalog/record/compare.ts';
import { formatHistory, readHistory } from '../../src/catalog/record/history.ts';
import { atom, changesFeed, jsonFeed, LISTED_CHANGES } from '../../src/feeds/feed.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { createUrls } from '../../src/site/urls.ts';
import { LINES, ROWS } from '../fixtures/history.ts';
import { catalog } from '../fixtures/small-catalog.ts';

const urls = createUrls('/docs', 'https://example.org');
const releases = releasesOf(readHistory(Buffer.from(formatHistory(LINES))), ROWS);
const fixture = { ...catalog, history: releases };
const feed = (locale: 'en' | 'zh') => changesFeed(fixture, locale, urls, 'Site & Co');

/** Texts of the paragraphs and list items of each item's HTML, newest first. */
const texts = (locale: 'en' | 'zh') =>
  feed(locale).items.map(({ html }) =>
    parse(html)
      .querySelectorAll('p, li')
      .map((node) => node.textContent),
  );

test('an item has the reason, and each change with platform and meaning', () => {
  expect(texts('en')).toEqual([
    ['The reason.', '1 restored', '40001 WeCom: Invalid secret.'],
    [
      'The reason.',
      '1 added',
      'SIGN_ERROR Shake Nearby red packets: Wrong signature.',
      '1 retired',
      '40001 WeCom: Invalid secret.',
    ],
    ['A typo & a <tag>.', '1 corrected', '40001 Official Account: Invalid credential.'],
    ['First publication.', '2 added', '40001 Official Account: Invalid credental.', '40001 WeCom: Invalid secret.'],
  ]);
  expect(texts('zh')[1]).toEqual([
    '原因。',
    '新增 1 条',
    'SIGN_ERROR 摇一摇红包：签名错误',
    '停用 1 条',
    '40001 企业微信：不合法的secret',
  ]);
});

test('many additions are counted, and other changes of the release are listed', () => {
  const [first, second] = releases;
  const one = first?.changes[0];
  if (!first || !one) throw new Error('the fixture has no addition');
  const listed = (additions: number) => {
    const added = Array.from({ length: additions }, (_, i) => ({ ...one, code: String(i) }));
    const history = [{ ...first, changes: [...added, ...(second?.changes ?? [])] }];
    const html = changesFeed({ ...fixture, history }, 'en', urls, 'S').items[0]?.html ?? '';
    return [html.split('<li>').length - 1, html.includes(`<p>${additions} added</p>`)];
  };
  expect(listed(LISTED_CHANGES)).toEqual([LISTED_CHANGES + 1, true]);
  expect(listed(LISTED_CHANGES + 1)).toEqual([1, true]);
});

test('a platform that is no longer known is named by its slug', () => {
  const { items } = changesFeed({ ...fixture, platforms: [] }, 'en', urls, 'S');
  expect(items[2]?.html).toContain('</a> official-account: Invalid credential.</li>');
});

test('no element of the HTML closes itself, which HTML does not allow', () => {
  for (const { html } of [...feed('en').items, ...changesFeed(catalog, 'zh', urls, 'S').items])
    expect(html).not.toContain('/>');
});

test('the feed has an item per release, newest first, with stable URLs', () => {
  const { items, ...about } = feed('zh');
  expect(about).toEqual({
    title: stringsFor('zh').changes.title,
    description: stringsFor('zh').changes.description,
    language: 'zh-CN',
    author: { name: 'Site & Co', url: 'https://example.org/docs/zh/' },
    page: 'https://example.org/docs/zh/changes/',
    atomUrl: 'https://example.org/docs/zh/changes/atom.xml',
    jsonUrl: 'https://example.org/docs/zh/changes/feed.json',
    updated: '2027-01-05T00:00:00Z',
  });
  expect(items.map(({ url, title, updated }) => [url, title, updated])).toEqual([
    ['https://example.org/docs/zh/changes/#v1.2.0', '1.2.0：恢复 1 条', '2027-01-05T00:00:00Z'],
    ['https://example.org/docs/zh/changes/#v1.1.0', '1.1.0：新增 1 条，停用 1 条', '2026-12-01T00:00:00Z'],
    ['https://example.org/docs/zh/changes/#v1.0.1', '1.0.1：更正 1 条', '2026-12-01T00:00:00Z'],
    ['https://example.org/docs/zh/changes/#v1.0.0', '1.0.0：新增 2 条', '2026-11-22T00:00:00Z'],
  ]);
  expect(items[2]?.html).toContain('href="https://example.org/docs/zh/codes/40001/#official-account"');
  expect(() => changesFeed({ ...catalog, history: [] }, 'en', urls, 'S')).toThrow('has no release');
});

test('Atom has the elements that RFC 4287 requires, once each, and escaped HTML', () => {
  const xml = atom(feed('en'));
  const [head = '', ...entries] = xml.split('<entry>');
  expect(head).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">');
  for (const [part, tags] of [[head, ['author', 'subtitle', 'name']], ...entries.map((each) => [each, ['content']])]) {
    for (const tag of ['id', 'title', 'updated', ...(tags as string[])]) {
      expect(String(part).match(new RegExp(`<${tag}[ >]`, 'g')), `${tag} in ${part}`).toHaveLength(1);
    }
  }
  expect(head).toContain(
    '<link rel="self" type="application/atom+xml" href="https://example.org/docs/changes/atom.xml"/>',
  );
  expect(head).toContain(
    '<link rel="alternate" type="text/html" hreflang="en" href="https://example.org/docs/changes/"/>',
  );
  expect(head).toContain('<name>Site &amp; Co</name>');
  expect(entries).toHaveLength(4);
  expect(entries[2]).toContain('<content type="html">&lt;p&gt;A typo &amp;amp; a &amp;lt;tag&amp;gt;.&lt;/p&gt;');
});

test('JSON Feed has the keys of version 1.1, unique ids, and the same HTML', () => {
  const made = feed('en');
  const json = JSON.parse(JSON.stringify(jsonFeed(made)));
  expect(json).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: 'https://example.org/docs/changes/',
    feed_url: 'https://example.org/docs/changes/feed.json',
    language: 'en',
    authors: [{ name: 'Site & Co', url: 'https://example.org/docs/' }],
  });
  expect(new Set(json.items.map(({ id }: { id: string }) => id)).size).toBe(4);
  expect(json.items.map(({ content_html }: { content_html: string }) => content_html)).toEqual(
    made.items.map((item) => item.html),
  );
  for (const item of json.items) {
    expect(Object.keys(item)).toEqual(['id', 'url', 'title', 'content_html', 'date_published', 'date_modified']);
  }
});
