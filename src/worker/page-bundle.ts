/**
 * All pages in one file, for use without a network. Pages of one kind share everything but their title, the link to the
 * other language and their content, so the file holds each such shell once and three texts a page: 1,240 pages in
 * 170 KB (brotli) instead of 7 MB. `keepPages` runs in the build, `pageOf` in the service worker.
 *
 * A page comes back as it was built, except for what its head tells other programs (addresses, cards, structured data).
 */

/** Stands in a shell where a text of the page belongs. No HTML has this character. */
const HOLE = '\0';

/** Where the page for unknown addresses is kept. */
export const NOT_FOUND = '404.html';

/** A page: the place of its shell in `shells`, and what goes into the shell's holes. */
type Kept = [shell: number, ...texts: string[]];

export type KeptPages = {
  shells: string[];
  /** By path below the base, such as `codes/40001/`; the page for unknown addresses at `NOT_FOUND`. */
  pages: Record<string, Kept>;
};

/** From the title to the icon: what `<head>` tells other programs. */
const HEAD = /<title>([\s\S]*?)<\/title>[\s\S]*?(?=<link rel="icon")/;
/** The other language's page; the attribute after it is the script's sign for it. */
const OTHER_LANGUAGE = /(<a class="plain" href=")([^"]*)("[^>]* data-language>)/;
const MAIN = /(<main [^>]*>)([\s\S]*)(<\/main>)/;

/**
 * The text on its own. What a search returns is a view of the whole page, which would stay in memory for as long as the
 * text does: a site ten times this one took 1.8 GB, and takes 0.5 GB so.
 */
const apart = (text: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

function cut(html: string): { shell: string; texts: string[] } {
  const texts: string[] = [];
  const hole = (text: string) => {
    texts.push(apart(text));
    return HOLE;
  };
  const shell = html
    .replace(HEAD, (_, title: string) => `<title>${hole(title)}</title>`)
    .replace(OTHER_LANGUAGE, (_, before, href, after) => before + hole(href) + after)
    .replace(MAIN, (_, before, content, after) => before + hole(content) + after);
  return { shell, texts };
}

/**
 * @param pages HTML by path below the base; each page is looked at once and not kept
 * @throws when a page contains the character that marks holes
 * @example keepPages(new Map([['a/', '…<title>A</title>…']])) // → { shells: ['…<title>\0</title>…'], pages: { 'a/': [0, 'A'] } }
 */
export function keepPages(pages: Iterable<readonly [path: string, html: string]>): KeptPages {
  const shells = new Map<string, number>();
  const kept: KeptPages['pages'] = {};
  for (const [path, html] of pages) {
    if (html.includes(HOLE))
      throw new Error(`${path}: a NUL character in the page; it marks where a text was taken out`);
    const { shell, texts } = cut(html);
    if (!shells.has(shell)) shells.set(shell, shells.size);
    kept[path] = [shells.get(shell) ?? 0, ...texts];
  }
  return { shells: [...shells.keys()], pages: kept };
}

/**
 * @returns the page's HTML; nothing when there is no such page
 * @example pageOf(keepPages(pages), 'codes/40001/') // → '<!DOCTYPE html><html lang="en" …'
 */
export function pageOf({ shells, pages }: KeptPages, path: string): string | undefined {
  if (!Object.hasOwn(pages, path)) return undefined;
  const [shell = 0, ...texts] = pages[path] ?? [];
  return shells[shell]?.split(HOLE).reduce((html, piece, i) => html + texts[i - 1] + piece);
}

/**
 * The path a page is kept under, of the path it is asked for: without a slash at its end, or with `index.html`, it is
 * the same page.
 * @param asked below the base, as it stands in an address
 * @example pathOfKept('codes/40001') // → 'codes/40001/'
 */
export function pathOfKept(asked: string): string {
  let path = asked;
  try {
    path = decodeURIComponent(asked);
  } catch {
    // Not an encoding: then it is no page of ours either.
  }
  path = path.replace(/(^|\/)index\.html$/, '$1');
  return path === '' || path.endsWith('/') || path.endsWith('.html') ? path : `${path}/`;
}
