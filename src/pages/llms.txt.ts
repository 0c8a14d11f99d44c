import type { APIRoute } from 'astro';
import { catalog } from '../catalog/index.ts';
import { urls } from '../site/config.ts';
import { llmsText } from '../site/llms.ts';

export const GET: APIRoute = async () =>
  new Response(llmsText(await catalog(), urls), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
