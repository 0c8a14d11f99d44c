import type { APIRoute } from 'astro';
import { codeMarkdown } from '../../api/markdown.ts';
import { catalog } from '../../catalog/collections.ts';
import type { CodeGroup } from '../../catalog/index.ts';
import { urls } from '../../site/config.ts';

export const getStaticPaths = async () =>
  (await catalog()).groups.map((group) => ({ params: { code: group.code }, props: { group } }));

export const GET: APIRoute<{ group: CodeGroup }> = async ({ props: { group } }) =>
  new Response(codeMarkdown(group, await catalog(), urls), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
