/**
 * `_redirects`, the file Cloudflare (Pages, and Workers with static assets) and Netlify read. Where they differ:
 * - Cloudflare follows a redirect although a file is at that address; Netlify answers with the file, unless the status has
 *   a `!` behind it, and Cloudflare leaves out a line with a `!`. Files are there: the pages that lead on, for hosts
 *   without redirects.
 * - Cloudflare compares addresses letter by letter, so there is a line with the slash and one without.
 * Cloudflare reads at most 2,000 lines without `*`, of at most 1,000 characters each.
 */
import type { Platform } from '../../catalog/index.ts';
import { LOCALES } from '../../i18n/locales.ts';
import { redirects } from '../../site/pages.ts';
import type { Urls } from '../../site/urls.ts';

export const MAX_REDIRECTS = 2000;
export const MAX_LINE = 1000;

/**
 * The earlier addresses of platforms, in both languages.
 * @param host who will read it; each has its own form
 * @throws when the file would be larger than Cloudflare reads
 * @example redirectsFile(platforms, urls, 'cloudflare') // → '# …\n/platforms/oa-platform/ /platforms/official-account/ 301\n…'
 */
export function redirectsFile(platforms: readonly Platform[], urls: Urls, host: 'cloudflare' | 'netlify'): string {
  const status = host === 'netlify' ? '301!' : '301';
  const lines = redirects(platforms).flatMap(({ from, to }) =>
    LOCALES.flatMap((locale) => {
      const earlier = urls.page(from, locale);
      return [earlier, earlier.replace(/\/$/, '')].map((path) => `${path} ${urls.page(to, locale)} ${status}`);
    }),
  );
  if (lines.length > MAX_REDIRECTS)
    throw new Error(`_redirects: ${lines.length} lines; Cloudflare reads ${MAX_REDIRECTS}`);
  const long = lines.find((line) => line.length > MAX_LINE);
  if (long) throw new Error(`_redirects: a line of ${long.length} characters; Cloudflare reads ${MAX_LINE}: ${long}`);
  return `# Written by the build from data/platforms.json.\n${lines.join('\n')}\n`;
}
