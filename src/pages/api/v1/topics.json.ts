import type { APIRoute } from 'astro';
import { apiTopics } from '../../../api/entries.ts';
import { catalog } from '../../../catalog/collections.ts';
import { urls } from '../../../site/config.ts';

export const GET: APIRoute = async () => {
  const { entries, topics, meta } = await catalog();
  return Response.json(apiTopics(topics, entries, meta, urls));
};
