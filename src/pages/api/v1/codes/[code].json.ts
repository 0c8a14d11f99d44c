import type { APIRoute } from 'astro';
import { apiCode } from '../../../../api/entries.ts';
import { catalog } from '../../../../catalog/collections.ts';
import type { CodeGroup } from '../../../../catalog/index.ts';
import { urls } from '../../../../site/config.ts';

export const getStaticPaths = async () =>
  (await catalog()).groups.map((group) => ({ params: { code: group.code }, props: { group } }));

export const GET: APIRoute<{ group: CodeGroup }> = async ({ props: { group } }) =>
  Response.json(apiCode(group, (await catalog()).meta, urls));
