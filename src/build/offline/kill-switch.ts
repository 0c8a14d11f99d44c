import { SHARED_CACHE } from '../../worker/share-cache.ts';

/**
 * The service worker of a site built with `OFFLINE=off`. It removes itself and its caches. Browsers check for a new
 * worker whenever a page is opened, so the next visit removes the old one.
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
