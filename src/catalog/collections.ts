/**
 * Provides the catalog to pages and layouts: the only module that calls `getCollection`.
 * The catalog is read and grouped once per build (in dev once per request, because the data may change).
 */
import { getCollection } from 'astro:content';
import { META_FILE } from './data-folder.ts';
import { groupByCode } from './questions.ts';
import type { Catalog } from './read.ts';

const collect = async () => {
  const [entries, platforms, topics, sources, meta, history] = await Promise.all([
    getCollection('entries'),
    getCollection('platforms'),
    getCollection('topics'),
    getCollection('sources'),
    getCollection('meta'),
    getCollection('history'),
  ]);
  const catalog: Catalog = {
    entries: inOrder(entries),
    platforms: inOrder(platforms),
    topics: inOrder(topics),
    sources: inOrder(sources),
    meta: inOrder(meta)[0] ?? missing(META_FILE),
    history: inOrder(history),
  };
  return {
    ...catalog,
    groups: groupByCode(catalog.entries),
    platform: index(catalog.platforms, ({ slug }) => slug),
    topic: index(catalog.topics, ({ slug }) => slug),
    source: index(catalog.sources, ({ id }) => id),
  };
};

/** Returns the items in the order of their file, which the store does not preserve. */
function inOrder<T extends { order: number }>(items: readonly { data: T }[]): T[] {
  return items.map(({ data }) => data).sort((a, b) => a.order - b.order);
}

function missing(what: string): never {
  throw new Error(`the catalog has no ${what}`);
}

/** Returns a look-up that throws on an unknown key: an undefined slug in the data must stop the build. */
function index<T>(items: readonly T[], key: (item: T) => string): (key: string) => T {
  const map = new Map(items.map((item) => [key(item), item]));
  return (wanted) => map.get(wanted) ?? missing(`“${wanted}”`);
}

let cached: ReturnType<typeof collect> | undefined;

/** Returns the whole catalog, its entries grouped by code, and look-ups by slug that throw on an unknown slug. */
export function catalog(): ReturnType<typeof collect> {
  if (import.meta.env.DEV) return collect();
  cached ??= collect();
  return cached;
}
