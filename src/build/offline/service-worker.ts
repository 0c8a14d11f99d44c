/** Has Workbox generate the service worker, around our part of it (`worker.ts`). Runs in the build. */
import path from 'node:path';
import { generateSW } from 'workbox-build';
import { WORKER } from '../../site/urls.ts';
import type { KeptScope } from '../../worker/worker.ts';

/** How long a page may take before the kept one is shown: the answer is wanted in one second. */
const NETWORK_TIMEOUT_S = 1;

/** What makes the site work without a network, beside the pages: scripts, data, the full-text index, how the app looks. */
const KEPT = ['_astro/*.js', 'data/*.json', 'pagefind/**/*', '{zh/,}manifest.webmanifest', 'favicon.svg'];
/** Never fetched: what fragments are for is in our own files. */
const NOT_KEPT = ['**/fragment/**', '**/*.{br,gz}'];
/** Their names change with their content. */
const NAMED_BY_CONTENT = /^(_astro|data|pagefind)\//;

/** In the worker these functions stand on their own: all they can name is what `worker.ts` has put on `self`. */
declare const self: KeptScope;

/**
 * Writes `sw.js`. It keeps the files above under a name for each version, and takes over when a page tells it to.
 * @param folder the built site
 * @param part our script, below the folder; it is fetched with the worker
 * @returns how many files are kept, and their bytes before compression
 * @throws when Workbox warns of anything: a file left out would be missed without a network
 */
export async function writeServiceWorker(folder: string, part: string): Promise<{ count: number; size: number }> {
  const { count, size, warnings } = await generateSW({
    globDirectory: folder,
    globPatterns: KEPT,
    globIgnores: NOT_KEPT,
    dontCacheBustURLsMatching: NAMED_BY_CONTENT,
    // A glob comes in the order of the disk; the same site must give the same worker.
    manifestTransforms: [
      (entries) => ({ manifest: entries.toSorted((a, b) => (a.url < b.url ? -1 : 1)), warnings: [] }),
    ],
    // The file of pages is the largest: 5 MB, 170 KB on the wire.
    maximumFileSizeToCacheInBytes: 100e6,
    swDest: path.join(folder, WORKER),
    importScripts: [part],
    mode: 'production',
    sourcemap: false,
    inlineWorkboxRuntime: true,
    babelPresetEnvTargets: ['chrome >= 100', 'firefox >= 100', 'safari >= 15'],
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    // The worker need not be up before the request for a page goes out.
    navigationPreload: true,
    // Pagefind asks for its first file with the version as a parameter (`metaCacheTag`).
    ignoreURLParametersMatching: [/^ts$/],
    // A folder's page is not among the files kept, but in the file of pages.
    directoryIndex: null,
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkFirst',
        options: {
          networkTimeoutSeconds: NETWORK_TIMEOUT_S,
          plugins: [
            {
              // Pages come from the one file of this version, so none is put into a cache or taken from one.
              cacheWillUpdate: async () => null,
              cachedResponseWillBeUsed: ({ request }) => self.keptPage(request),
              handlerDidError: () => self.keptNotFound(),
              // A server in trouble is as good as none.
              handlerWillRespond: async ({ request, response }) =>
                (response.status >= 500 && (await self.keptPage(request))) || response,
            },
          ],
        },
      },
    ],
  });
  if (warnings.length) throw new Error(`Workbox: ${warnings.join('; ')}`);
  return { count, size };
}
