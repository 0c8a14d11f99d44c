/** What stands in `<head>`, as data: a pure function of the page, rendered by `components/Head.astro`. */
import { HTML_LANG, LOCALES, type Locale, OG_LOCALE, otherLocale } from '../i18n/locales.ts';
import type { Page, Urls } from './urls.ts';

export type HeadTag = { tag: 'title'; text: string } | { tag: 'meta' | 'link'; attrs: Record<string, string> };

export type HeadInput = {
  title: string;
  description: string;
  /** The page in both languages; absent for a page without an address of its own, such as 404. */
  page?: Page;
  locale: Locale;
  siteName: string;
  urls: Urls;
};

const meta = (attrs: Record<string, string>): HeadTag => ({ tag: 'meta', attrs });
const link = (attrs: Record<string, string>): HeadTag => ({ tag: 'link', attrs });

/** Search engines and chat tools cut long descriptions anyway; this cuts at a word and says so. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.replace(/[\s\p{P}][^\s\p{P}]*$/u, '') || cut}…`;
}

/**
 * Exactly one title and description; and for a page with an address one canonical, its languages, and Open Graph.
 * @example headTags({ title: '40001 …', page: { kind: 'code', code: '40001' }, locale: 'en', … })[0] // → { tag: 'title', text: '40001 …' }
 */
export function headTags({ title, description, page, locale, siteName, urls }: HeadInput): HeadTag[] {
  const tags: HeadTag[] = [{ tag: 'title', text: title }, meta({ name: 'description', content: description })];
  if (!page) return [...tags, meta({ name: 'robots', content: 'noindex' })];
  const canonical = urls.absolutePage(page, locale);
  return [
    ...tags,
    // A search page is an entrance for people; its results are pages of their own.
    ...(page.kind === 'search' ? [meta({ name: 'robots', content: 'noindex, follow' })] : []),
    link({ rel: 'canonical', href: canonical }),
    ...LOCALES.map((each) =>
      link({ rel: 'alternate', hreflang: HTML_LANG[each], href: urls.absolutePage(page, each) }),
    ),
    link({ rel: 'alternate', hreflang: 'x-default', href: urls.absolutePage(page, 'en') }),
    meta({ property: 'og:type', content: 'website' }),
    meta({ property: 'og:site_name', content: siteName }),
    meta({ property: 'og:title', content: title }),
    meta({ property: 'og:description', content: description }),
    meta({ property: 'og:url', content: canonical }),
    meta({ property: 'og:locale', content: OG_LOCALE[locale] }),
    meta({ property: 'og:locale:alternate', content: OG_LOCALE[otherLocale(locale)] }),
    meta({ name: 'twitter:card', content: 'summary' }),
  ];
}
