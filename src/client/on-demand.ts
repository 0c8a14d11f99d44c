/**
 * The features that a page fetches when a reader is about to use one: one file, so that it is one request. Features that
 * few readers use are imported from here, in files of their own.
 */
import type { onNewWorker as OnNewWorker } from './offline/update-notice.ts';
import { textReader } from './search/ask.ts';
import { HeaderSearch } from './search/header-search.ts';
import { PageSearch } from './search/page-search.ts';
import type { SearchBox } from './search/search-box.ts';

export { answerNotFound } from './not-found.ts';

/** Makes a `[data-search]` element work. */
export const attachSearch = (box: HTMLElement): SearchBox =>
  box.dataset.search === 'page' ? new PageSearch(box) : new HeaderSearch(box);

export const attachFilter = (box: HTMLElement): Promise<void> =>
  import('./search/table-filter.ts').then(({ attachFilter }) => attachFilter(box));

export const showMissingPlatform = (heading: HTMLElement, slug: string): Promise<void> =>
  textReader().then(({ showMissingPlatform }) => showMissingPlatform(heading, slug));

export const openShare = (button: HTMLElement): Promise<void> =>
  import('./ticket/ticket-panel.ts').then(({ openShare }) => openShare(button));

export const onNewWorker: typeof OnNewWorker = (worker) =>
  import('./offline/update-notice.ts').then(({ onNewWorker }) => onNewWorker(worker));
