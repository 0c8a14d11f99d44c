/** Astro content loaders over `read.ts`. Unlike Astro's own `file()`, they stop the build at the first load of bad data. */
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { type Catalog, DATA_FILES, readCatalog } from './read.ts';

type Item = { id: string; data: Record<string, unknown> };

/**
 * A loader for one collection of the catalog. In `astro dev` it loads again when a file in `data/` changes; bad data
 * is then reported and the last good data kept. There, and only there, changes need not be recorded to be seen.
 * @param pick the collection's items, each with its id
 * @throws CatalogError (from `load`) with every problem of the data
 */
export function catalogLoader(name: string, pick: (catalog: Catalog) => Item[]): Loader {
  return {
    name: `catalog-${name}`,
    async load({ config, store, parseData, watcher, logger }) {
      const root = fileURLToPath(config.root);
      const fill = async () => {
        // The store hands items out in an order of its own; this keeps the files'.
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
        if (!DATA_FILES.some((file) => changed.endsWith(file))) return;
        fill().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}
