import type { APIRoute } from 'astro';
import { apiSources } from '../../../api/entries.ts';
import { catalog } from '../../../catalog/collections.ts';
import { urls } from '../../../site/config.ts';

export const GET: APIRoute = async () => {
  const { sources, meta } = await catalog();
  return Response.json(apiSources(sources, meta, urls));
};
