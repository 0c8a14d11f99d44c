/** Builds the full-text index and writes it to the built site; `astro dev` serves it from memory. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { fulltextFolder, setBuildValues } from '../../site/build-values.ts';
import { contentHash } from '../../site/content-hash.ts';
import { lookupData } from '../../site/search-data/from-catalog.ts';
import { fulltextIndex, type IndexFile } from './index-files.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Returns the same hash for the same files in any order. */
const hashOf = (files: readonly IndexFile[]): string =>
  contentHash(...files.toSorted((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ path, content }) => [path, content]));

export function pagefind(): AstroIntegration {
  let root = '';
  let index: IndexFile[] = [];
  const build = (draft: boolean) => fulltextIndex(lookupData(readCatalog(root, { draft })));
  return {
    name: 'pagefind',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        let files: Promise<IndexFile[]> | undefined;
        server.watcher.on('change', (changed) => {
          if (changed.includes(`${path.sep}data${path.sep}`)) files = undefined;
        });
        server.middlewares.use(async (request, response, next) => {
          const wanted = new URL(request.url ?? '/', 'http://localhost').pathname.split(`/${fulltextFolder()}`)[1];
          if (!wanted) return next();
          try {
            files ??= build(true);
            const file = (await files).find((each) => each.path === wanted);
            if (!file) return next();
            response.setHeader('Content-Type', TYPES[path.extname(wanted)] ?? 'application/octet-stream');
            response.end(file.content);
          } catch (error) {
            next(error);
          }
        });
      },
      'astro:build:start': async () => {
        try {
          index = await build(false);
        } catch (cause) {
          throw new Error('The full-text index could not be built.', { cause });
        }
        setBuildValues({ fulltextFolder: `pagefind/${hashOf(index)}/` });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const target = path.join(fileURLToPath(dir), fulltextFolder());
        for (const { path: file, content } of index) {
          await fs.mkdir(path.dirname(path.join(target, file)), { recursive: true });
          await fs.writeFile(path.join(target, file), content);
        }
        logger.info(`${index.length} files of full-text index`);
      },
    },
  };
}
