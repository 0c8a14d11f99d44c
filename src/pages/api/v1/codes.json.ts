import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/index.ts';
import { urls } from '../../../site/config.ts';
import { apiCodes } from '../../../site/json.ts';

export const GET: APIRoute = async () => {
  const { entries, meta } = await catalog();
  return Response.json(apiCodes(entries, meta, urls));
};
