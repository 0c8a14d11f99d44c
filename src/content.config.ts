/** Declares the collections; what they hold is decided in `catalog/`. Only `catalog/index.ts` reads them. */
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { releaseSchema } from './catalog/history.ts';
import { catalogLoader } from './catalog/load.ts';
import { entrySchema, metaSchema, platformSchema, sourceSchema, topicSchema } from './catalog/schema.ts';

/** What `order` the loader adds. */
const ordered = { order: z.number() };

export const collections = {
  entries: defineCollection({
    loader: catalogLoader('entries', ({ entries }) => entries.map((data) => ({ id: data.id, data }))),
    schema: entrySchema.extend(ordered),
  }),
  platforms: defineCollection({
    loader: catalogLoader('platforms', ({ platforms }) => platforms.map((data) => ({ id: data.slug, data }))),
    schema: platformSchema.extend(ordered),
  }),
  topics: defineCollection({
    loader: catalogLoader('topics', ({ topics }) => topics.map((data) => ({ id: data.slug, data }))),
    schema: topicSchema.extend(ordered),
  }),
  sources: defineCollection({
    loader: catalogLoader('sources', ({ sources }) => sources.map((data) => ({ id: data.id, data }))),
    schema: sourceSchema.extend(ordered),
  }),
  meta: defineCollection({
    loader: catalogLoader('meta', ({ meta }) => [{ id: 'meta', data: meta }]),
    schema: metaSchema.extend(ordered),
  }),
  history: defineCollection({
    loader: catalogLoader('history', ({ history }) => history.map((data) => ({ id: data.version, data }))),
    schema: releaseSchema.extend(ordered),
  }),
};
