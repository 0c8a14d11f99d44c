import type { APIRoute } from 'astro';
import { apiPlatforms } from '../../../api/entries.ts';
import { catalog } from '../../../catalog/collections.ts';
import { urls } from '../../../site/config.ts';

export const GET: APIRoute = async () => {
  const { entries, platforms, meta } = await catalog();
  return Response.json(apiPlatforms(platforms, entries, meta, urls));
};
