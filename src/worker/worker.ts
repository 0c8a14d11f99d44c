/**
 * Our part of the service worker. Workbox's part, which `service-worker.ts` generates, caches files and fetches pages
 * from the network; if a response takes too long, it calls this part for the page.
 */
import { SECURITY_HEADERS } from '../site/security/security-headers.ts';
import { bundlePath, NOT_FOUND, type PageBundle, pageOf } from './page-bundle.ts';
import { isShare, receiveShared } from './share-target.ts';
import { type About, ASK_ABOUT } from './worker-messages.ts';

/** Set by the build: the path of the page bundle, below the base, and the data's version. */
export type Build = About & { pages: string };

/** The interface to Workbox's part. */
export type WorkerInterface = {
  build: Build;
  bundledPage(request: Request): Promise<Response | undefined>;
  bundledNotFound(): Promise<Response | undefined>;
};

/** TypeScript's worker types conflict with its DOM types, so the parts in use are declared here. */
type Event = { request: Request; respondWith(response: Promise<Response>): void };
type Message = { data?: { type?: string }; ports: MessagePort[] };
type Scope = WorkerInterface & {
  registration: { scope: string };
  serviceWorker?: { state: string };
  navigator: { connection?: { saveData?: boolean } };
  addEventListener(name: 'fetch', listener: (event: Event) => void): void;
  addEventListener(name: 'message', listener: (event: Message) => void): void;
};
const worker = self as unknown as Scope;
const { scope } = worker.registration;

// With Save-Data on, a new version is rejected, so that nothing is fetched. The installed version stays in use.
if (worker.navigator.connection?.saveData && worker.serviceWorker?.state === 'parsed') {
  throw new Error('Save-Data is on: nothing is precached');
}

let pages: Promise<PageBundle> | undefined;

/** Returns the bundle from Workbox's cache, read once in the worker's lifetime. */
function load(): Promise<PageBundle> {
  const read = async () => {
    const file = await caches.match(new URL(worker.build.pages, scope));
    if (!file) throw new Error(`${worker.build.pages} is not in the cache`);
    return (await file.json()) as PageBundle;
  };
  pages ??= read().catch((error: unknown) => {
    pages = undefined;
    throw error;
  });
  return pages;
}

const respond = (html: string | undefined, status: number) =>
  html === undefined
    ? undefined
    : new Response(html, { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' } });

worker.bundledPage = async ({ url }) => {
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length);
  return respond(pageOf(await load(), bundlePath(path)), 200);
};

// The page's script looks for a code in the URL.
worker.bundledNotFound = async () => respond(pageOf(await load(), NOT_FOUND), 404);

worker.addEventListener('fetch', (event) => {
  if (isShare(event.request, scope)) event.respondWith(receiveShared(event.request, scope));
});

worker.addEventListener('message', ({ data, ports: [port] }) => {
  const { data: file, date } = worker.build;
  if (data?.type === ASK_ABOUT.type) port?.postMessage({ data: file, date } satisfies About);
});
