import { expect, test } from '@playwright/test';
import { apiEntry } from '../../src/api/entries.ts';
import { assertPages } from '../../src/build/page-check.ts';
import { compareCodes } from '../../src/catalog/compare-codes.ts';
import { type Entry, groupByCode } from '../../src/catalog/index.ts';
import { type HeadCard, headCard } from '../../src/site/head/card.ts';
import { clip, headTags } from '../../src/site/head/head.ts';
import { numberRanges, rangeFacts, rangeId } from '../../src/site/number-ranges.ts';
import { allPages } from '../../src/site/pages.ts';
import { relatedIndex } from '../../src/site/related.ts';
import { createUrls, pathOf } from '../../src/site/urls.ts';
import { catalog, find, lookups } from '../fixtures/small-catalog.ts';

const urls = createUrls('/docs/errors', 'https://example.org');

test('URLs have base, language and anchor', () => {
  expect(pathOf({ kind: 'home' }, 'en')).toBe('');
  expect(pathOf({ kind: 'home' }, 'zh')).toBe('zh/');
  expect(urls.page({ kind: 'code', code: '-1' }, 'zh', 'common')).toBe('/docs/errors/zh/codes/-1/#common');
  expect(urls.absolutePage({ kind: 'platform', slug: 'wecom' }, 'en')).toBe(
    'https://example.org/docs/errors/platforms/wecom/',
  );
  expect(urls.file('favicon.svg')).toBe('/docs/errors/favicon.svg');
  expect(createUrls('/', 'https://example.org').page({ kind: 'codes' }, 'en')).toBe('/codes/');
});

test('a social card is announced only where cards are drawn', () => {
  const page = { kind: 'code', code: '40001' } as const;
  const of = (card?: HeadCard) =>
    JSON.stringify(headTags({ title: 'T', description: 'D', page, locale: 'en', siteName: 'S', urls, card }));
  expect(of({ file: 'cards/x.png', alt: 'A' })).toMatch(
    /"https:\/\/example\.org\/docs\/errors\/cards\/x\.png".*"og:image:alt","content":"A".*summary_large_image/,
  );
  expect(of()).not.toMatch(/og:image|summary_large_image/);
});

test('a page announces its own card, its platform’s or the site’s, with alt text in its language', () => {
  const wecom = lookups.platform('wecom');
  const code = (code: string) => ({ kind: 'code', code }) as const;
  expect(headCard(code('40001'), 'T', 'en', wecom, true)).toEqual({ file: 'cards/40001.png', alt: 'T' });
  expect(headCard(code('301002'), 'T', 'en', wecom)).toEqual({
    file: 'cards/platform-wecom.png',
    alt: 'WeCom: WeChat Error Codes',
  });
  expect(headCard({ kind: 'platform', slug: 'wecom' }, 'T', 'zh', wecom)).toEqual({
    file: 'cards/platform-wecom.png',
    alt: '企业微信：微信错误码',
  });
  expect(headCard({ kind: 'codes' }, 'T', 'zh')).toEqual({
    file: 'cards/site.png',
    alt: '微信错误码',
  });
});

test('a page without a URL is not indexed and has no canonical URL', () => {
  const tags = headTags({ title: 'T', description: 'D', locale: 'en', siteName: 'S', urls });
  expect(tags).toContainEqual({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
  expect(JSON.stringify(tags)).not.toContain('canonical');
});

test('clip cuts long text at a word', () => {
  expect(clip('short', 10)).toBe('short');
  expect(clip('one two three', 9)).toBe('one two…');
  expect(clip('不合法的凭证类型', 5)).toHaveLength(5);
});

test('codes sort by value, names after numbers', () => {
  expect(['9001001', 'SIGN_ERROR', '0', 'BUSY', '-1', '40001'].sort(compareCodes)).toEqual([
    '-1',
    '0',
    '40001',
    '9001001',
    'BUSY',
    'SIGN_ERROR',
  ]);
});

test('ranges have each code once; general codes come first, negative numbers and names last', () => {
  expect(['-1', '0', '101', '40001', '301002', '9002010', '10020030', '-41001', 'SIGN_ERROR'].map(rangeId)).toEqual([
    'general',
    'general',
    'short',
    '40xxx',
    '3xxxxx',
    '900xxxx',
    '1002xxxx',
    'negative',
    'names',
  ]);
  const groups = groupByCode(catalog.entries);
  const ranges = numberRanges(groups);
  expect(ranges.flatMap((range) => range.groups)).toHaveLength(groups.length);
  expect([ranges.at(0)?.id, ranges.at(-1)?.id]).toEqual(['general', 'names']);
  const many = ['40001', '40002', '40003', '40004', '40005', '96001'].map((code) => ({ code, entries: [] }));
  expect(numberRanges(many).map(({ id }) => id)).toEqual(['40xxx', '9xxxx']);
});

test('a range says what most of its codes have in common', () => {
  const entry = find(catalog.entries, ({ code }) => code)('40164');
  const groups = ['40101', '40102', '40103'].map((code) => ({ code, entries: [{ ...entry, code }] }));
  expect(rangeFacts({ groups })).toEqual({
    means: expect.objectContaining({ en: 'an argument is not valid or not allowed' }),
    topic: 'credentials-and-login',
    platforms: ['official-account'],
  });
});

test('related codes have a reason, the same errmsg before the neighbours in a topic, never the code itself', () => {
  const base = find(catalog.entries, ({ code }) => code)('40164');
  const make = (code: string, change: Partial<Entry> = {}) => ({
    ...base,
    code,
    errmsg: '',
    en: `Meaning ${code}.`,
    ...change,
  });
  const errmsg = 'invalid credential, token';
  const entries = [
    make('1', { errmsg }),
    make('2'),
    make('3'),
    make('9', { errmsg, platforms: ['wecom'] }),
    make('8', { status: 'historic' }),
  ];
  expect(
    relatedIndex(entries)({ code: '1', entries: [entries[0] as Entry] }).map(({ entry, reason }) => [
      entry.code,
      reason,
    ]),
  ).toEqual([
    ['9', 'same-errmsg'],
    ['2', 'same-topic'],
    ['3', 'same-topic'],
  ]);
});

test('an API entry has the keys of the contract and an absolute URL', () => {
  const api = apiEntry(find(catalog.entries, ({ code }) => code)('40164'), urls);
  expect(Object.keys(api)).toEqual([
    'code',
    'platforms',
    'topic',
    'errmsg',
    'zh',
    'en',
    'title',
    'wording',
    'older',
    'status',
    'retry',
    'who',
    'met',
    'source',
    'note',
    'guides',
    'changed',
    'url',
  ]);
  expect(api.url).toBe('https://example.org/docs/errors/codes/40164/#official-account');
});

test('a build with a page missing or too many is refused by name', () => {
  const pages = allPages(catalog);
  const all = ['404/', ...pages.flatMap((page) => [pathOf(page, 'en'), pathOf(page, 'zh')])];
  expect(() => assertPages(all, catalog)).not.toThrow();
  expect(() =>
    assertPages(
      all.filter((path) => path !== 'zh/codes/40001/'),
      catalog,
    ),
  ).toThrow(/missing \(1\): zh\/codes\/40001\//);
  expect(() => assertPages([...all, 'codes/12345/'], catalog)).toThrow(/unexpected \(1\): codes\/12345\//);
});
