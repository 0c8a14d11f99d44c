import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/index.ts';
import { urls } from '../../../site/config.ts';
import { apiSources } from '../../../site/json.ts';

export const GET: APIRoute = async () => {
  const { sources, meta } = await catalog();
  return Response.json(apiSources(sources, meta, urls));
};
