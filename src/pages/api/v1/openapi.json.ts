import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/index.ts';
import { urls } from '../../../site/config.ts';
import { openapi } from '../../../site/openapi.ts';

/** Indented: people read it too. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(openapi(await catalog(), urls), null, 2), {
    headers: { 'Content-Type': 'application/json' },
  });
