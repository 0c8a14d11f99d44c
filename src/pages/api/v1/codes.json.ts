import type { APIRoute } from 'astro';
import { apiCodes } from '../../../api/entries.ts';
import { catalog } from '../../../catalog/collections.ts';
import { urls } from '../../../site/config.ts';

export const GET: APIRoute = async () => {
  const { entries, meta } = await catalog();
  return Response.json(apiCodes(entries, meta, urls));
};
