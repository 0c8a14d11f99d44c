/** Text shared to the installed app: the service worker has put it aside, the search page takes it. */
import { SHARED_CACHE, SHARED_ENTRY, SHARED_HASH } from '../../worker/share-cache.ts';
import { urls } from '../page-settings.ts';

/** The text, once: it is deleted as it is read. Nothing when none waits, or where storage is denied. */
export async function takeShared(): Promise<string | undefined> {
  if (location.hash !== SHARED_HASH) return undefined;
  // A reload must not look for it again.
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
