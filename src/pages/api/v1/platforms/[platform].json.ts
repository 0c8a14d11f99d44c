import type { APIRoute } from 'astro';
import { apiPlatformCodes } from '../../../../api/entries.ts';
import { catalog } from '../../../../catalog/collections.ts';
import type { Platform } from '../../../../catalog/index.ts';
import { urls } from '../../../../site/config.ts';

export const getStaticPaths = async () =>
  (await catalog()).platforms.map((platform) => ({ params: { platform: platform.slug }, props: { platform } }));

export const GET: APIRoute<{ platform: Platform }> = async ({ props: { platform } }) => {
  const { entries, meta } = await catalog();
  return Response.json(apiPlatformCodes(platform, entries, meta, urls));
};
