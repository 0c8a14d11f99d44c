/** Writes the files for offline use: the page bundles and the service worker (see `src/worker/`). */
import { readdirSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { readCatalog } from '../../catalog/index.ts';
import type { Locale } from '../../i18n/locales.ts';
import { contentHash } from '../../site/content-hash.ts';
import { offlineOn } from '../../site/settings.ts';
import { createUrls, WORKER } from '../../site/urls.ts';
import { type BundleFile, bundlePages, divide } from '../../worker/page-bundle.ts';
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
async function writeHashed(
  folder: string,
  name: string,
  extension: string,
  content: string | Uint8Array,
): Promise<string> {
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

/** Returns the paths of all pages below the base. */
const pagePaths = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) =>
      file
        .split(path.sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1'),
    );

/** Yields pages one at a time: all may not fit into memory. */
function* readPages(folder: string, paths: readonly string[]): Generator<[urlPath: string, html: string]> {
  for (const urlPath of paths) {
    const file = urlPath === '' || urlPath.endsWith('/') ? `${urlPath}index.html` : urlPath;
    yield [urlPath, readFileSync(path.join(folder, file), 'utf8')];
  }
}

/**
 * Writes the page bundles of a language, compressed: they are kept as they are and unpacked one at a time. Their names
 * do not end in `.gz`, because some hosts would then declare them as compressed for the way.
 */
async function writeBundles(folder: string, paths: readonly string[], locale: Locale): Promise<BundleFile[]> {
  const files: BundleFile[] = [];
  for (const bundle of divide(paths, locale)) {
    const packed = gzipSync(JSON.stringify(bundlePages(readPages(folder, bundle))), { level: 9 });
    files.push([bundle[0] ?? '', await writeHashed(folder, `pages-${locale}`, 'bin', packed)]);
  }
  return files;
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
        const paths = pagePaths(target);
        const build: Build = {
          pages: { en: await writeBundles(target, paths, 'en'), zh: await writeBundles(target, paths, 'zh') },
          data: createUrls(base, '').file(`data/${await only(path.join(target, 'data'), /^entries-/)}`),
          date: readCatalog(root).meta.date,
        };
        const own = await writeHashed(target, 'worker', 'js', `self.build=${JSON.stringify(build)};${source}`);
        const { count, size } = await writeServiceWorker(target, own);
        logger.info(
          `${paths.length} pages in ${build.pages.en.length} files a language; ${count} other files precached, ${(size / 1e6).toFixed(1)} MB`,
        );
      },
    },
  };
}
