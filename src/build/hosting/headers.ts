/** Which headers go with which path: the one list. `_headers` and the nginx configuration are written from it. */
import { LOCALES } from '../../i18n/locales.ts';
import { SECURITY_HEADERS } from '../../site/security/security-headers.ts';
import { FILES, WORKER } from '../../site/urls.ts';

export type Headers = Readonly<Record<string, string>>;

/**
 * `path` begins with a slash, below the base; one `*` in it stands for any characters, slashes too. Every rule that
 * matches counts, but no two of them may give one path the same header: Cloudflare would join the values, Netlify take
 * the last one.
 */
export type Rule = { path: string; headers: Headers };

/** The name changes with the content, so what is behind it never does. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/**
 * What carries facts. A correction must be seen soon, and a page must not outlive for long the scripts of its build;
 * still nobody asks again while reading on.
 */
const SHORT = 'public, max-age=300';
/** Pictures: large, asked for by chat tools, and a stale one does no harm. */
const DAY = 'public, max-age=86400';
/** Kept, but asked for anew each time: it says which version is the newest. */
const ASK = 'no-cache';

const cache = (value: string): Headers => ({ 'Cache-Control': value });
const type = (value: string): Headers => ({ 'Content-Type': value });
const OPENSEARCH = 'application/opensearchdescription+xml';
/** Scripts on other sites may read it. */
const OPEN: Headers = { 'Access-Control-Allow-Origin': '*' };

/**
 * Folders have rules of their own instead of one for all pages: no pattern that both products read the same way matches
 * addresses with a slash at their end and nothing else.
 */
export const RULES: readonly Rule[] = [
  { path: '/*', headers: SECURITY_HEADERS },

  { path: '/_astro/*', headers: cache(FOR_EVER) },
  { path: '/data/*', headers: cache(FOR_EVER) },
  { path: '/pagefind/*', headers: cache(FOR_EVER) },
  { path: `/${WORKER}`, headers: cache(ASK) },

  { path: '/', headers: cache(SHORT) },
  ...['about', 'changes', 'codes', 'guides', 'platforms', 'search', 'topics', 'zh'].map((folder) => ({
    path: `/${folder}/*`,
    headers: cache(SHORT),
  })),
  ...['404.html', FILES.robots, FILES.sitemap].map((file) => ({ path: `/${file}`, headers: cache(SHORT) })),
  { path: `/${FILES.llms}`, headers: { ...cache(SHORT), ...OPEN } },
  // The Chinese versions are below /zh/.
  { path: `/${FILES.manifest('en')}`, headers: cache(SHORT) },
  { path: `/${FILES.opensearch('en')}`, headers: { ...cache(SHORT), ...type(OPENSEARCH) } },
  { path: `/${FILES.opensearch('zh')}`, headers: type(OPENSEARCH) },
  { path: '/api/*', headers: { ...cache(SHORT), ...OPEN } },

  { path: '/cards/*', headers: cache(DAY) },
  { path: '/icons/*', headers: cache(DAY) },
  { path: `/${FILES.favicon}`, headers: cache(DAY) },

  { path: '/*.md', headers: { ...type('text/markdown; charset=utf-8'), ...OPEN } },
  { path: '/*.txt', headers: type('text/plain; charset=utf-8') },
  { path: '/*.csv', headers: type('text/csv; charset=utf-8') },
  { path: '/*.webmanifest', headers: type('application/manifest+json') },
  ...LOCALES.flatMap((locale) => [
    { path: `/${FILES.atom(locale)}`, headers: { ...type('application/atom+xml'), ...OPEN } },
    { path: `/${FILES.jsonFeed(locale)}`, headers: { ...type('application/feed+json'), ...OPEN } },
  ]),
];

const matcher = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace('*', '.*')}$`, 's');

const MATCHERS = RULES.map(({ path, headers }) => ({ matches: matcher(path), headers }));

/**
 * All headers of one path.
 * @param path below the base, with a slash in front
 * @throws when two rules give the same header
 * @example headersFor('/_astro/app.Ab1.js') // → { 'Content-Security-Policy': …, 'Cache-Control': 'public, max-age=31536000, immutable' }
 */
export function headersFor(path: string): Headers {
  const found: Record<string, string> = {};
  for (const { matches, headers } of MATCHERS) {
    if (!matches.test(path)) continue;
    for (const [name, value] of Object.entries(headers)) {
      if (name in found) throw new Error(`two rules of src/build/hosting/headers.ts give ${path} the header ${name}`);
      found[name] = value;
    }
  }
  return found;
}
