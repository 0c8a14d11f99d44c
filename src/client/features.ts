/** What pages fetch when a reader reaches for it: one file, so that it is one request. */

export { attachMap } from './map.ts';
export { answerNotFound } from './not-found.ts';
export { attachSearch } from './search.ts';
export { openShare } from './share.ts';
export { attachFilter } from './table-filter.ts';
export { meet } from './update.ts';
