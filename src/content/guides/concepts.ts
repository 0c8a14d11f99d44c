import type { MarkdownInstance } from 'astro';
import type { Locale } from '../../i18n/locales.ts';
import { CONCEPTS } from '../../site/pages.ts';

type Text = MarkdownInstance<{
  title: string;
  description: string;
  /** Codes whose pages link here, separated by spaces; in the English text. */
  codes?: string;
}>;
const TEXTS = import.meta.glob<Text>('./*.md', { eager: true });

/** Returns the text of a concept page. @throws if there is none in the language */
export function conceptText(slug: string, locale: Locale): Text {
  const text = TEXTS[`./${slug}.${locale}.md`];
  if (!text) throw new Error(`src/content/guides/${slug}.${locale}.md: missing; every concept page has both languages`);
  return text;
}

/** Returns the concept pages that explain a code. @example conceptsFor('40001') // → ['access-token'] */
export const conceptsFor = (code: string): string[] =>
  CONCEPTS.filter((slug) => conceptText(slug, 'en').frontmatter.codes?.split(' ').includes(code));
