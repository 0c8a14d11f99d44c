/** Takes the text that was shared to the installed app. The service worker stores it for the search page. */
import { SHARED_CACHE, SHARED_ENTRY, SHARED_HASH } from '../../worker/share-cache.ts';
import { urls } from '../page-settings.ts';

/** Returns the text and deletes it; nothing when there is none, or where storage is denied. */
export async function takeShared(): Promise<string | undefined> {
  if (location.hash !== SHARED_HASH) return undefined;
  // A reload must not take it again.
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    const cache = await caches.open(SHARED_CACHE);
    const entry = urls.file(SHARED_ENTRY);
    const shared = await cache.match(entry);
    await cache.delete(entry);
    return await shared?.text();
  } catch {
    return undefined;
  }
}
