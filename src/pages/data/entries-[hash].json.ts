import type { APIRoute, GetStaticPaths } from 'astro';
import { instantFiles } from '../../site/search-data/instant-file.ts';

export const getStaticPaths = (async () => [
  { params: { hash: (await instantFiles()).head.hash } },
]) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response((await instantFiles()).head.text, { headers: { 'Content-Type': 'application/json' } });
