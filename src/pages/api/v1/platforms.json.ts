import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/index.ts';
import { urls } from '../../../site/config.ts';
import { apiPlatforms } from '../../../site/json.ts';

export const GET: APIRoute = async () => {
  const { entries, platforms, meta } = await catalog();
  return Response.json(apiPlatforms(platforms, entries, meta, urls));
};
