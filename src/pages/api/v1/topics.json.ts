import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/index.ts';
import { urls } from '../../../site/config.ts';
import { apiTopics } from '../../../site/json.ts';

export const GET: APIRoute = async () => {
  const { entries, topics, meta } = await catalog();
  return Response.json(apiTopics(topics, entries, meta, urls));
};
