/** Returns the tags of `<head>` as data, which `components/Head.astro` renders. Pure. */
import { HTML_LANG, LOCALES, type Locale, OG_LOCALE, otherLocale } from '../../i18n/locales.ts';
import { CARD_SIZE } from '../settings.ts';
import { FILES, type Page, type Urls } from '../urls.ts';
import type { HeadCard } from './card.ts';
import { jsonLd, type Node } from './structured-data.ts';

export type HeadTag =
  | { tag: 'title'; text: string }
  | { tag: 'meta' | 'link'; attrs: Record<string, string> }
  | { tag: 'json-ld'; text: string };

export type HeadInput = {
  title: string;
  description: string;
  /** The page in both languages; absent for a page without its own URL, such as 404. */
  page?: Page;
  locale: Locale;
  siteName: string;
  urls: Urls;
  /** The social card; absent if the build draws none. */
  card?: HeadCard | undefined;
  /** Nodes of the page's JSON-LD; without them it has none. */
  structuredData?: readonly Node[];
};

const meta = (attrs: Record<string, string>): HeadTag => ({ tag: 'meta', attrs });
const link = (attrs: Record<string, string>): HeadTag => ({ tag: 'link', attrs });

/** Shortens text to `max` characters, at a word and with an ellipsis. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.replace(/[\s\p{P}][^\s\p{P}]*$/u, '') || cut}…`;
}

/** Returns links to other formats of the page, the search description, the manifest and the feeds. */
function discovery(page: Page, locale: Locale, siteName: string, urls: Urls): HeadTag[] {
  const alternate = (type: string, file: string, title?: string) =>
    link({ rel: 'alternate', type, ...(title ? { title } : {}), href: urls.file(file) });
  const app = [
    link({ rel: 'manifest', href: urls.file(FILES.manifest(locale)) }),
    link({ rel: 'apple-touch-icon', href: urls.file(FILES.icon('apple-touch-icon')) }),
  ];
  const feeds = [
    alternate('application/atom+xml', FILES.atom(locale), siteName),
    alternate('application/feed+json', FILES.jsonFeed(locale), siteName),
  ];
  const search = link({
    rel: 'search',
    type: 'application/opensearchdescription+xml',
    title: siteName,
    href: urls.file(FILES.opensearch(locale)),
  });
  switch (page.kind) {
    case 'code':
      return [
        search,
        alternate('text/markdown', FILES.markdown(page.code)),
        alternate('application/json', FILES.code(page.code)),
      ];
    case 'home':
      return [search, ...app, ...feeds];
    // The manifest costs a request, so only pages that offer installation link it.
    case 'search':
    case 'tools':
      return [search, ...app];
    case 'changes':
      return [search, ...feeds];
    default:
      return [search];
  }
}

const cardTags = ({ file, alt }: HeadCard, urls: Urls): HeadTag[] => [
  meta({ property: 'og:image', content: urls.absoluteFile(file) }),
  meta({ property: 'og:image:width', content: String(CARD_SIZE.width) }),
  meta({ property: 'og:image:height', content: String(CARD_SIZE.height) }),
  meta({ property: 'og:image:alt', content: alt }),
];

/**
 * Returns one title and description and, for a page with a URL, one canonical link, its languages, related files and
 * Open Graph tags.
 * @example headTags({ title: '40001 …', page: { kind: 'code', code: '40001' }, locale: 'en', … })[0] // → { tag: 'title', text: '40001 …' }
 */
export function headTags(input: HeadInput): HeadTag[] {
  const { title, description, page, locale, siteName, urls, card, structuredData = [] } = input;
  const tags: HeadTag[] = [{ tag: 'title', text: title }, meta({ name: 'description', content: description })];
  if (!page) return [...tags, meta({ name: 'robots', content: 'noindex' })];
  const canonical = urls.absolutePage(page, locale);
  return [
    ...tags,
    // Search pages are not indexed: their results are pages of their own.
    ...(page.kind === 'search' ? [meta({ name: 'robots', content: 'noindex, follow' })] : []),
    link({ rel: 'canonical', href: canonical }),
    ...LOCALES.map((each) =>
      link({ rel: 'alternate', hreflang: HTML_LANG[each], href: urls.absolutePage(page, each) }),
    ),
    link({ rel: 'alternate', hreflang: 'x-default', href: urls.absolutePage(page, 'en') }),
    ...discovery(page, locale, siteName, urls),
    meta({ property: 'og:type', content: page.kind === 'code' ? 'article' : 'website' }),
    meta({ property: 'og:site_name', content: siteName }),
    meta({ property: 'og:title', content: title }),
    meta({ property: 'og:description', content: description }),
    meta({ property: 'og:url', content: canonical }),
    meta({ property: 'og:locale', content: OG_LOCALE[locale] }),
    meta({ property: 'og:locale:alternate', content: OG_LOCALE[otherLocale(locale)] }),
    ...(card ? cardTags(card, urls) : []),
    meta({ name: 'twitter:card', content: card ? 'summary_large_image' : 'summary' }),
    ...(structuredData.length ? [{ tag: 'json-ld', text: jsonLd(structuredData) } as const] : []),
  ];
}
