/**
 * Names the service worker and the search page agree on for handing over shared text: it waits in a
 * cache of its own for the one page that takes it, and never is in an address.
 */
export const SHARED_CACHE = 'shared-text';
/** Where in the cache, below the base; nothing is served there. */
export const SHARED_ENTRY = 'share/text';
/** What the search page's address ends with when there is something to take. */
export const SHARED_HASH = '#shared';
