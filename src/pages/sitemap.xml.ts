import type { APIRoute } from 'astro';
import { catalog } from '../catalog/index.ts';
import { urls } from '../site/config.ts';
import { sitemap } from '../site/sitemap.ts';

export const GET: APIRoute = async () => new Response(sitemap(await catalog(), urls));
