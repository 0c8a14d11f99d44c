/** Builds every URL of the site; no other module does. They are a contract: tickets link to them for years. */
import { type Locale, localeParam } from '../i18n/locales.ts';

/** A page, regardless of language. */
export type Page =
  | { kind: 'home' }
  | { kind: 'codes' }
  | { kind: 'code'; code: string }
  | { kind: 'platforms' }
  | { kind: 'platform'; slug: string }
  | { kind: 'topics' }
  | { kind: 'topic'; slug: string }
  | { kind: 'guides' }
  | { kind: 'guide'; slug: string }
  | { kind: 'search' }
  | { kind: 'about' }
  | { kind: 'paste' }
  | { kind: 'api' }
  | { kind: 'tools' }
  | { kind: 'data' }
  | { kind: 'changes' };

/** A page that can have its own social card. */
export type CardPage = Extract<Page, { kind: 'home' | 'platform' | 'code' }>;

const SEGMENTS: { [K in Page['kind']]: (page: Extract<Page, { kind: K }>) => string } = {
  home: () => '',
  codes: () => 'codes/',
  code: ({ code }) => `codes/${code}/`,
  platforms: () => 'platforms/',
  platform: ({ slug }) => `platforms/${slug}/`,
  topics: () => 'topics/',
  topic: ({ slug }) => `topics/${slug}/`,
  guides: () => 'guides/',
  guide: ({ slug }) => `guides/${slug}/`,
  search: () => 'search/',
  about: () => 'about/',
  paste: () => 'about/paste/',
  api: () => 'about/api/',
  tools: () => 'about/tools/',
  data: () => 'about/data/',
  changes: () => 'changes/',
};

/** Returns a page's path below the base. @example pathOf({ kind: 'code', code: '-1' }, 'zh') // → 'zh/codes/-1/' */
export function pathOf(page: Page, locale: Locale): string {
  const segment = SEGMENTS[page.kind] as (page: Page) => string;
  return `${prefixOf(locale)}${segment(page)}`;
}

const prefixOf = (locale: Locale) => (localeParam(locale) ? `${localeParam(locale)}/` : '');

export type Urls = ReturnType<typeof createUrls>;

/**
 * Returns functions that build the site's URLs.
 * @param base where the site is mounted, such as `/` or `/docs/errors` (with or without a trailing slash)
 * @param origin scheme and host of absolute URLs
 * @example createUrls('/docs', 'https://example.org').page({ kind: 'code', code: '40001' }, 'zh') // → '/docs/zh/codes/40001/'
 */
export function createUrls(base: string, origin: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const absolute = (path: string) => new URL(path, origin).href;
  return {
    root,
    /** Returns a page's path. `anchor` is a platform's slug on a code page, an entry's id on the whole table. */
    page: (page: Page, locale: Locale, anchor?: string) =>
      `${root}${pathOf(page, locale)}${anchor ? `#${anchor}` : ''}`,
    /** Returns a file's path. @example file('favicon.svg') // → '/favicon.svg' */
    file: (path: string) => `${root}${path}`,
    absoluteFile: (path: string) => absolute(`${root}${path}`),
    absolute,
    absolutePage: (page: Page, locale: Locale, anchor?: string) =>
      absolute(`${root}${pathOf(page, locale)}${anchor ? `#${anchor}` : ''}`),
  };
}

/** The service worker. It is at the base, so that its scope is the whole site. */
export const WORKER = 'sw.js';

/** Names are unique, because only codes have digits or capitals. */
function cardName(page: CardPage): string {
  if (page.kind === 'code') return page.code;
  return page.kind === 'platform' ? `platform-${page.slug}` : 'site';
}

/**
 * Paths of files, below the base, without a leading slash. Those of `/api/v1/`, feeds and Markdown versions are
 * contracts like those of pages.
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
  /** A code page in both languages as Markdown. @example markdown('40001') // → 'codes/40001.md' */
  markdown: (code: string) => `codes/${code}.md`,
  /** The social card. @example card({ kind: 'platform', slug: 'wecom' }) // → 'cards/platform-wecom.png' */
  card: (page: CardPage) => `cards/${cardName(page)}.png`,
  icon: (name: 'icon-192' | 'icon-512' | 'maskable-512' | 'apple-touch-icon') => `icons/${name}.png`,
  atom: (locale: Locale) => `${prefixOf(locale)}changes/atom.xml`,
  jsonFeed: (locale: Locale) => `${prefixOf(locale)}changes/feed.json`,
  opensearch: (locale: Locale) => `${prefixOf(locale)}opensearch.xml`,
  /** The URL the installed app posts shared text to. Not a file: the service worker responds. */
  share: (locale: Locale) => `${prefixOf(locale)}share/`,
  manifest: (locale: Locale) => `${prefixOf(locale)}manifest.webmanifest`,
} as const;

/** Returns the path of the head of the instant tier's data. The hash in its name makes it cacheable forever. */
export const instantPath = (hash: string): string => `data/entries-${hash}.json`;

/** Returns the path of a part of its texts. */
export const textsPath = (hash: string): string => `data/texts-${hash}.json`;

/** Returns the URL of WeCom's page for a code: the only official look-up by number. */
export const wecomQuery = (code: string): string =>
  `https://open.work.weixin.qq.com/devtool/query?e=${encodeURIComponent(code)}`;
