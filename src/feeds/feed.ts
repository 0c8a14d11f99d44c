/** Writes the releases of the data as feeds: a common model, as Atom 1.0 and as JSON Feed 1.1. */
import { type Catalog, KINDS, type Platform, type Release } from '../catalog/index.ts';
import { HTML_LANG, type Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import { FILES, type Page, type Urls } from '../site/urls.ts';
import { element, xmlDocument } from './xml.ts';

type FeedItem = {
  /** Absolute URL of the release on the page of changes; it never changes. */
  url: string;
  title: string;
  /** An RFC 3339 timestamp. */
  updated: string;
  html: string;
};

export type Feed = {
  title: string;
  description: string;
  language: string;
  author: { name: string; url: string };
  /** The page with the same content. */
  page: string;
  atomUrl: string;
  jsonUrl: string;
  updated: string;
  /** Newest first. */
  items: FeedItem[];
};

/** Above this number the changes of one kind are counted, not listed. */
export const LISTED_CHANGES = 100;

/** Returns the anchor of a release on the page of changes. @example releaseAnchor('1.0.0') // → 'v1.0.0' */
export const releaseAnchor = (version: string): string => `v${version}`;

/** Returns the changes of a release by kind, with the count in words; kinds that do not occur are left out. */
export const byKind = ({ changes }: Release, locale: Locale) =>
  KINDS.map((kind) => ({ kind, changes: changes.filter((change) => change.kind === kind) }))
    .filter((group) => group.changes.length > 0)
    .map((group) => ({ ...group, count: stringsFor(locale).changes.counts[group.kind](group.changes.length) }));

type Link = (page: Page, anchor?: string) => string;

/** Returns the reason and the changes by kind, in plain lists. Only the page shows corrections before and after. */
function releaseHtml(release: Release, locale: Locale, platforms: readonly Platform[], link: Link): string {
  const nameOf = new Map(platforms.map(({ slug, name }) => [slug, name[locale]]));
  const items = (changes: Release['changes']) =>
    changes.map(({ code, platform, meaning }) => {
      const linked = element('a', { href: link({ kind: 'code', code }, platform) }, code);
      const text = ` ${nameOf.get(platform) ?? platform}${stringsFor(locale).colon}${meaning[locale]}`;
      return element('li', {}, linked, text);
    });
  const lists = byKind(release, locale).flatMap(({ changes, count }) => [
    element('p', {}, count),
    ...(changes.length > LISTED_CHANGES ? [] : [element('ul', {}, ...items(changes))]),
  ]);
  return [element('p', {}, release.why[locale]), ...lists].map(({ source }) => source).join('\n');
}

/** Feeds need timestamps, but the record has dates. */
const startOf = (day: string) => `${day}T00:00:00Z`;

/**
 * Returns the feed of the releases in one language.
 * @throws if the record has no release; `readCatalog` rejects such a record
 * @example changesFeed(catalog, 'en', urls, 'WeChat Error Codes').items[0]
 *   // → { url: 'https://…/changes/#v1.0.0', title: '1.0.0: 595 added', updated: '2026-11-22T00:00:00Z', html: '<p>…' }
 */
export function changesFeed(
  catalog: Pick<Catalog, 'history' | 'platforms'>,
  locale: Locale,
  urls: Urls,
  siteName: string,
): Feed {
  const { colon, changes } = stringsFor(locale);
  const { title, description, separator } = changes;
  const counts = (release: Release) =>
    byKind(release, locale)
      .map(({ count }) => count)
      .join(separator);
  const link: Link = (page, anchor) => urls.absolutePage(page, locale, anchor);
  const items = catalog.history.toReversed().map((release) => ({
    url: link({ kind: 'changes' }, releaseAnchor(release.version)),
    title: `${release.version}${colon}${counts(release)}`,
    updated: startOf(release.date),
    html: releaseHtml(release, locale, catalog.platforms, link),
  }));
  const newest = items[0];
  if (!newest) throw new Error('the record of changes has no release');
  return {
    title,
    description,
    language: HTML_LANG[locale],
    author: { name: siteName, url: link({ kind: 'home' }) },
    page: link({ kind: 'changes' }),
    atomUrl: urls.absoluteFile(FILES.atom(locale)),
    jsonUrl: urls.absoluteFile(FILES.jsonFeed(locale)),
    updated: newest.updated,
    items,
  };
}

/** Returns the feed as Atom 1.0 (RFC 4287). */
export function atom(feed: Feed): string {
  const { language, author } = feed;
  const entries = feed.items.map(({ url, title, updated, html }) =>
    element(
      'entry',
      {},
      element('id', {}, url),
      element('title', {}, title),
      element('updated', {}, updated),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
      element('content', { type: 'html' }, html),
    ),
  );
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
      element('id', {}, feed.page),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated),
      element('author', {}, element('name', {}, author.name), element('uri', {}, author.url)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.atomUrl }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: feed.page }),
      ...entries,
    ),
  );
}

/** Returns the feed as JSON Feed 1.1. */
export const jsonFeed = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: feed.page,
  feed_url: feed.jsonUrl,
  description: feed.description,
  language: feed.language,
  authors: [feed.author],
  items: feed.items.map(({ url, title, updated, html }) => ({
    id: url,
    url,
    title,
    content_html: html,
    date_published: updated,
    date_modified: updated,
  })),
});
