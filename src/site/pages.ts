/** Lists every page of the site, for the build check, the sitemap and tests. */

import type { Catalog, Platform } from '../catalog/index.ts';
import { groupByCode } from '../catalog/index.ts';
import type { Page } from './urls.ts';

/** Returns every page, regardless of language. */
export function allPages({ entries, platforms, topics }: Catalog): Page[] {
  return [
    { kind: 'home' },
    { kind: 'codes' },
    { kind: 'platforms' },
    { kind: 'topics' },
    { kind: 'search' },
    { kind: 'about' },
    { kind: 'paste' },
    { kind: 'api' },
    { kind: 'tools' },
    { kind: 'changes' },
    ...groupByCode(entries).map(({ code }) => ({ kind: 'code', code }) as const),
    ...platforms.map(({ slug }) => ({ kind: 'platform', slug }) as const),
    ...topics.map(({ slug }) => ({ kind: 'topic', slug }) as const),
  ];
}

/** A page's earlier URL and the page it redirects to. */
export type Redirect = { from: PlatformPage; to: PlatformPage };
type PlatformPage = Extract<Page, { kind: 'platform' }>;

/**
 * Returns the redirects from earlier slugs of platforms.
 * @example redirects(platforms) // → [{ from: { kind: 'platform', slug: 'work-wechat' }, to: { kind: 'platform', slug: 'wecom' } }, …]
 */
export const redirects = (platforms: readonly Platform[]): Redirect[] =>
  platforms.flatMap(({ slug, former = [] }) =>
    former.map((earlier): Redirect => ({ from: { kind: 'platform', slug: earlier }, to: { kind: 'platform', slug } })),
  );
