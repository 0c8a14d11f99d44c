/**
 * Our part of the service worker. Workbox's part, which `service-worker.ts` generates, caches files and fetches pages
 * from the network; if a response takes too long, it calls this part for the page.
 */

import { LOCALES, type Locale } from '../i18n/locales.ts';
import { SECURITY_HEADERS } from '../site/security/security-headers.ts';
import { type BundleFile, bundlePath, fileOf, localeOf, NOT_FOUND, type PageBundle, pageOf } from './page-bundle.ts';
import { isShare, receiveShared } from './share-target.ts';
import { type About, ASK_ABOUT, KEEP_BOTH } from './worker-messages.ts';

/** Set by the build: the page bundles of each language, by paths below the base, and the data's version. */
export type Build = About & { pages: Record<Locale, readonly BundleFile[]> };

/** The interface to Workbox's part. */
export type WorkerInterface = {
  build: Build;
  bundledPage(request: Request): Promise<Response | undefined>;
  bundledNotFound(): Promise<Response | undefined>;
};

/** TypeScript's worker types conflict with its DOM types, so the parts in use are declared here. */
type Event = { request: Request; respondWith(response: Promise<Response>): void };
type Extendable = { waitUntil(work: Promise<unknown>): void };
type Message = { data?: { type?: string }; ports: MessagePort[] };
type Scope = WorkerInterface & {
  registration: { scope: string };
  serviceWorker?: { state: string };
  navigator: { connection?: { saveData?: boolean } };
  clients: { matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<{ url: string }[]> };
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', listener: (event: Event) => void): void;
  addEventListener(name: 'message', listener: (event: Message) => void): void;
};
const worker = self as unknown as Scope;
const { scope } = worker.registration;

// With Save-Data on, a new version is rejected, so that nothing is fetched. The installed version stays in use.
if (worker.navigator.connection?.saveData && worker.serviceWorker?.state === 'parsed') {
  throw new Error('Save-Data is on: nothing is precached');
}

/** The page bundles that are kept. Their names contain a hash, so versions share those that did not change. */
const KEPT = `pages-${scope}`;
/** The key in that cache of the languages to keep, a path where no file is served. */
const LANGUAGES = new URL('data/languages', scope).href;
const absolute = (file: string) => new URL(file, scope).href;
const filesOf = (locales: readonly Locale[]) =>
  locales.flatMap((locale) => worker.build.pages[locale].map(([, file]) => absolute(file)));
const below = (url: string) => new URL(url).pathname.slice(new URL(scope).pathname.length);

/** Returns the languages to keep: those chosen before, else that of the open page. */
async function keptLanguages(): Promise<Locale[]> {
  const stored = await (await caches.open(KEPT)).match(LANGUAGES);
  if (stored) return (await stored.json()) as Locale[];
  const [page] = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return [localeOf(page ? below(page.url) : '')];
}

/** Fetches the bundles of languages, unless they are kept already. */
async function keep(locales: readonly Locale[]): Promise<void> {
  const cache = await caches.open(KEPT);
  const have = new Set((await cache.keys()).map(({ url }) => url));
  await cache.addAll(filesOf(locales).filter((url) => !have.has(url)));
  await cache.put(LANGUAGES, new Response(JSON.stringify(locales)));
}

/** Removes the bundles of other versions. */
async function tidy(): Promise<void> {
  const cache = await caches.open(KEPT);
  const current = new Set([LANGUAGES, ...filesOf(LOCALES)]);
  for (const { url } of await cache.keys()) if (!current.has(url)) await cache.delete(url);
}

/** The bundle read last: readers stay near a code. */
let last: { file: string; bundle: Promise<PageBundle> } | undefined;

/** Returns the bundle that has a path; undefined if it is not kept. */
async function bundleWith(path: string, locale: Locale): Promise<PageBundle | undefined> {
  const file = fileOf(worker.build.pages[locale], path);
  if (!file) return undefined;
  if (last?.file === file) return last.bundle;
  const kept = await caches.match(absolute(file), { cacheName: KEPT });
  if (!kept?.body) return undefined;
  const bundle: Promise<PageBundle> = new Response(kept.body.pipeThrough(new DecompressionStream('gzip'))).json();
  last = { file, bundle };
  return bundle;
}

const respond = (html: string | undefined, status: number) =>
  html === undefined
    ? undefined
    : new Response(html, { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' } });

const isKept = (path: string) => bundleWith(path, localeOf(path)).then((bundle) => bundle && pageOf(bundle, path));

worker.bundledPage = async ({ url }) => {
  const path = bundlePath(below(url));
  const html = await isKept(path);
  if (html !== undefined) return respond(html, 200);
  // A page whose language is not kept: the same in the other one, which has both texts of every meaning.
  const other = localeOf(path) === 'zh' ? path.slice('zh/'.length) : `zh/${path}`;
  return (await isKept(other)) === undefined ? undefined : Response.redirect(absolute(other) + new URL(url).search);
};

// The page's script looks for a code in the URL.
worker.bundledNotFound = async () => {
  const bundles = await Promise.all(LOCALES.map((locale) => bundleWith(NOT_FOUND, locale)));
  const bundle = bundles.find(Boolean);
  return respond(bundle && pageOf(bundle, NOT_FOUND), 404);
};

worker.addEventListener('install', (event) => event.waitUntil(keptLanguages().then(keep)));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));

worker.addEventListener('fetch', (event) => {
  if (isShare(event.request, scope)) event.respondWith(receiveShared(event.request, scope));
});

worker.addEventListener('message', ({ data, ports: [port] }) => {
  const { data: file, date } = worker.build;
  if (data?.type === ASK_ABOUT.type) port?.postMessage({ data: file, date } satisfies About);
  if (data?.type === KEEP_BOTH.type)
    keep(LOCALES).then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    );
});
