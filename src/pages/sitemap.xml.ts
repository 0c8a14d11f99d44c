import type { APIRoute } from 'astro';
import { catalog } from '../catalog/collections.ts';
import { sitemap } from '../feeds/sitemap.ts';
import { urls } from '../site/config.ts';

export const GET: APIRoute = async () => new Response(sitemap(await catalog(), urls));
