/**
 * Defines the content collections, loaded through `read.ts`. Unlike with Astro's own `file()` loader, invalid data
 * stops the build at the first load. Only `collections.ts` reads the collections.
 */

import { defineCollection } from 'astro:content';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { GUIDES_FOLDER } from './guides.ts';
import { type Catalog, DATA_FILES, readCatalog } from './read.ts';
import { releaseSchema } from './record/history.ts';
import { entrySchema, metaSchema, platformSchema, sourceSchema, topicSchema } from './schema.ts';

type Item = { id: string; data: Record<string, unknown> };

/**
 * Returns a loader for one collection of the catalog. In `astro dev` it reloads when a file in `data/` changes; invalid
 * data is logged, and the last valid data stays. Only `astro dev` accepts changes that are not recorded.
 * @param pick returns the collection's items, each with its id
 * @throws CatalogError (from `load`) with every problem of the data
 */
function catalogLoader(name: string, pick: (catalog: Catalog) => Item[]): Loader {
  return {
    name: `catalog-${name}`,
    async load({ config, store, parseData, watcher, logger }) {
      const root = fileURLToPath(config.root);
      const fill = async () => {
        // The store does not preserve the order of the files.
        const items = pick(readCatalog(root, { draft: watcher !== undefined })).map(({ id, data }, order) => ({
          id,
          data: { ...data, order },
        }));
        const parsed = await Promise.all(
          items.map(async ({ id, data }) => ({ id, data: await parseData({ id, data }) })),
        );
        store.clear();
        for (const item of parsed) store.set(item);
      };
      await fill();
      watcher?.on('change', (changed) => {
        if (![...DATA_FILES, GUIDES_FOLDER].some((file) => changed.includes(file))) return;
        fill().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}

/** The position of an item in its file, added by the loader. */
const ordered = { order: z.number() };

export const collections = {
  entries: defineCollection({
    loader: catalogLoader('entries', ({ entries }) => entries.map((data) => ({ id: data.id, data }))),
    schema: entrySchema.extend(ordered),
  }),
  platforms: defineCollection({
    loader: catalogLoader('platforms', ({ platforms }) => platforms.map((data) => ({ id: data.slug, data }))),
    schema: platformSchema.extend(ordered),
  }),
  topics: defineCollection({
    loader: catalogLoader('topics', ({ topics }) => topics.map((data) => ({ id: data.slug, data }))),
    schema: topicSchema.extend(ordered),
  }),
  sources: defineCollection({
    loader: catalogLoader('sources', ({ sources }) => sources.map((data) => ({ id: data.id, data }))),
    schema: sourceSchema.extend(ordered),
  }),
  meta: defineCollection({
    loader: catalogLoader('meta', ({ meta }) => [{ id: 'meta', data: meta }]),
    schema: metaSchema.extend(ordered),
  }),
  history: defineCollection({
    loader: catalogLoader('history', ({ history }) => history.map((data) => ({ id: data.version, data }))),
    schema: releaseSchema.extend(ordered),
  }),
};
