import type { APIRoute } from 'astro';
import { opensearch } from '../../feeds/opensearch.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { urls } from '../../site/config.ts';
import { inBothLanguages } from '../../site/static-paths.ts';

export const getStaticPaths = inBothLanguages;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { search, tools } = stringsFor(locale);
  return new Response(opensearch({ name: tools.shortName, description: search.description }, locale, urls));
};
