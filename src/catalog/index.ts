/** Exports the catalog's types, reader and common queries, usable outside Astro. Pages use `collections.ts`. */
export {
  COMMON,
  type CodeGroup,
  countCodes,
  groupByCode,
  homeOf,
  inTopic,
  isCommonList,
  oftenMet,
  onPlatform,
  titleOf,
} from './questions.ts';
export { type Catalog, readCatalog } from './read.ts';
export { type Change, KINDS, type Release } from './record/history.ts';
export {
  ACTORS,
  BASES,
  CODE_FORM,
  type Column,
  type Entry,
  type Guide,
  MET,
  type Meta,
  type Platform,
  RETRIES,
  SLUG_FORM,
  SOURCE_FORM,
  type Source,
  STATUSES,
  type Topic,
  WORDINGS,
} from './schema.ts';
