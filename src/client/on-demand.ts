/**
 * Features that pages fetch when a reader starts to use them: one file, so that it is one request. Rarely used features
 * are in separate files.
 */
import type { onNewWorker as OnNewWorker } from './offline/update-notice.ts';

export { answerNotFound } from './not-found.ts';
export { attachMap } from './number-map.ts';
export { attachSearch } from './search/search.ts';
export { attachFilter } from './search/table-filter.ts';

export const openTicketPanel = (button: HTMLElement): Promise<void> =>
  import('./ticket/ticket-panel.ts').then(({ openTicketPanel }) => openTicketPanel(button));

export const onNewWorker: typeof OnNewWorker = (worker) =>
  import('./offline/update-notice.ts').then(({ onNewWorker }) => onNewWorker(worker));
