import type { APIRoute } from 'astro';
import { manifest } from '../../feeds/manifest.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { OFFLINE, SITE_NAME, urls } from '../../site/config.ts';
import { inBothLanguages } from '../../site/static-paths.ts';

export const getStaticPaths = inBothLanguages;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { search, tools } = stringsFor(locale);
  const text = { name: SITE_NAME[locale], shortName: tools.appName, description: search.description };
  return Response.json(manifest(text, locale, urls, OFFLINE));
};
