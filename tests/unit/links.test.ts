/** What links, browsers and search engines get. */
import { expect, test } from '@playwright/test';
import { checkFormerSlugs } from '../../src/catalog/read.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { bookmarklet } from '../../src/content/bookmarklet.ts';
import { manifest } from '../../src/feeds/manifest.ts';
import { opensearch } from '../../src/feeds/opensearch.ts';
import { sitemap } from '../../src/feeds/sitemap.ts';
import { guideSourceUrl } from '../../src/site/guide-source.ts';
import { codeDescription, codeTitle } from '../../src/site/head/code-head.ts';
import { jsonLd } from '../../src/site/head/structured-data.ts';
import { createUrls } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/small-catalog.ts';

const urls = createUrls('/docs/', 'https://example.org');
const entry = (change: Partial<Entry>): Entry => ({ ...(catalog.entries[0] as Entry), ...change });

test('a title has code, errmsg or else the short meaning, and the platform', () => {
  const short = entry({
    errmsg: 'invalid ip',
    en: 'Not in the whitelist. Add it.',
    zh: '不在白名单',
    platforms: ['wecom'],
  });
  const title = (change: Partial<Entry>, locale: 'en' | 'zh', name: string) =>
    codeTitle({ code: '1', entries: [{ ...short, ...change }] }, locale, () => name);
  expect(title({}, 'en', 'Official Account')).toBe('1 invalid ip · WeChat Official Account');
  expect(title({}, 'zh', '公众号')).toBe('1 invalid ip · 微信公众号');
  expect(title({ errmsg: '' }, 'en', 'WeCom')).toBe('1 Not in the whitelist · WeCom');
  expect(title({ errmsg: 'word '.repeat(20).trim() }, 'zh', '企业微信')).toMatch(/^1 word .* word… · 企业微信$/);
});

test('a description has both languages of every meaning, however long one is', () => {
  const long = entry({ en: 'word '.repeat(100).trim(), zh: '很短', platforms: ['a'] });
  const longer = entry({ en: 'Short.', zh: '很长的说明，'.repeat(60), platforms: ['b'] });
  const description = codeDescription([long, longer], 'en', (slug) => `Platform ${slug}`);
  expect(description.length).toBeLessThanOrEqual(300);
  for (const part of ['Platform a: word', '… 很短 · Platform b: Short. 很长的说明'])
    expect(description).toContain(part);
});

test('structured data cannot end its script', () => {
  expect(jsonLd([{ '@type': 'Thing', name: '</script><b>' }])).not.toContain('<');
});

test('the OpenSearch description has the template, and a name within the limit', () => {
  const text = opensearch({ name: 'WeChat', description: 'a & b' }, 'zh', urls);
  expect(text).toContain('template="https://example.org/docs/zh/search/?q={searchTerms}"');
  expect(text).toContain('<Description>a &amp; b</Description>');
  expect(() => opensearch({ name: 'x'.repeat(17), description: '' }, 'en', urls)).toThrow(/longer than 16/);
});

test('the manifests describe one app, which starts in their language and receives shared text by POST', () => {
  const zh = manifest({ name: 'n', shortName: 's', description: 'd' }, 'zh', urls);
  expect(zh).toMatchObject({ id: '/docs/', start_url: '/docs/zh/', scope: '/docs/', lang: 'zh-CN' });
  expect(zh.share_target).toMatchObject({ action: '/docs/zh/share/', method: 'POST', enctype: 'multipart/form-data' });
});

test('a page’s date in the sitemap is the last change of its entries', () => {
  const entries = catalog.entries.map((each) => (each.code === '40164' ? { ...each, changed: '2027-01-02' } : each));
  const meta = { ...catalog.meta, date: '2027-01-02' };
  const pages = sitemap({ ...catalog, meta, entries }, urls).split('<loc>https://example.org/docs');
  const dateOf = (path: string) =>
    pages
      .find((page) => page.startsWith(`${path}</loc>`))
      ?.match(/<lastmod>(.*?)</)
      ?.at(1) ?? 'no date';
  const shown = ['/', '/zh/codes/', '/codes/40164/', '/platforms/official-account/', '/topics/credentials-and-login/'];
  expect(shown.map(dateOf)).toEqual(shown.map(() => '2027-01-02'));
  const others = ['/codes/40013/', '/platforms/wecom/', '/topics/messages/'];
  expect(others.map(dateOf)).toEqual(others.map(() => catalog.meta.date));
  expect(dateOf('/about/')).toBe('no date');
});

test('a bookmarklet has no spaces, quotes or angle brackets', () => {
  const href = bookmarklet('https://example.org/search/', 64, 'Code?');
  expect(href).toMatch(/^javascript:[^\s"<>]+$/);
  expect(decodeURIComponent(href)).toContain('"https://example.org/search/",64,"Code?"');
});

test('a former slug that is in use is rejected by name', () => {
  const [first, second] = catalog.platforms;
  if (!first || !second) throw new Error('no platforms');
  expect(checkFormerSlugs(catalog.platforms)).toEqual([]);
  expect(checkFormerSlugs([{ ...first, former: [second.slug] }, second])).toMatchObject([
    {
      file: 'data/platforms.json',
      column: `${first.slug}.former`,
      message: expect.stringContaining(`already belongs to ${second.slug}`),
    },
  ]);
});

test('what a guide rests on is linked where it has a URL', () => {
  expect(guideSourceUrl('owner/name#12')).toBe('https://github.com/owner/name/issues/12');
  expect(guideSourceUrl('owner/name:docs/a page.md')).toBe('https://github.com/owner/name/blob/HEAD/docs/a%20page.md');
  expect(guideSourceUrl('developers.example.org/doc/token.html')).toBe('https://developers.example.org/doc/token.html');
  expect(guideSourceUrl('https://example.org/a')).toBe('https://example.org/a');
  for (const none of ['a thread of 2019', 'owner/name', 'javascript:alert(1)'])
    expect(guideSourceUrl(none)).toBeUndefined();
});
