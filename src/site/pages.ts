/** Lists every page of the site, for the build check, the sitemap and tests. */

import type { Catalog, Platform } from '../catalog/index.ts';
import { groupByCode } from '../catalog/index.ts';
import { LOCALES } from '../i18n/locales.ts';
import { CONCEPTS } from './concepts.ts';
import { type Page, pathOf } from './urls.ts';

/** Returns every page, regardless of language. */
export function allPages({ entries, platforms, topics }: Catalog): Page[] {
  return [
    { kind: 'home' },
    { kind: 'codes' },
    { kind: 'platforms' },
    { kind: 'topics' },
    { kind: 'guides' },
    ...CONCEPTS.map(({ slug }) => ({ kind: 'guide', slug }) as const),
    { kind: 'search' },
    { kind: 'about' },
    { kind: 'paste' },
    { kind: 'api' },
    { kind: 'tools' },
    { kind: 'data' },
    { kind: 'changes' },
    ...groupByCode(entries).map(({ code }) => ({ kind: 'code', code }) as const),
    ...platforms.map(({ slug }) => ({ kind: 'platform', slug }) as const),
    ...topics.map(({ slug }) => ({ kind: 'topic', slug }) as const),
  ];
}

/**
 * Returns the redirects from the pages platforms had under earlier slugs, in both languages. Paths are below the base.
 * @example redirects(platforms) // → [{ from: 'platforms/work-wechat/', to: 'platforms/wecom/' }, …]
 */
export const redirects = (platforms: readonly Pick<Platform, 'slug' | 'former'>[]): { from: string; to: string }[] =>
  platforms.flatMap(({ slug, former = [] }) =>
    former.flatMap((earlier) =>
      LOCALES.map((locale) => ({
        from: pathOf({ kind: 'platform', slug: earlier }, locale),
        to: pathOf({ kind: 'platform', slug }, locale),
      })),
    ),
  );
