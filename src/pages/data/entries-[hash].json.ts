import type { APIRoute, GetStaticPaths } from 'astro';
import { instantFile } from '../../site/search-data/instant-file.ts';

export const getStaticPaths = (async () => [{ params: { hash: (await instantFile()).hash } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response((await instantFile()).text, { headers: { 'Content-Type': 'application/json' } });
