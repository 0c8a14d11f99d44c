import type { APIRoute } from 'astro';
import { codeMarkdown } from '../../../api/markdown.ts';
import { catalog } from '../../../catalog/collections.ts';
import type { CodeGroup } from '../../../catalog/index.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { urls } from '../../../site/config.ts';
import { eachInBothLanguages } from '../../../site/static-paths.ts';

export const getStaticPaths = async () =>
  eachInBothLanguages(
    (await catalog()).groups,
    'code',
    ({ code }) => code,
    (group) => ({ group }),
  );

export const GET: APIRoute<{ locale: Locale; group: CodeGroup }> = async ({ props: { locale, group } }) =>
  new Response(codeMarkdown(group, locale, await catalog(), urls), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
