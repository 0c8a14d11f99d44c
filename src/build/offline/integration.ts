/** Writes what the site needs to work without a network: the file of all pages and the service worker (see `src/worker/`). */
import { readdirSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { contentHash } from '../../site/content-hash.ts';
import { offlineOn } from '../../site/settings.ts';
import { createUrls, WORKER } from '../../site/urls.ts';
import { keepPages } from '../../worker/page-bundle.ts';
import type { Build } from '../../worker/worker.ts';
import { KILL_SWITCH } from './kill-switch.ts';
import { writeServiceWorker } from './service-worker.ts';

/** What Vite makes of `src/worker/worker.ts`, which `client/offline/register-worker.ts` imports for this. */
const PART = /^worker-[\w-]+\.js$/;
/** Vite bundles a worker only where its address is used. No script uses this one's: the service worker imports it. */
const bundlePart = {
  name: 'offline-worker',
  transform: {
    filter: { id: /\/worker\/worker\.ts\?worker&url$/ },
    handler: (code: string) => ({ code, moduleSideEffects: 'no-treeshake' as const }),
  },
};

/** Writes a file with a hash of its content in its name. @returns its address below the folder */
async function writeHashed(folder: string, name: string, extension: string, content: string): Promise<string> {
  const file = `data/${name}-${contentHash(content)}.${extension}`;
  await fs.writeFile(path.join(folder, file), content);
  return file;
}

/** The one file of a folder whose name matches. @throws when there is none, or more */
async function only(folder: string, pattern: RegExp): Promise<string> {
  const found = (await fs.readdir(folder)).filter((name) => pattern.test(name));
  const [name] = found;
  if (!name || found.length > 1) throw new Error(`${folder}: one file like ${pattern} expected, ${found.length} found`);
  return name;
}

/** Every page by its address below the base, read when its turn comes: together they may be more than fits into memory. */
function* readPages(folder: string): Generator<[address: string, html: string]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const file of files.sort()) {
    const address = file
      .split(path.sep)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1');
    yield [address, readFileSync(path.join(folder, file), 'utf8')];
  }
}

export function offline(): AstroIntegration {
  let [root, base] = ['', ''];
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [bundlePart] } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const target = fileURLToPath(dir);
        const scripts = path.join(target, '_astro');
        const part = path.join(scripts, await only(scripts, PART));
        const source = await fs.readFile(part, 'utf8');
        // Part of the worker, not of any page: it has no place of its own.
        await fs.rm(part);
        if (!offlineOn(process.env)) {
          await fs.writeFile(path.join(target, WORKER), KILL_SWITCH);
          return logger.info('nothing is kept, and what was is removed (OFFLINE=off)');
        }
        const kept = keepPages(readPages(target));
        const build: Build = {
          pages: await writeHashed(target, 'pages', 'json', JSON.stringify(kept)),
          data: createUrls(base, '').file(`data/${await only(path.join(target, 'data'), /^entries-/)}`),
          date: readCatalog(root).meta.date,
        };
        const own = await writeHashed(target, 'worker', 'js', `self.kept=${JSON.stringify(build)};${source}`);
        const { count, size } = await writeServiceWorker(target, own);
        logger.info(
          `${Object.keys(kept.pages).length} pages in one file; ${count} files kept, ${(size / 1e6).toFixed(1)} MB`,
        );
      },
    },
  };
}
