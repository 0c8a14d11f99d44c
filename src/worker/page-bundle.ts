/**
 * Bundles pages for offline use. Pages of one kind differ only in title, language link and content, so a bundle has each
 * shell once and three texts per page. A language has several bundles, each with the next pages in the order of their
 * paths: opening a page reads one of them. `bundlePages` runs in the build, `pageOf` in the service worker.
 *
 * `pageOf` returns a page as it was built, without the head's metadata for other programs (links, cards, JSON-LD).
 */

import type { Locale } from '../i18n/locales.ts';

/** Marks the places of a page's texts in its shell. HTML cannot contain this character. */
const HOLE = '\0';

/** The path of the 404 page in the bundle. */
export const NOT_FOUND = '404.html';

/** Pages of one bundle: a page opens after unpacking so many. */
const BUNDLE_PAGES = 150;

/** A bundle's file, and the first of the paths in it. Sorted by path. */
export type BundleFile = readonly [first: string, file: string];

/** A page: the index of its shell in `shells`, and the texts for the shell's holes. */
type BundledPage = [shell: number, ...texts: string[]];

export type PageBundle = {
  shells: string[];
  /** By path below the base, such as `codes/40001/`; the 404 page is at `NOT_FOUND`. */
  pages: Record<string, BundledPage>;
};

/** From the title to the icon: the metadata for other programs. */
const HEAD = /<title>([\s\S]*?)<\/title>[\s\S]*?(?=<link rel="icon")/;
/** The link to the other language; scripts find it by `data-language`. */
const OTHER_LANGUAGE = /(<a class="plain" href=")([^"]*)("[^>]* data-language>)/;
const MAIN = /(<main [^>]*>)([\s\S]*)(<\/main>)/;

/**
 * Copies a string. A regular expression's match is a view of the whole page and keeps it in memory: without copying, a
 * site ten times as large took 1.8 GB instead of 0.5 GB.
 */
const copy = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

function cut(html: string): { shell: string; texts: string[] } {
  const texts: string[] = [];
  const hole = (text: string) => {
    texts.push(copy(text));
    return HOLE;
  };
  const shell = html
    .replace(HEAD, (_, title: string) => `<title>${hole(title)}</title>`)
    .replace(OTHER_LANGUAGE, (_, before, href, after) => before + hole(href) + after)
    .replace(MAIN, (_, before, content, after) => before + hole(content) + after);
  return { shell, texts };
}

/**
 * Bundles pages.
 * @param pages HTML by path below the base; read one at a time
 * @throws if a page contains the character that marks holes
 * @example bundlePages(new Map([['a/', '…<title>A</title>…']])) // → { shells: ['…<title>\0</title>…'], pages: { 'a/': [0, 'A'] } }
 */
export function bundlePages(pages: Iterable<readonly [path: string, html: string]>): PageBundle {
  const shells = new Map<string, number>();
  const bundled: PageBundle['pages'] = {};
  for (const [path, html] of pages) {
    if (html.includes(HOLE))
      throw new Error(`${path}: a NUL character in the page; it is reserved to mark removed texts`);
    const { shell, texts } = cut(html);
    if (!shells.has(shell)) shells.set(shell, shells.size);
    bundled[path] = [shells.get(shell) ?? 0, ...texts];
  }
  return { shells: [...shells.keys()], pages: bundled };
}

/** Returns the language of a path below the base. @example localeOf('zh/codes/40001/') // → 'zh' */
export const localeOf = (path: string): Locale => (path.startsWith('zh/') ? 'zh' : 'en');

/**
 * Divides pages into bundles of one language. The 404 page, which is for both languages, is in the first of each.
 * @param paths of all pages, below the base
 * @example divide(['404.html', '', 'codes/1/', 'zh/'], 'zh') // → [['404.html', 'zh/']]
 */
export function divide(paths: readonly string[], locale: Locale): string[][] {
  const own = paths.filter((path) => path !== NOT_FOUND && localeOf(path) === locale).sort();
  const bundles: string[][] = [];
  for (let i = 0; i < own.length; i += BUNDLE_PAGES) bundles.push(own.slice(i, i + BUNDLE_PAGES));
  return bundles.map((bundle, i) => (i === 0 ? [NOT_FOUND, ...bundle] : bundle));
}

/** Returns the file that has a path, if any has. The 404 page sorts before every other. */
export const fileOf = (files: readonly BundleFile[], path: string): string | undefined =>
  files.findLast(([first], i) => i === 0 || first <= path)?.[1];

/**
 * Returns a page's HTML; undefined if the bundle does not have it.
 * @example pageOf(bundlePages(pages), 'codes/40001/') // → '<!DOCTYPE html><html lang="en" …'
 */
export function pageOf({ shells, pages }: PageBundle, path: string): string | undefined {
  if (!Object.hasOwn(pages, path)) return undefined;
  const [shell = 0, ...texts] = pages[path] ?? [];
  return shells[shell]?.split(HOLE).reduce((html, piece, i) => html + texts[i - 1] + piece);
}

/**
 * Returns the bundle's path for a requested path, which may lack the trailing slash or end in `index.html`.
 * @param requested below the base, URL-encoded
 * @example bundlePath('codes/40001') // → 'codes/40001/'
 */
export function bundlePath(requested: string): string {
  let path = requested;
  try {
    path = decodeURIComponent(requested);
  } catch {
    // Invalid encoding: no page has such a path.
  }
  path = path.replace(/(^|\/)index\.html$/, '$1');
  return path === '' || path.endsWith('/') || path.endsWith('.html') ? path : `${path}/`;
}
