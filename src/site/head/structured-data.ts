/** What pages say of themselves to programs that read HTML: schema.org terms as JSON-LD. */
import type { Entry, Meta, Platform } from '../../catalog/index.ts';
import { HTML_LANG, LOCALES, type Locale } from '../../i18n/locales.ts';
import { FILES, type Page, type Urls } from '../urls.ts';

export type Node = { '@type': string; [key: string]: unknown };

/** As CC BY asks to be linked. The licence of the data is one of these. */
export const LICENCE_URL: Record<string, string> = { 'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/' };

const both = (text: { en: string; zh: string }) =>
  LOCALES.map((locale) => ({ '@language': HTML_LANG[locale], '@value': text[locale] }));

/** A term set has one identity in both languages: the address of its English page. */
const setId = (slug: string, urls: Urls) => urls.absolutePage({ kind: 'platform', slug }, 'en');
const datasetId = (urls: Urls) => `${urls.absolutePage({ kind: 'api' }, 'en')}#dataset`;

/**
 * The term a meaning of a code is, in the set of its home platform.
 * @example definedTerm(entry, urls) // → { '@type': 'DefinedTerm', '@id': 'https://…/codes/40001/#wecom', termCode: '40001', … }
 */
export function definedTerm({ code, platforms, errmsg, zh, en }: Entry, urls: Urls): Node {
  const [home = ''] = platforms;
  return {
    '@type': 'DefinedTerm',
    '@id': urls.absolutePage({ kind: 'code', code }, 'en', home),
    name: code,
    termCode: code,
    ...(errmsg ? { alternateName: errmsg } : {}),
    description: both({ en, zh }),
    inDefinedTermSet: setId(home, urls),
  };
}

/** A platform's codes as a set of terms, part of the whole. */
export const definedTermSet = ({ slug, name, about }: Platform, meta: Meta, urls: Urls): Node => ({
  '@type': 'DefinedTermSet',
  '@id': setId(slug, urls),
  name: both(name),
  description: both(about),
  license: LICENCE_URL[meta.licence],
  isPartOf: datasetId(urls),
});

/**
 * The way from home to a page.
 * @param trail pages and their names, from home to the page itself
 */
export const breadcrumbs = (trail: readonly { page: Page; name: string }[], locale: Locale, urls: Urls): Node => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ page, name }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: urls.absolutePage(page, locale),
  })),
});

/** The whole as data, with its licence and where to get it. */
export function dataset(meta: Meta, text: { name: string; description: string }, urls: Urls): Node {
  const download = (file: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    contentUrl: urls.absoluteFile(file),
    encodingFormat,
  });
  return {
    '@type': 'Dataset',
    '@id': datasetId(urls),
    ...text,
    url: urls.absolutePage({ kind: 'api' }, 'en'),
    version: meta.version,
    dateModified: meta.date,
    license: LICENCE_URL[meta.licence],
    inLanguage: LOCALES.map((locale) => HTML_LANG[locale]),
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: text.name, url: urls.absolutePage({ kind: 'home' }, 'en') },
    distribution: [download(FILES.codes, 'application/json'), download(FILES.csv, 'text/csv')],
  };
}

/** The site, and how to search it. */
export const website = (name: string, locale: Locale, urls: Urls): Node => ({
  '@type': 'WebSite',
  name,
  url: urls.absolutePage({ kind: 'home' }, locale),
  inLanguage: HTML_LANG[locale],
  potentialAction: {
    '@type': 'SearchAction',
    target: `${urls.absolutePage({ kind: 'search' }, locale)}?q={search_term_string}`,
    'query-input': 'required name=search_term_string',
  },
});

/**
 * The text of a `<script type="application/ld+json">`.
 * `<` is escaped, so that no text of the data can end the script.
 */
export const jsonLd = (nodes: readonly Node[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');
