/** Reads text shared to the installed app, which the service worker has stored for the search page. */
import { SHARED_CACHE, SHARED_ENTRY, SHARED_HASH } from '../../worker/share-cache.ts';
import { urls } from '../page-settings.ts';

/** Returns the shared text and deletes it; undefined if there is none or storage is denied. */
export async function takeShared(): Promise<string | undefined> {
  if (location.hash !== SHARED_HASH) return undefined;
  // A reload must not look for the text again.
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    const cache = await caches.open(SHARED_CACHE);
    const entry = urls.file(SHARED_ENTRY);
    const waiting = await cache.match(entry);
    await cache.delete(entry);
    return await waiting?.text();
  } catch {
    return undefined;
  }
}
