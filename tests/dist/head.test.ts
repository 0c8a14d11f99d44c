/** What every page says of itself in its head, on both builds. */
import { expect, test } from 'playwright/test';
import { groupByCode } from '../../src/catalog/group.ts';
import { CARD } from '../../src/site/head.ts';
import { FILES } from '../../src/site/urls.ts';
import { catalog } from '../fixtures/catalog.ts';
import { type BuiltPage, isRedirect, pathsOf, type Site, sites, text } from '../fixtures/site.ts';

type Node = { '@type': string; '@id'?: string; [key: string]: unknown };

const groups = groupByCode(catalog.entries);
const isChinese = (path: string) => path.startsWith('/zh/');
const english = (path: string) => path.replace(/^\/zh\//, '/');
const metas = ({ document }: BuiltPage, name: string) =>
  document
    .querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)
    .map((meta) => meta.getAttribute('content') ?? '');
const links = ({ document }: BuiltPage, rel: string) =>
  document.querySelectorAll(`link[rel="${rel}"]`).map((link) => link.attributes as Record<string, string>);
const structured = ({ document }: BuiltPage): Node[] =>
  document
    .querySelectorAll('script[type="application/ld+json"]')
    .flatMap((script) => JSON.parse(script.textContent)['@graph'] as Node[]);
const pagesOf = (site: Site) => pathsOf(site).map(site.pageAt);

