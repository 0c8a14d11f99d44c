/** What words, logs and rare pages need and a number does not, in a file of its own, fetched when the page is idle. */
export { interpret } from '../../lookup/interpret.ts';
export { showMissingPlatform } from '../missing-platform.ts';
export { fullTextSearch } from './fulltext.ts';
