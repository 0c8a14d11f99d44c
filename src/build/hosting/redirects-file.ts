/**
 * `_redirects`, the file Cloudflare (Pages, and Workers with static assets) and Netlify read. Differences between them:
 * - Cloudflare follows a redirect even where a file exists. Netlify sends the file unless the status ends with `!`, and
 *   Cloudflare ignores lines with a `!`. Files exist: Astro writes a page with a meta refresh for each redirect.
 * - Cloudflare compares URLs exactly, so each redirect has one line with the trailing slash and one without.
 * Cloudflare reads at most 2,000 lines without `*`, of at most 1,000 characters each.
 */
import type { Platform } from '../../catalog/index.ts';
import { redirects } from '../../site/pages.ts';

export const MAX_REDIRECTS = 2000;
export const MAX_LINE = 1000;

/**
 * Returns the redirects from former platform URLs, in both languages.
 * @param root where the site is mounted, with a slash at both ends
 * @param host which host will read the file
 * @throws when the file exceeds Cloudflare's limits
 * @example redirectsFile(platforms, '/', 'cloudflare') // → '# …\n/platforms/oa-platform/ /platforms/official-account/ 301\n…'
 */
export function redirectsFile(platforms: readonly Platform[], root: string, host: 'cloudflare' | 'netlify'): string {
  const status = host === 'netlify' ? '301!' : '301';
  const lines = redirects(platforms).flatMap(({ from, to }) =>
    [from, from.replace(/\/$/, '')].map((path) => `${root}${path} ${root}${to} ${status}`),
  );
  if (lines.length > MAX_REDIRECTS)
    throw new Error(`_redirects: ${lines.length} lines; Cloudflare reads ${MAX_REDIRECTS}`);
  const long = lines.find((line) => line.length > MAX_LINE);
  if (long) throw new Error(`_redirects: a line of ${long.length} characters; Cloudflare reads ${MAX_LINE}: ${long}`);
  return `# Written by the build from data/platforms.json.\n${lines.join('\n')}\n`;
}
