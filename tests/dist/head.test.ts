/** The head of every page, on both sites. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { groupByCode, oftenMet, titleOf as shortOf } from '../../src/catalog/index.ts';
import { CARD_SIZE } from '../../src/site/settings.ts';
import { FILES } from '../../src/site/urls.ts';
import { type BuiltPage, isRedirect, pathsOf, type Site, sites, text } from '../fixtures/site.ts';

type Node = { '@type': string; '@id'?: string; [key: string]: unknown };

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
const inBoth = ({ en, zh }: { en: string; zh: string }) => [
  { '@language': 'en', '@value': en },
  { '@language': 'zh-CN', '@value': zh },
];
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const codePath = (code: string, locale: 'en' | 'zh') => `${locale === 'zh' ? '/zh' : ''}/codes/${code}/`;
const pagesOf = (site: Site) => pathsOf(site).map(site.pageAt);

/** Returns the first items whose two sides differ. One assertion per page would take minutes. */
function differing<T>(items: readonly T[], sides: (item: T) => { of: string; is: unknown; should: unknown }) {
  return items
    .map(sides)
    .filter(({ is, should }) => !isDeepStrictEqual(is, should))
    .slice(0, 5);
}

for (const site of sites) {
  test.describe(site.name, () => {
    const { catalog } = site;
    const groups = groupByCode(catalog.entries);
    const codePages = groups.flatMap((group) => (['en', 'zh'] as const).map((locale) => ({ ...group, locale })));
    const pages = pagesOf(site);
    const paths = new Set(pages.map(({ path }) => path));
    const titleOf = ({ document }: BuiltPage) => document.querySelectorAll('title').map(text);

    test('a page has one title, description and canonical URL, and its title is unique in its language', () => {
      const facts = (page: BuiltPage) => ({
        of: page.path,
        is: {
          titles: titleOf(page).length,
          descriptions: metas(page, 'description').map((description) => description.length > 10),
          canonicals: links(page, 'canonical').map(({ href }) => href),
        },
        should: { titles: 1, descriptions: [true], canonicals: [site.absolute(page.path)] },
      });
      expect(differing(pages, facts)).toEqual([]);
      const keys = pages.map((page) => `${isChinese(page.path)} ${titleOf(page)}`);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    });

    test('pages link their other language, and x-default is English', () => {
      const facts = (page: BuiltPage) => ({
        of: page.path,
        is: {
          ...Object.fromEntries(
            links(page, 'alternate').flatMap(({ hreflang = '', href }) => (hreflang ? [[hreflang, href]] : [])),
          ),
          lang: page.document.querySelector('html')?.getAttribute('lang'),
          both: paths.has(english(page.path)) && paths.has(`/zh${english(page.path)}`),
        },
        should: {
          en: site.absolute(english(page.path)),
          'zh-CN': site.absolute(`/zh${english(page.path)}`),
          'x-default': site.absolute(english(page.path)),
          lang: isChinese(page.path) ? 'zh-CN' : 'en',
          both: true,
        },
      });
      expect(differing(pages, facts)).toEqual([]);
    });

    test('Open Graph has the page’s title, description and language, and an existing card', () => {
      const facts = (page: BuiltPage) => {
        const { path } = page;
        const code = /\/codes\/(.+)\/$/.exec(path)?.[1];
        const meanings = groups.find((group) => group.code === code)?.entries ?? [];
        const home = meanings[0]?.platforms[0];
        const platform = home ?? /\/platforms\/(.+)\/$/.exec(path)?.[1];
        const name = oftenMet(meanings)[0] ?? (platform ? `platform-${platform}` : 'site');
        const card = `cards/${name}.png`;
        const should = {
          'og:title': titleOf(page),
          'og:description': metas(page, 'description'),
          'og:url': [site.absolute(path)],
          'og:type': [code ? 'article' : 'website'],
          'og:locale': [isChinese(path) ? 'zh_CN' : 'en_US'],
          'og:locale:alternate': [isChinese(path) ? 'en_US' : 'zh_CN'],
          'twitter:card': ['summary_large_image'],
          'og:image': [site.absolute(card)],
          'og:image:width': [String(CARD_SIZE.width)],
          'og:image:height': [String(CARD_SIZE.height)],
        };
        const is = Object.fromEntries(Object.keys(should).map((name) => [name, metas(page, name)]));
        const file = metas(page, 'og:image').map(site.fileOf);
        return { of: path, is: { ...is, file }, should: { ...should, file: [card] } };
      };
      expect(differing(pages, facts)).toEqual([]);
    });

    test('a code page’s title starts with code and errmsg or short meaning, its description has platforms and both languages', () => {
      const facts = ({ code, entries, locale }: (typeof codePages)[number]) => {
        const page = site.pageAt(codePath(code, locale));
        const [title = ''] = titleOf(page);
        const [description = ''] = metas(page, 'description');
        const [first] = entries;
        const phrase = (first && (first.errmsg || shortOf(first, locale))) ?? '';
        const parts = entries.flatMap(({ platforms, en, zh }) => {
          const name = catalog.platforms.find(({ slug }) => slug === platforms[0])?.name[locale] ?? '';
          return [name, en.slice(0, 12), zh.slice(0, 6)];
        });
        const begins = `${code} ${phrase.slice(0, 20)}`;
        return {
          of: page.path,
          is: {
            begins: title.slice(0, begins.length),
            lacks: parts.filter((part) => !description.includes(part)),
            fits: description.length <= 300,
          },
          should: { begins, lacks: [], fits: true },
        };
      };
      expect(differing(codePages, facts)).toEqual([]);
    });

    test('structured data matches the catalog', () => {
      const sets = catalog.platforms.flatMap((platform) => ['', '/zh'].map((prefix) => ({ ...platform, prefix })));
      const setFacts = ({ slug, name, prefix }: (typeof sets)[number]) => {
        const path = `${prefix}/platforms/${slug}/`;
        const is = structured(site.pageAt(path))
          .filter((node) => node['@type'] === 'DefinedTermSet')
          .map((node) => [node['@id'], node.name, node.license]);
        const should = [[site.absolute(`/platforms/${slug}/`), inBoth(name), LICENCE]];
        return { of: path, is, should };
      };
      expect(differing(sets, setFacts)).toEqual([]);

      const termFacts = ({ code, entries, locale }: (typeof codePages)[number]) => {
        const path = codePath(code, locale);
        const is = structured(site.pageAt(path))
          .filter((node) => node['@type'] === 'DefinedTerm')
          .map((term) => [
            term['@id'],
            term.termCode,
            term.alternateName ?? '',
            term.description,
            term.inDefinedTermSet,
          ]);
        const should = entries.map(({ platforms: [home], errmsg, en, zh }) => [
          site.absolute(`/codes/${code}/#${home}`),
          code,
          errmsg,
          inBoth({ en, zh }),
          site.absolute(`/platforms/${home}/`),
        ]);
        return { of: path, is, should };
      };
      expect(differing(codePages, termFacts)).toEqual([]);
    });

    test('breadcrumbs end at their page, and every step exists', () => {
      const trails = pages.flatMap((page) =>
        structured(page)
          .filter((node) => node['@type'] === 'BreadcrumbList')
          .map((node) => ({ page, items: node.itemListElement as { position: number; name: string; item: string }[] })),
      );
      const facts = ({ page, items }: (typeof trails)[number]) => ({
        of: page.path,
        is: {
          positions: items.map(({ position }) => position),
          end: items.at(-1)?.item,
          lost: items.filter(({ item, name }) => !name || !site.fileOf(item)),
        },
        should: { positions: items.map((_, i) => i + 1), end: site.absolute(page.path), lost: [] },
      });
      expect(differing(trails, facts)).toEqual([]);
      expect(trails).toHaveLength(2 * (groups.length + catalog.platforms.length + catalog.topics.length));
    });

    test('home and API page describe a dataset with licence, date and existing files', () => {
      for (const path of ['/', '/zh/', '/about/api/', '/zh/about/api/']) {
        const [dataset] = structured(site.pageAt(path)).filter((node) => node['@type'] === 'Dataset');
        expect(dataset, path).toMatchObject({
          '@id': `${site.absolute('/about/api/')}#dataset`,
          version: catalog.meta.version,
          dateModified: catalog.meta.date,
          license: LICENCE,
        });
        const files = dataset?.distribution as { contentUrl: string }[];
        expect(
          files.map(({ contentUrl }) => site.fileOf(contentUrl)),
          path,
        ).toEqual([FILES.codes, FILES.csv]);
      }
    });

    test('the linked search description, Markdown, JSON, manifest, icons and feeds exist', () => {
      const facts = (page: BuiltPage) => {
        const locale = isChinese(page.path) ? 'zh' : 'en';
        const rels = ['search', 'alternate', 'manifest', 'apple-touch-icon', 'icon'];
        const announced = rels.flatMap((rel) => links(page, rel).map(({ href = '' }) => href));
        const kind = /\/codes\/.+/.test(page.path)
          ? 'code'
          : /^\/(zh\/)?(changes\/)?$/.test(page.path)
            ? 'feeds'
            : 'other';
        return {
          of: page.path,
          is: {
            lost: announced.filter((href) => !site.fileOf(href)),
            search: links(page, 'search').map(({ href }) => href),
            types: links(page, 'alternate').flatMap(({ type = '' }) => type || []),
          },
          should: {
            lost: [],
            search: [site.urls.file(FILES.opensearch(locale))],
            types: {
              code: ['text/markdown', 'application/json'],
              feeds: ['application/atom+xml', 'application/feed+json'],
              other: [],
            }[kind],
          },
        };
      };
      expect(differing(pages, facts)).toEqual([]);
    });

    test('a former platform URL redirects in its language, and is not indexed', () => {
      const former = [...catalog.platforms].flatMap(({ slug, former: earlier = [] }) =>
        earlier.map((from) => [from, slug]),
      );
      // Tickets and bookmarks have these. Others may be added.
      expect(former).toEqual(
        expect.arrayContaining([
          ['oa-platform', 'official-account'],
          ['developer-platform', 'open-platform'],
          ['work-wechat', 'wecom'],
          ['enterprise', 'wecom'],
          ['coupons', 'cards'],
        ]),
      );
      for (const [from, to] of former) {
        for (const prefix of ['', '/zh']) {
          const page = site.pageAt(`${prefix}/platforms/${from}/`);
          const target = `${prefix}/platforms/${to}/`;
          expect(isRedirect(page.html)).toBe(true);
          expect(links(page, 'canonical').map(({ href }) => href)).toEqual([site.absolute(target)]);
          expect(page.document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
            `0;url=${site.base}${target.slice(1)}`,
          );
          expect(page.document.querySelector('a')?.getAttribute('href')).toBe(`${site.base}${target.slice(1)}`);
          expect(metas(page, 'robots')).toEqual(['noindex']);
        }
      }
    });
  });
}
