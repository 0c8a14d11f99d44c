/** What words and logs need and a number does not, in a file of its own, which is fetched when the page is idle. */
export { interpret } from '../../lookup/interpret.ts';
export { fullTextSearch } from './fulltext.ts';
