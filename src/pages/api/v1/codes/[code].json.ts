import type { APIRoute } from 'astro';
import { type CodeGroup, catalog } from '../../../../catalog/index.ts';
import { urls } from '../../../../site/config.ts';
import { apiCode } from '../../../../site/json.ts';

export const getStaticPaths = async () =>
  (await catalog()).groups.map((group) => ({ params: { code: group.code }, props: { group } }));

export const GET: APIRoute<{ group: CodeGroup }> = async ({ props: { group } }) =>
  Response.json(apiCode(group, (await catalog()).meta, urls));