for (const site of sites) {
  test.describe(site.name, () => {
    const pages = pagesOf(site);
    const paths = new Set(pages.map(({ path }) => path));

    test('one title, description and canonical a page; no two pages of a language have the same title', () => {
      const titles = new Map<string, string>();
      for (const page of pages) {
        const { path, document } = page;
        expect(document.querySelectorAll('title'), path).toHaveLength(1);
        expect(metas(page, 'description'), path).toHaveLength(1);
        expect(metas(page, 'description')[0]?.length, path).toBeGreaterThan(10);
        expect(
          links(page, 'canonical').map(({ href }) => href),
          path,
        ).toEqual([site.absolute(path)]);
        const key = `${isChinese(path)} ${text(document.querySelector('title'))}`;
        expect(titles.get(key), `${path} has the title of ${titles.get(key)}`).toBeUndefined();
        titles.set(key, path);
      }
    });

    test('languages point at each other, and x-default at English', () => {
      for (const page of pages) {
        const { path, document } = page;
        const alternates = Object.fromEntries(
          links(page, 'alternate').flatMap(({ hreflang = '', href }) => (hreflang ? [[hreflang, href]] : [])),
        );
        expect(alternates, path).toEqual({
          en: site.absolute(english(path)),
          'zh-CN': site.absolute(`/zh${english(path)}`),
          'x-default': site.absolute(english(path)),
        });
        expect(paths.has(english(path)) && paths.has(`/zh${english(path)}`), path).toBe(true);
        expect(document.querySelector('html')?.getAttribute('lang'), path).toBe(isChinese(path) ? 'zh-CN' : 'en');
      }
    });

    test('chat tools get the page’s title, text, language and a card that exists', () => {
      for (const page of pages) {
        const { path, document } = page;
        const of = (name: string) => metas(page, name);
        const title = text(document.querySelector('title'));
        expect(of('og:title'), path).toEqual([title]);
        expect(of('og:description'), path).toEqual(of('description'));
        expect(of('og:url'), path).toEqual([site.absolute(path)]);
        expect(of('og:type'), path).toEqual([/codes\/.+/.test(path) ? 'article' : 'website']);
        expect(of('og:locale'), path).toEqual([isChinese(path) ? 'zh_CN' : 'en_US']);
        expect(of('og:locale:alternate'), path).toEqual([isChinese(path) ? 'en_US' : 'zh_CN']);
        expect(of('twitter:card'), path).toEqual(['summary_large_image']);
        const code = /\/codes\/(.+)\/$/.exec(path)?.[1];
        expect(of('og:image'), path).toEqual([site.absolute(FILES.card(code))]);
        expect(of('og:image:alt'), path).toEqual([title]);
        expect([of('og:image:width'), of('og:image:height')], path).toEqual([[`${CARD.width}`], [`${CARD.height}`]]);
        expect(site.fileOf(of('og:image')[0] ?? ''), path).toBeDefined();
      }
    });

    test('a code’s title begins with code and vendor phrase, and its description has platform and both languages', () => {
      for (const { code, entries } of groups) {
        for (const locale of ['en', 'zh'] as const) {
          const page = site.pageAt(`${locale === 'zh' ? '/zh' : ''}/codes/${code}/`);
          const [title = ''] = metas(page, 'og:title');
          const [first] = entries;
          const phrase = (first?.errmsg || first?.zh) ?? '';
          expect(title.startsWith(`${code} · ${phrase.slice(0, 30)}`), title).toBe(true);
          const [description = ''] = metas(page, 'description');
          expect(description.length, description).toBeLessThanOrEqual(300);
          for (const { platforms, en, zh } of entries) {
            const name = catalog.platforms.find(({ slug }) => slug === platforms[0])?.name[locale] ?? '';
            for (const part of [name, en.slice(0, 12), zh.slice(0, 6)]) expect(description, `${code}`).toContain(part);
          }
        }
      }
    });

    test('structured data agrees with the catalog', () => {
      const sets = new Map<string, Node>();
      for (const { slug, name } of catalog.platforms) {
        for (const prefix of ['', '/zh']) {
          const set = structured(site.pageAt(`${prefix}/platforms/${slug}/`)).find(
            (node) => node['@type'] === 'DefinedTermSet',
          );
          expect(set?.['@id'], slug).toBe(site.absolute(`/platforms/${slug}/`));
          expect(set?.name, slug).toEqual([
            { '@language': 'en', '@value': name.en },
            { '@language': 'zh-CN', '@value': name.zh },
          ]);
          expect(set?.license, slug).toBe('https://creativecommons.org/licenses/by/4.0/');
          if (set) sets.set(site.absolute(`/platforms/${slug}/`), set);
        }
      }
      for (const { code, entries } of groups) {
        for (const prefix of ['', '/zh']) {
          const terms = structured(site.pageAt(`${prefix}/codes/${code}/`)).filter(
            (node) => node['@type'] === 'DefinedTerm',
          );
          expect(
            terms.map((term) => [term['@id'], term.termCode, term.alternateName ?? '', term.description]),
            code,
          ).toEqual(
            entries.map(({ platforms, errmsg, en, zh }) => [
              site.absolute(`/codes/${code}/#${platforms[0]}`),
              code,
              errmsg,
              [
                { '@language': 'en', '@value': en },
                { '@language': 'zh-CN', '@value': zh },
              ],
            ]),
          );
          for (const term of terms) expect(sets.has(String(term.inDefinedTermSet)), code).toBe(true);
        }
      }
    });

    test('breadcrumbs end at their page, and every step is a page', () => {
      let count = 0;
      for (const page of pages) {
        for (const trail of structured(page).filter((node) => node['@type'] === 'BreadcrumbList')) {
          count++;
          const items = trail.itemListElement as { position: number; name: string; item: string }[];
          expect(
            items.map(({ position }) => position),
            page.path,
          ).toEqual(items.map((_, i) => i + 1));
          expect(items.at(-1)?.item, page.path).toBe(site.absolute(page.path));
          for (const { item, name } of items) expect(name && site.fileOf(item), `${page.path} → ${item}`).toBeTruthy();
        }
      }
      expect(count).toBe(2 * (groups.length + catalog.platforms.length + catalog.topics.length));
    });

    test('the whole is a dataset with licence, date and files that exist', () => {
      for (const path of ['/', '/zh/', '/about/api/', '/zh/about/api/']) {
        const [dataset] = structured(site.pageAt(path)).filter((node) => node['@type'] === 'Dataset');
        expect(dataset, path).toMatchObject({
          '@id': `${site.absolute('/about/api/')}#dataset`,
          version: catalog.meta.version,
          dateModified: catalog.meta.date,
          license: 'https://creativecommons.org/licenses/by/4.0/',
        });
        const files = dataset?.distribution as { contentUrl: string }[];
        expect(
          files.map(({ contentUrl }) => site.fileOf(contentUrl)),
          path,
        ).toEqual([FILES.codes, FILES.csv]);
      }
    });

    test('what a page announces exists: search description, twins, manifest, icons, feeds', () => {
      for (const page of pages) {
        const { path } = page;
        const locale = isChinese(path) ? 'zh' : 'en';
        const announced = ['search', 'alternate', 'manifest', 'apple-touch-icon', 'icon'].flatMap((rel) =>
          links(page, rel),
        );
        for (const { href = '' } of announced) expect(site.fileOf(href), `${path} → ${href}`).toBeDefined();
        expect(
          links(page, 'search').map(({ href }) => href),
          path,
        ).toEqual([site.urls.file(FILES.opensearch(locale))]);
        const types = links(page, 'alternate').flatMap(({ type = '' }) => type || []);
        if (/\/codes\/.+/.test(path)) expect(types, path).toEqual(['text/markdown', 'application/json']);
        if (/^(\/zh)?\/(changes\/)?$/.test(path))
          expect(types, path).toEqual(['application/atom+xml', 'application/feed+json']);
      }
    });

    test('a former address leads to the page of today, in its language, and is not indexed', () => {
      const former = [...catalog.platforms].flatMap(({ slug, former: earlier = [] }) =>
        earlier.map((from) => [from, slug]),
      );
      expect(former).toEqual([
        ['oa-platform', 'official-account'],
        ['developer-platform', 'open-platform'],
        ['work-wechat', 'wecom'],
        ['enterprise', 'wecom'],
        ['coupons', 'cards'],
      ]);
      for (const [from, to] of former) {
        for (const prefix of ['', '/zh']) {
          const page = site.pageAt(`${prefix}/platforms/${from}/`);
          const target = `${prefix}/platforms/${to}/`;
          expect(isRedirect(page.html)).toBe(true);
          expect(links(page, 'canonical').map(({ href }) => href)).toEqual([site.absolute(target)]);
          expect(page.document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
            `0; url=${site.base}${target.slice(1)}`,
          );
          expect(page.document.querySelector('a')?.getAttribute('href')).toBe(`${site.base}${target.slice(1)}`);
          expect(metas(page, 'robots')).toEqual(['noindex, follow']);
        }
      }
    });
  });
}
