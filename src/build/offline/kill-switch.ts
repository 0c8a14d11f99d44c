import { SHARED_CACHE } from '../../worker/share-cache.ts';

/**
 * The service worker of a site built with `OFFLINE=off`: where one was at work, it removes itself and what was kept.
 * Browsers look for a new worker whenever a page is opened, so the next visit ends it everywhere.
 */
export const KILL_SWITCH = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const end = async () => {
    for (const name of await caches.keys()) {
      if (name.endsWith(registration.scope) || name === '${SHARED_CACHE}') await caches.delete(name);
    }
    await registration.unregister();
  };
  event.waitUntil(end());
});
`;
