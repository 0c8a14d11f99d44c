/**
 * What pages fetch when a reader reaches for it: one file, so that it is one request. What few readers use is behind it,
 * in files of its own.
 */
import type { onNewWorker as OnNewWorker } from './offline/update-notice.ts';

export { answerNotFound } from './not-found.ts';
export { attachMap } from './number-map.ts';
export { attachSearch } from './search/search.ts';
export { attachFilter } from './search/table-filter.ts';

export const openShare = (button: HTMLElement): Promise<void> =>
  import('./ticket/ticket-panel.ts').then(({ openShare }) => openShare(button));

export const onNewWorker: typeof OnNewWorker = (worker) =>
  import('./offline/update-notice.ts').then(({ onNewWorker }) => onNewWorker(worker));
