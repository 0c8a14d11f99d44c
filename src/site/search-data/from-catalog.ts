/** Selects the parts of the catalog that can be searched. */
import type { Catalog } from '../../catalog/index.ts';
import type { LookupData } from '../../lookup/pack.ts';
import { variantsOf } from './variants.ts';

export function lookupData({ entries, platforms }: Pick<Catalog, 'entries' | 'platforms'>): LookupData {
  return {
    entries: entries.map(({ code, platforms: on, en, zh, errmsg }) => ({ code, platforms: on, en, zh, errmsg })),
    platforms: platforms.map(({ slug, name, short, aliases, hosts, docs, detect = {} }) => ({
      slug,
      name,
      short,
      aliases,
      docs,
      detect: {
        // Hosts of `common` belong to all platforms, so they identify none.
        hosts: slug === 'common' ? [] : [...hosts, ...(detect.hosts ?? [])],
        strong: [...(detect.paths ?? []), ...(detect.sdk ?? []), ...(detect.tokens ?? [])],
        names: detect.names ?? [],
      },
    })),
    variants: variantsOf(entries.map(({ zh }) => zh)),
  };
}
