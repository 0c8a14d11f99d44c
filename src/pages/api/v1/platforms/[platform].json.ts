import type { APIRoute } from 'astro';
import { catalog, type Platform } from '../../../../catalog/index.ts';
import { urls } from '../../../../site/config.ts';
import { apiPlatformCodes } from '../../../../site/json.ts';

export const getStaticPaths = async () =>
  (await catalog()).platforms.map((platform) => ({ params: { platform: platform.slug }, props: { platform } }));

export const GET: APIRoute<{ platform: Platform }> = async ({ props: { platform } }) => {
  const { entries, meta } = await catalog();
  return Response.json(apiPlatformCodes(platform, entries, meta, urls));
};
