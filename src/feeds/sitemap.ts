/** Writes the sitemap: every page in both languages, with the date its content last changed. */

import type { Catalog, Entry } from '../catalog/index.ts';
import { groupByCode, onPlatform } from '../catalog/index.ts';
import { HTML_LANG, LOCALES } from '../i18n/locales.ts';
import { allPages } from '../site/pages.ts';
import type { Page, Urls } from '../site/urls.ts';
import { element, type Markup, xmlDocument } from './xml.ts';

const latest = (entries: readonly Entry[]) =>
  entries
    .map(({ changed }) => changed)
    .sort()
    .at(-1);

/**
 * Returns a function from a page to the date of the newest entry it shows. Pages of prose have no date, because the
 * data does not record their changes.
 */
function lastChange({ entries, meta }: Catalog): (page: Page) => string | undefined {
  const byCode = new Map(groupByCode(entries).map(({ code, entries: own }) => [code, latest(own)]));
  return (page) => {
    switch (page.kind) {
      case 'code':
        return byCode.get(page.code);
      case 'platform':
        return latest(onPlatform(entries, page.slug));
      case 'topic':
        return latest(entries.filter(({ topic }) => topic === page.slug));
      case 'home':
      case 'codes':
      case 'platforms':
      case 'topics':
      case 'guides':
      case 'changes':
        return meta.date;
      default:
        return undefined;
    }
  };
}

/**
 * Returns the document's text, without the search page, which is not indexed.
 * @example sitemap(catalog, urls) // → '<?xml …<url><loc>https://…/codes/40001/</loc><lastmod>2026-11-22</lastmod>…'
 */
export function sitemap(catalog: Catalog, urls: Urls): string {
  const changed = lastChange(catalog);
  const items = allPages(catalog)
    .filter(({ kind }) => kind !== 'search')
    .flatMap((page): Markup[] => {
      const languages = [...LOCALES.map((each) => [HTML_LANG[each], each] as const), ['x-default', 'en'] as const];
      const alternates = languages.map(([hreflang, locale]) =>
        element('xhtml:link', { rel: 'alternate', hreflang, href: urls.absolutePage(page, locale) }),
      );
      const date = changed(page);
      return LOCALES.map((locale) =>
        element(
          'url',
          {},
          element('loc', {}, urls.absolutePage(page, locale)),
          date !== undefined && element('lastmod', {}, date),
          ...alternates,
        ),
      );
    });
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  };
  return xmlDocument(element('urlset', namespaces, ...items));
}
