/**
 * Bundles all pages in one file for offline use. Pages of one kind differ only in title, language link and content, so
 * the file has each shell once and three texts per page: 1,240 pages in 170 KB (Brotli) instead of 7 MB. `bundlePages`
 * runs in the build, `pageOf` in the service worker.
 *
 * `pageOf` returns a page as it was built, without the head's metadata for other programs (links, cards, JSON-LD).
 */

/** Marks the places of a page's texts in its shell. HTML cannot contain this character. */
const HOLE = '\0';

/** The path of the 404 page in the bundle. */
export const NOT_FOUND = '404.html';

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
