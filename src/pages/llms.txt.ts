import type { APIRoute } from 'astro';
import { llmsText } from '../api/llms.ts';
import { catalog } from '../catalog/collections.ts';
import { urls } from '../site/config.ts';

export const GET: APIRoute = async () =>
  new Response(llmsText(await catalog(), urls), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
