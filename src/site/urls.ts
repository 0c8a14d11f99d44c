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
  | { kind: 'paste' };

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
};

/** Path below the base, without a leading slash. @example pathOf({ kind: 'code', code: '-1' }, 'zh') // → 'zh/codes/-1/' */
export function pathOf(page: Page, locale: Locale): string {
  const segment = SEGMENTS[page.kind] as (page: Page) => string;
  const prefix = localeParam(locale);
  return `${prefix ? `${prefix}/` : ''}${segment(page)}`;
}

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
    /** A page's path. `anchor` is a platform's slug on a code page, a row's on the whole table. */
    page: (page: Page, locale: Locale, anchor?: string) =>
      `${root}${pathOf(page, locale)}${anchor ? `#${anchor}` : ''}`,
    /** A file's path. @example file('favicon.svg') // → '/favicon.svg' */
    file: (path: string) => `${root}${path}`,
    absolute,
    absolutePage: (page: Page, locale: Locale, anchor?: string) =>
      absolute(`${root}${pathOf(page, locale)}${anchor ? `#${anchor}` : ''}`),
  };
}

/** Anchor of an entry's row on the whole table. @example rowAnchor('-1', 'common') // → '-1-common' */
export const rowAnchor = (code: string, platform: string): string => `${code}-${platform}`;

/** Where the instant tier's data is; the version in its name makes it cacheable for ever. */
export const instantPath = (hash: string): string => `data/entries-${hash}.json`;

/** WeCom's own page for a code: the only official look-up by number. */
export const wecomQuery = (code: string): string =>
  `https://open.work.weixin.qq.com/devtool/query?e=${encodeURIComponent(code)}`;
