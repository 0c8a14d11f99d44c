/**
 * What pages fetch when a reader reaches for it: one file, so that it is one request. What few readers use is behind it,
 * in files of its own.
 */
import type { meet as Meet } from './update.ts';

export { attachMap } from './map.ts';
export { answerNotFound } from './not-found.ts';
export { attachSearch } from './search.ts';
export { attachFilter } from './table-filter.ts';

export const openShare = (button: HTMLElement): Promise<void> =>
  import('./share.ts').then(({ openShare }) => openShare(button));

export const meet: typeof Meet = (worker) => import('./update.ts').then(({ meet }) => meet(worker));
