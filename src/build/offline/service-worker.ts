/** Generates the service worker with Workbox, including our part (`worker.ts`). Runs in the build. */
import path from 'node:path';
import { generateSW } from 'workbox-build';
import { WORKER } from '../../site/urls.ts';
import type { WorkerInterface } from '../../worker/worker.ts';

/** Seconds to wait for a page from the network before the kept one is shown. */
const NETWORK_TIMEOUT_S = 1;

/**
 * Files to precache. The page bundles are kept by `worker.ts`, in the reader's language only. Without the full-text index,
 * which is as large as a quarter of them, the instant tier answers alone.
 */
const PRECACHED = ['_astro/*.js', 'data/*.json', '{zh/,}manifest.webmanifest', 'favicon.svg'];
/** Files with a hash of their content in their path. */
const NAMED_BY_CONTENT = /^(_astro|data)\//;

/** Workbox copies the functions below into the worker as text, so they can use only what `worker.ts` sets on `self`. */
declare const self: WorkerInterface;

/**
 * Writes `sw.js`. It precaches the files above by revision, and takes over when a page tells it to.
 * @param folder the built site
 * @param part path of our script, below the folder; it is fetched with the worker
 * @returns the number of precached files, and their size in bytes before compression
 * @throws on any warning of Workbox: a file left out would be missing offline
 */
export async function writeServiceWorker(folder: string, part: string): Promise<{ count: number; size: number }> {
  const { count, size, warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: PRECACHED,
    globIgnores: ['**/*.{br,gz}'],
    dontCacheBustURLsMatching: NAMED_BY_CONTENT,
    // Globs return files in disk order, but the same site must give the same worker.
    manifestTransforms: [
      (entries) => ({ manifest: entries.toSorted((a, b) => (a.url < b.url ? -1 : 1)), warnings: [] }),
    ],
    maximumFileSizeToCacheInBytes: 100e6,
    swDest: path.join(folder, WORKER),
    importScripts: [part],
    mode: 'production',
    sourcemap: false,
    inlineWorkboxRuntime: true,
    babelPresetEnvTargets: ['chrome >= 100', 'firefox >= 100', 'safari >= 15'],
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    // The request for a page does not wait for the worker to start.
    navigationPreload: true,
    // Index pages are in the page bundles, not among the precached files.
    directoryIndex: null,
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkFirst',
        options: {
          networkTimeoutSeconds: NETWORK_TIMEOUT_S,
          plugins: [
            {
              // Pages come from the bundles of this version, so they are neither written to a cache nor read from one.
              cacheWillUpdate: async () => null,
              cachedResponseWillBeUsed: ({ request }) => self.bundledPage(request),
              handlerDidError: () => self.bundledNotFound(),
              // Treat a server error like no response.
              handlerWillRespond: async ({ request, response }) =>
                (response.status >= 500 && (await self.bundledPage(request))) || response,
            },
          ],
        },
      },
    ],
  });
  if (warnings.length) throw new Error(`Workbox: ${warnings.join('; ')}`);
  return { count, size };
}
