/**
 * Names that the service worker and the search page use to pass on shared text. The text is stored in its own cache
 * until the search page reads it, and never appears in a URL.
 */
export const SHARED_CACHE = 'shared-text';
/** The key in the cache, a path below the base where no file is served. */
export const SHARED_ENTRY = 'share/text';
/** The hash of the search page's URL when shared text is waiting. */
export const SHARED_HASH = '#shared';
