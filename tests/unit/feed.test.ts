import { expect, test } from '@playwright/test';
import { parse } from 'node-html-parser';
import { releasesOf } from '../../src/catalog/record/compare.ts';
import { formatHistory, readHistory } from '../../src/catalog/record/history.ts';
import { atom, changesFeed, jsonFeed } from '../../src/feeds/feed.ts';
import { countsText, LISTED_ADDITIONS, releaseHtml } from '../../src/feeds/release-html.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { createUrls, type Page } from '../../src/site/urls.ts';
import { LINES, ROWS } from '../fixtures/history.ts';
import { catalog } from '../fixtures/small-catalog.ts';

const urls = createUrls('/docs', 'https://example.org');
const releases = releasesOf(readHistory(Buffer.from(formatHistory(LINES))), ROWS);
const fixture = { ...catalog, history: releases };
const feed = (locale: 'en' | 'zh') => changesFeed(fixture, locale, urls, 'Site & Co');

const html = (version: string, locale: 'en' | 'zh' = 'en') => {
  const release = releases.find((each) => each.version === version);
  if (!release) throw new Error(`the fixture has no release ${version}`);
  const link = (page: Page, anchor?: string) => urls.page(page, locale, anchor);
  return parse(releaseHtml(release, { locale, names: catalog, link }));
};
const texts = (document: ReturnType<typeof parse>, selector: string) =>
  document.querySelectorAll(selector).map((node) => node.textContent);

test('a correction shows each field before and after, in its own language', () => {
  const english = html('1.0.1');
  expect(texts(english, 'p, h3')).toEqual(['A typo & a <tag>.', '1 corrected']);
  expect(english.querySelector('a')?.getAttribute('href')).toBe('/docs/codes/40001/#official-account');
  expect(texts(english, 'dt')).toEqual(['Platforms', 'errmsg', 'English']);
  expect(texts(english, 'dd')).toEqual([
    'Official Account · Mini Program → Official Account · Open Platform',
    'invalid credential <2>',
    'Invalid credental. → Invalid credential.',
  ]);
  // What was empty before has nothing to strike through.
  expect(texts(english, 'del')).toEqual(['Official Account · Mini Program', 'Invalid credental.']);
  const chinese = html('1.0.1', 'zh');
  expect(texts(chinese, 'p, h3')).toEqual(['更正“<笔误>” & 平台。', '更正 1 条']);
  expect(texts(chinese, 'ins')).toEqual(['公众号 · 开放平台', 'invalid credential <2>', 'Invalid credential.']);
  for (const document of [english, chinese]) {
    expect(document.querySelectorAll('ins').map((node) => node.getAttribute('lang'))).toEqual([undefined, 'en', 'en']);
  }
  expect(chinese.querySelector('a')?.getAttribute('href')).toBe('/docs/zh/codes/40001/#official-account');
});

test('Chinese fields say that they are Chinese', () => {
  const fields = [{ column: 'zh', before: '旧', after: '新' }] as const;
  const change = { ...releases[1]?.changes[0], fields } as unknown as (typeof releases)[number]['changes'][number];
  const release = { version: '1.0.1', date: '2026-12-01', why: { en: 'a', zh: '因' }, changes: [change] };
  const link = () => '/';
  expect(releaseHtml(release, { locale: 'en', names: catalog, link })).toContain(
    '<dt>中文 (official)</dt><dd><del lang="zh-CN">旧</del> → <ins lang="zh-CN">新</ins></dd>',
  );
});

test('additions and retirements say what the code means; that the status changed is in the heading', () => {
  expect(texts(html('1.1.0'), 'h3, li')).toEqual([
    '1 added',
    'SIGN_ERROR Shake Nearby red packets: Wrong signature.',
    '1 retired',
    '40001 WeCom: Invalid secret.',
  ]);
  expect(texts(html('1.1.0', 'zh'), 'h3, li')).toEqual([
    '新增 1 条',
    'SIGN_ERROR 摇一摇红包：签名错误',
    '停用 1 条',
    '40001 企业微信：不合法的secret',
  ]);
  expect(texts(html('1.2.0'), 'h3, dt, dd')).toEqual(['1 restored', 'errmsg', 'invalid secret']);
});

test('an id that is no longer known stays as it is', () => {
  const link = () => '/';
  const names = { platforms: [], topics: [], sources: [] };
  const [, release] = releases;
  if (!release) throw new Error('the fixture has no second release');
  expect(releaseHtml(release, { locale: 'en', names, link })).toContain('<del>official-account · mini-program</del>');
});

test('many additions are counted by platform, and what else is in the release is listed', () => {
  const [first, second] = releases;
  const one = first?.changes[0];
  if (!first || !one) throw new Error('the fixture has no addition');
  const link = (page: Page) => urls.page(page, 'en');
  const document = (additions: number) => {
    const added = Array.from({ length: additions }, (_, i) => ({
      ...one,
      code: String(i),
      platform: i < 3 ? 'wifi' : 'wecom',
    }));
    const release = { ...first, changes: [...added, ...(second?.changes ?? [])] };
    return parse(releaseHtml(release, { locale: 'en', names: catalog, link }));
  };
  const few = document(LISTED_ADDITIONS);
  expect(few.querySelectorAll('table')).toHaveLength(0);
  expect(few.querySelectorAll('li')).toHaveLength(LISTED_ADDITIONS + 1);
  const many = document(LISTED_ADDITIONS + 1);
  expect(texts(many, 'tbody tr')).toEqual(['WeCom98', 'Wi-Fi via Weixin3']);
  expect(many.querySelector('tbody a')?.getAttribute('href')).toBe('/docs/platforms/wecom/');
  expect(many.querySelectorAll('li')).toHaveLength(1);
});

test('no element of the HTML is empty: HTML does not know elements that close themselves', () => {
  for (const { version } of releases) expect(html(version).outerHTML).not.toContain('/>');
  const link = () => '/';
  for (const release of [...releases, ...catalog.history]) {
    expect(releaseHtml(release, { locale: 'en', names: catalog, link })).not.toContain('/>');
  }
});

test('a release in words', () => {
  const release = releases[2];
  if (!release) throw new Error('the fixture has no third release');
  expect(countsText(release, 'en')).toBe('1 added, 1 retired');
  expect(countsText(release, 'zh')).toBe('新增 1 条，停用 1 条');
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
  expect(entries[2]).toContain('&lt;ins lang=&quot;en&quot;&gt;invalid credential &amp;lt;2&amp;gt;&lt;/ins&gt;');
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
