/** Modules that say what a link, a browser or a search engine gets. */
import { expect, test } from '@playwright/test';
import { checkFormerSlugs } from '../../src/catalog/read.ts';
import type { Entry } from '../../src/catalog/schema.ts';
import { bookmarklet } from '../../src/content/bookmarklet.ts';
import { manifest } from '../../src/feeds/manifest.ts';
import { opensearch } from '../../src/feeds/opensearch.ts';
import { sitemap } from '../../src/feeds/sitemap.ts';
import { codeDescription, codeTitle } from '../../src/site/head/code-head.ts';
import { jsonLd } from '../../src/site/head/structured-data.ts';
import { createUrls } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/small-catalog.ts';

const urls = createUrls('/docs/', 'https://example.org');
const entry = (change: Partial<Entry>): Entry => ({ ...(catalog.entries[0] as Entry), ...change });

test('a title has code, vendor phrase, and the meaning only where there is room for it', () => {
  const short = entry({ errmsg: 'invalid ip', en: 'Not in the whitelist.', zh: '不在白名单' });
  expect(codeTitle('1', [short], 'en')).toBe('1 · invalid ip · Not in the whitelist.');
  expect(codeTitle('1', [short], 'zh')).toBe('1 · invalid ip · 不在白名单');
  expect(codeTitle('1', [{ ...short, errmsg: '' }], 'en')).toBe('1 · 不在白名单 · Not in the whitelist.');
  const long = {
    ...short,
    errmsg: 'word '.repeat(12).trim(),
    en: 'A meaning that is itself rather long, as some are.',
  };
  expect(codeTitle('1', [long], 'en')).toBe(`1 · ${long.errmsg}`);
});

test('a description keeps both languages of every meaning, however long one is', () => {
  const long = entry({ en: 'word '.repeat(100).trim(), zh: '很短', platforms: ['a'] });
  const longer = entry({ en: 'Short.', zh: '很长的说明，'.repeat(60), platforms: ['b'] });
  const said = codeDescription([long, longer], 'en', (slug) => `Platform ${slug}`);
  expect(said.length).toBeLessThanOrEqual(300);
  for (const part of ['Platform a: word', '… 很短 · Platform b: Short. 很长的说明']) expect(said).toContain(part);
});

test('no text of the data can end the script it stands in', () => {
  expect(jsonLd([{ '@type': 'Thing', name: '</script><b>' }])).not.toContain('<');
});

test('the search description carries the template, and a name within the limit', () => {
  const text = opensearch({ name: 'WeChat', description: 'a & b' }, 'zh', urls);
  expect(text).toContain('template="https://example.org/docs/zh/search/?q={searchTerms}"');
  expect(text).toContain('<Description>a &amp; b</Description>');
  expect(() => opensearch({ name: 'x'.repeat(17), description: '' }, 'en', urls)).toThrow(/longer than 16/);
});

test('the app starts at the box of its language, is one app, and takes shared text by POST', () => {
  const zh = manifest({ name: 'n', shortName: 's', description: 'd' }, 'zh', urls);
  expect(zh).toMatchObject({ id: '/docs/', start_url: '/docs/zh/', scope: '/docs/', lang: 'zh-CN' });
  expect(zh.share_target).toMatchObject({ action: '/docs/zh/share/', method: 'POST', enctype: 'multipart/form-data' });
});

test('the sitemap takes its days from the entries', () => {
  const changed = {
    ...catalog,
    entries: catalog.entries.map((each) => (each.code === '40164' ? { ...each, changed: '2027-01-02' } : each)),
  };
  const of = (path: string) =>
    new RegExp(`<loc>https://example.org/docs${path}</loc>(<lastmod>([^<]*)</lastmod>)?`).exec(
      sitemap(changed, urls),
    )?.[2];
  expect(of('/codes/40164/')).toBe('2027-01-02');
  expect(of('/platforms/official-account/')).toBe('2027-01-02');
  expect(of('/codes/40163/')).not.toBe('2027-01-02');
  expect(of('/about/')).toBeUndefined();
});

test('a bookmark holds one address without line ends or quotes that would end it', () => {
  const href = bookmarklet('https://example.org/search/', 64, 'Code?');
  expect(href).toMatch(/^javascript:[^\s"<>]+$/);
  expect(decodeURIComponent(href)).toContain('"https://example.org/search/",64,"Code?"');
});

test('an earlier slug that is taken is refused by name', () => {
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
