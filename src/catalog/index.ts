/** Exports the catalog's types, reader and common queries, usable outside Astro. Pages use `collections.ts`. */
export { COMMON, type CodeGroup, countCodes, groupByCode, homeOf, inTopic, onPlatform } from './questions.ts';
export { type Catalog, readCatalog } from './read.ts';
export { type Change, KINDS, type Release } from './record/history.ts';
export {
  CODE_FORM,
  type Column,
  type Entry,
  type Meta,
  type Platform,
  SLUG_FORM,
  type Source,
  type Topic,
} from './schema.ts';
