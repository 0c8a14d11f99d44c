/** Writes the files for offline use: the page bundle and the service worker (see `src/worker/`). */
import { readdirSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import { contentHash } from '../../site/content-hash.ts';
import { offlineOn } from '../../site/settings.ts';
import { createUrls, WORKER } from '../../site/urls.ts';
import { bundlePages } from '../../worker/page-bundle.ts';
import type { Build } from '../../worker/worker.ts';
import { KILL_SWITCH } from './kill-switch.ts';
import { writeServiceWorker } from './service-worker.ts';

/** Vite's output for `src/worker/worker.ts`, which `client/offline/register-worker.ts` imports for this purpose. */
const PART = /^worker-[\w-]+\.js$/;
/** Makes Vite bundle the worker although no script uses its URL: the service worker imports it. */
const bundlePart = {
  name: 'offline-worker',
  transform: {
    filter: { id: /\/worker\/worker\.ts\?worker&url$/ },
    handler: (code: string) => ({ code, moduleSideEffects: 'no-treeshake' as const }),
  },
};

/** Writes a file with a hash of its content in its name. @returns its path below the folder */
async function writeHashed(folder: string, name: string, extension: string, content: string): Promise<string> {
  const file = `data/${name}-${contentHash(content)}.${extension}`;
  await fs.writeFile(path.join(folder, file), content);
  return file;
}

/** Returns the only file of a folder whose name matches. @throws if there is none or more than one */
async function only(folder: string, pattern: RegExp): Promise<string> {
  const found = (await fs.readdir(folder)).filter((name) => pattern.test(name));
  const [name] = found;
  if (!name || found.length > 1) throw new Error(`${folder}: expected one ${pattern}, found ${found.length}`);
  return name;
}

/** Yields every page by its path below the base, one at a time: all pages may not fit into memory. */
function* readPages(folder: string): Generator<[urlPath: string, html: string]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  for (const file of files.sort()) {
    const urlPath = file
      .split(path.sep)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1');
    yield [urlPath, readFileSync(path.join(folder, file), 'utf8')];
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
        // Rewritten below as a file of the worker; no page loads it.
        await fs.rm(part);
        if (!offlineOn(process.env)) {
          await fs.writeFile(path.join(target, WORKER), KILL_SWITCH);
          return logger.info('no offline use; the service worker removes itself (OFFLINE=off)');
        }
        const bundle = bundlePages(readPages(target));
        const build: Build = {
          pages: await writeHashed(target, 'pages', 'json', JSON.stringify(bundle)),
          data: createUrls(base, '').file(`data/${await only(path.join(target, 'data'), /^entries-/)}`),
          date: readCatalog(root).meta.date,
        };
        const own = await writeHashed(target, 'worker', 'js', `self.build=${JSON.stringify(build)};${source}`);
        const { count, size } = await writeServiceWorker(target, own);
        logger.info(
          `${Object.keys(bundle.pages).length} pages in one file; ${count} files precached, ${(size / 1e6).toFixed(1)} MB`,
        );
      },
    },
  };
}
