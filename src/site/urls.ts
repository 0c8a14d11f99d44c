/** Every address of the site. Nothing else builds one. See the URL contract in the README: these live in tickets for years. */
import { type Locale, localeParam } from '../i18n/locales.ts';

/** A page, apart from its language. */
export type Page =
  | { kind: 'home' }
  | { kind: 'codes' }
  | { kind: 'code'; code: string }
  | { kind: 'platforms' }
  | { kind: 'platform'; slug: string }
  | { kind: 'topics' }
  | { kind: 'topic'; slug: string }
  | { kind: 'search' }
  | { kind: 'about' }
  | { kind: 'paste' }
  | { kind: 'api' }
  | { kind: 'tools' }
  | { kind: 'changes' };

/** A page that can have a social card of its own. */
export type CardPage = Extract<Page, { kind: 'home' | 'platform' | 'code' }>;

const SEGMENTS: { [K in Page['kind']]: (page: Extract<Page, { kind: K }>) => string } = {
  home: () => '',
  codes: () => 'codes/',
  code: ({ code }) => `codes/${code}/`,
  platforms: () => 'platforms/',
  platform: ({ slug }) => `platforms/${slug}/`,
  topics: () => 'topics/',
  topic: ({ slug }) => `topics/${slug}/`,
  search: () => 'search/',
  about: () => 'about/',
  paste: () => 'about/paste/',
  api: () => 'about/api/',
  tools: () => 'about/tools/',
  changes: () => 'changes/',
};

/** Path below the base, without a leading slash. @example pathOf({ kind: 'code', code: '-1' }, 'zh') // → 'zh/codes/-1/' */
export function pathOf(page: Page, locale: Locale): string {
  const segment = SEGMENTS[page.kind] as (page: Page) => string;
  return `${prefixOf(locale)}${segment(page)}`;
}

const prefixOf = (locale: Locale) => (localeParam(locale) ? `${localeParam(locale)}/` : '');

export type Urls = ReturnType<typeof createUrls>;

/**
 * @param base where the site is mounted, such as `/` or `/docs/errors` (with or without a slash at its end)
 * @param origin scheme and host for absolute addresses
 * @example createUrls('/docs', 'https://example.org').page({ kind: 'code', code: '40001' }, 'zh') // → '/docs/zh/codes/40001/'
 */
export function createUrls(base: string, origin: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const absolute = (path: string) => new URL(path, origin).href;
  return {
    root,
    /** A page's path. `anchor` is a platform's slug on a code page, an entry's id on the whole table. */
    page: (page: Page, locale: Locale, anchor?: string) =>
      `${root}${pathOf(page, locale)}${anchor ? `#${anchor}` : ''}`,
    /** A file's path. @example file('favicon.svg') // → '/favicon.svg' */
    file: (path: string) => `${root}${path}`,
    absoluteFile: (path: string) => absolute(`${root}${path}`),
    absolute,
    absolutePage: (page: Page, locale: Locale, anchor?: string) =>
      absolute(`${root}${pathOf(page, locale)}${anchor ? `#${anchor}` : ''}`),
  };
}

/** The service worker; at the base, so that its scope is the site. */
export const WORKER = 'sw.js';

/** Only codes have digits or capitals, so no name stands for two cards. */
function cardName(page: CardPage): string {
  if (page.kind === 'code') return page.code;
  return page.kind === 'platform' ? `platform-${page.slug}` : 'site';
}

/**
 * Files that stand beside the pages, below the base, without a leading slash. Addresses of `/api/v1/`, feeds and twins
 * are contracts as those of pages are.
 */
export const FILES = {
  codes: 'api/v1/codes.json',
  code: (code: string) => `api/v1/codes/${code}.json`,
  platforms: 'api/v1/platforms.json',
  platform: (slug: string) => `api/v1/platforms/${slug}.json`,
  topics: 'api/v1/topics.json',
  sources: 'api/v1/sources.json',
  csv: 'api/v1/codes.csv',
  schema: 'api/v1/schema.json',
  openapi: 'api/v1/openapi.json',
  llms: 'llms.txt',
  sitemap: 'sitemap.xml',
  robots: 'robots.txt',
  favicon: 'favicon.svg',
  /** A code page as Markdown. @example markdown('40001', 'zh') // → 'zh/codes/40001.md' */
  markdown: (code: string, locale: Locale) => `${prefixOf(locale)}codes/${code}.md`,
  /** The image chat tools show for a link. @example card({ kind: 'platform', slug: 'wecom' }) // → 'cards/platform-wecom.png' */
  card: (page: CardPage) => `cards/${cardName(page)}.png`,
  icon: (name: 'icon-192' | 'icon-512' | 'maskable-512' | 'apple-touch-icon') => `icons/${name}.png`,
  atom: (locale: Locale) => `${prefixOf(locale)}changes/atom.xml`,
  jsonFeed: (locale: Locale) => `${prefixOf(locale)}changes/feed.json`,
  opensearch: (locale: Locale) => `${prefixOf(locale)}opensearch.xml`,
  /** Where the installed app sends what was shared to it: no file, the service worker answers. */
  share: (locale: Locale) => `${prefixOf(locale)}share/`,
  manifest: (locale: Locale) => `${prefixOf(locale)}manifest.webmanifest`,
} as const;

/** Where the instant tier's data is; the version in its name makes it cacheable for ever. */
export const instantPath = (hash: string): string => `data/entries-${hash}.json`;

/** WeCom's own page for a code: the only official look-up by number. */
export const wecomQuery = (code: string): string =>
  `https://open.work.weixin.qq.com/devtool/query?e=${encodeURIComponent(code)}`;
