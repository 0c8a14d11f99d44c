/** Messages between pages and the service worker. */

/** A worker's data: the URL of its instant file, which contains a hash of the data, and the data's date. */
export type About = { data: string; date: string };

/** Asks a worker about its data. The reply, an `About`, comes through the port sent along. */
export const ASK_ABOUT = { type: 'ABOUT' } as const;
/** Asks a worker to keep the pages of both languages. The reply, whether it could, comes through the port sent along. */
export const KEEP_BOTH = { type: 'KEEP_BOTH' } as const;
/** Makes a waiting worker take over. Workbox defines the type. */
export const TAKE_OVER = { type: 'SKIP_WAITING' } as const;

/**
 * Compares a page's data with that of a worker which is ready to take over or has taken over.
 * - `same`: the worker has the same or older data.
 * - `newer`: a reload shows other data.
 * @example compare({ data: '/data/a.json', date: '2026-11-22' }, { data: '/data/b.json', date: '2026-12-01' }) // → 'newer'
 */
export function compare(page: About, worker: About): 'same' | 'newer' {
  // Dates are YYYY-MM-DD, so strings compare correctly. Other data of the same date is a correction.
  return worker.data === page.data || worker.date < page.date ? 'same' : 'newer';
}
