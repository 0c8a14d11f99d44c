/**
 * Our part of the service worker. Workbox's part, which `service-worker.ts` has generated, keeps files, asks the network
 * first for a page, and comes here for the page when the network does not answer in time.
 */
import { SECURITY_HEADERS } from '../site/security/security-headers.ts';
import { type KeptPages, NOT_FOUND, pageOf, pathOfKept } from './page-bundle.ts';
import { isShare, receiveShared } from './share-target.ts';
import { type About, ASK_ABOUT } from './worker-messages.ts';

/** What the build tells the worker: the address of the file of pages, below the base, and which data it has. */
export type Build = About & { pages: string };

/** What Workbox's part finds here. */
export type KeptScope = {
  kept: Build;
  keptPage(request: Request): Promise<Response | undefined>;
  keptNotFound(): Promise<Response | undefined>;
};

/** The types of workers and of pages exclude each other in one project: this is what is used of the former. */
type Event = { request: Request; respondWith(response: Promise<Response>): void };
type Message = { data?: { type?: string }; ports: MessagePort[] };
type Scope = KeptScope & {
  registration: { scope: string };
  serviceWorker?: { state: string };
  navigator: { connection?: { saveData?: boolean } };
  addEventListener(name: 'fetch', listener: (event: Event) => void): void;
  addEventListener(name: 'message', listener: (event: Message) => void): void;
};
const worker = self as unknown as Scope;
const { scope } = worker.registration;

// A new version arrives while data is to be saved: it is refused, so nothing is fetched, and the one in place goes on.
if (worker.navigator.connection?.saveData && worker.serviceWorker?.state === 'parsed') {
  throw new Error('Save-Data is on: nothing is fetched to be kept');
}

let pages: Promise<KeptPages> | undefined;

/** From the cache Workbox has put it in; read once for as long as the worker lives. */
function load(): Promise<KeptPages> {
  const read = async () => {
    const file = await caches.match(new URL(worker.kept.pages, scope));
    if (!file) throw new Error(`${worker.kept.pages} is not in the cache`);
    return (await file.json()) as KeptPages;
  };
  pages ??= read().catch((error: unknown) => {
    pages = undefined;
    throw error;
  });
  return pages;
}

const answer = (html: string | undefined, status: number) =>
  html === undefined
    ? undefined
    : new Response(html, { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' } });

worker.keptPage = async ({ url }) => {
  const asked = new URL(url).pathname.slice(new URL(scope).pathname.length);
  return answer(pageOf(await load(), pathOfKept(asked)), 200);
};

// Its script looks for a code in the address.
worker.keptNotFound = async () => answer(pageOf(await load(), NOT_FOUND), 404);

worker.addEventListener('fetch', (event) => {
  if (isShare(event.request, scope)) event.respondWith(receiveShared(event.request, scope));
});

worker.addEventListener('message', ({ data, ports: [port] }) => {
  const { data: file, date } = worker.kept;
  if (data?.type === ASK_ABOUT.type) port?.postMessage({ data: file, date } satisfies About);
});
