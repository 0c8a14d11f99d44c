import type { APIRoute } from 'astro';
import { openapi } from '../../../api/openapi.ts';
import { catalog } from '../../../catalog/collections.ts';
import { urls } from '../../../site/config.ts';

/** Indented for human readers. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(openapi(await catalog(), urls), null, 2), {
    headers: { 'Content-Type': 'application/json' },
  });
