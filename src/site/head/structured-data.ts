/** Describes pages to search engines: schema.org terms as JSON-LD. */
import type { Entry, Meta, Platform } from '../../catalog/index.ts';
import { HTML_LANG, LOCALES, type Locale } from '../../i18n/locales.ts';
import { FILES, type Page, type Urls } from '../urls.ts';

export type Node = { '@type': string; [key: string]: unknown };

/** Licence URLs, which CC BY requires to be linked. Must have the data's licence. */
const LICENCE_URL: Record<string, string> = { 'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/' };

const both = (text: { en: string; zh: string }) =>
  LOCALES.map((locale) => ({ '@language': HTML_LANG[locale], '@value': text[locale] }));

/** A term set has one id in both languages: the URL of its English page. */
const setId = (slug: string, urls: Urls) => urls.absolutePage({ kind: 'platform', slug }, 'en');
const datasetId = (urls: Urls) => `${urls.absolutePage({ kind: 'api' }, 'en')}#dataset`;

/**
 * Returns a meaning of a code as a term in the set of its home platform.
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

/** Returns a platform's codes as a term set, part of the dataset. */
export const definedTermSet = ({ slug, name, about }: Platform, meta: Meta, urls: Urls): Node => ({
  '@type': 'DefinedTermSet',
  '@id': setId(slug, urls),
  name: both(name),
  description: both(about),
  license: LICENCE_URL[meta.licence],
  isPartOf: datasetId(urls),
});

/**
 * Returns the breadcrumbs of a page.
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

/** Returns the dataset with its licence and downloads. */
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

/** Returns the site with its search action. */
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
 * Returns the text of a `<script type="application/ld+json">`. `<` is escaped, so that data cannot end the script.
 */
export const jsonLd = (nodes: readonly Node[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');
