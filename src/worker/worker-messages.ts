/** What a page and the service worker say to each other. */

/** Which data a worker has: the address of its instant file, which is the same only for the same data, and its day. */
export type About = { data: string; date: string };

/** What a page asks a worker; the answer, an `About`, comes through the port it sends along. */
export const ASK_ABOUT = { type: 'ABOUT' } as const;
/** Makes a waiting worker take over; Workbox's own name for it. */
export const TAKE_OVER = { type: 'SKIP_WAITING' } as const;

/**
 * What a page should do about a worker that is ready to take over, or has.
 * - `same`: it has the page's data, or older: nothing to tell.
 * - `newer`: a reload brings other data.
 * @example compare({ data: '/data/a.json', date: '2026-11-22' }, { data: '/data/b.json', date: '2026-12-01' }) // → 'newer'
 */
export function compare(page: About, worker: About): 'same' | 'newer' {
  // Days are YYYY-MM-DD: as texts they are in order. Other data of the same day is a correction.
  return worker.data === page.data || worker.date < page.date ? 'same' : 'newer';
}
