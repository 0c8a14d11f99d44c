import type { APIRoute } from 'astro';
import { apiSchema } from '../../../api/schema.ts';
import { urls } from '../../../site/config.ts';
import { FILES } from '../../../site/urls.ts';

/** Indented for human readers. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(apiSchema(urls.absoluteFile(FILES.schema)), null, 2), {
    headers: { 'Content-Type': 'application/schema+json' },
  });
