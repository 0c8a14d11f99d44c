import type { APIRoute } from 'astro';
import { catalog } from '../../../catalog/collections.ts';
import { changesFeed, jsonFeed } from '../../../feeds/feed.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { SITE_NAME, urls } from '../../../site/config.ts';
import { inBothLanguages } from '../../../site/static-paths.ts';

export const getStaticPaths = inBothLanguages;

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) =>
  Response.json(jsonFeed(changesFeed(await catalog(), locale, urls, SITE_NAME[locale])), {
    headers: { 'Content-Type': 'application/feed+json' },
  });
