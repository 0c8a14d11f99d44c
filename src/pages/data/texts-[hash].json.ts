import type { APIRoute, GetStaticPaths } from 'astro';
import { instantFiles } from '../../site/search-data/instant-file.ts';

export const getStaticPaths = (async () => {
  const { parts, guides } = await instantFiles();
  return [...parts, guides].map(({ hash, text }) => ({ params: { hash }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'application/json' } });
