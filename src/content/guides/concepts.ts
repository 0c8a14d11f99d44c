import type { MarkdownInstance } from 'astro';
import type { Locale } from '../../i18n/locales.ts';

const TEXTS = import.meta.glob<MarkdownInstance<object>>('./*.md', { eager: true });

/** Returns the text of a concept page as a component. @throws if there is none in the language */
export function conceptText(slug: string, locale: Locale): MarkdownInstance<object>['Content'] {
  const text = TEXTS[`./${slug}.${locale}.md`];
  if (!text) throw new Error(`src/content/guides/${slug}.${locale}.md: missing; every concept page has both languages`);
  return text.Content;
}
