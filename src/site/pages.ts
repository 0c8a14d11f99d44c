/** Every page of the site: what the build must write, the sitemap lists, and tests go through. */

import type { Catalog, Platform } from '../catalog/index.ts';
import { groupByCode } from '../catalog/index.ts';
import type { Page } from './urls.ts';

/** Every page, apart from its language. */
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

/** A page's earlier address, and where it leads now. */
export type Redirect = { from: PlatformPage; to: PlatformPage };
type PlatformPage = Extract<Page, { kind: 'platform' }>;

/**
 * The addresses platforms had under earlier names.
 * @example redirects(platforms) // → [{ from: { kind: 'platform', slug: 'work-wechat' }, to: { kind: 'platform', slug: 'wecom' } }, …]
 */
export const redirects = (platforms: readonly Platform[]): Redirect[] =>
  platforms.flatMap(({ slug, former = [] }) =>
    former.map((earlier): Redirect => ({ from: { kind: 'platform', slug: earlier }, to: { kind: 'platform', slug } })),
  );
