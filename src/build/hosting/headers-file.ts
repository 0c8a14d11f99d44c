/**
 * `_headers`, the file Cloudflare (Pages, and Workers with static assets) and Netlify read. What both ask for:
 * - Cloudflare reads at most 100 rules, and lines of at most 2,000 characters; it leaves out the rest, saying so in the
 *   log of the deployment only. A path has at most one `*`, which matches slashes too. Where several rules give the same
 *   header, it joins the values with commas; `! Name` would take one away, but Netlify does not know that form. Of two
 *   rules with the same path it keeps the last.
 * - Netlify lets the last rule win, and does not tell a path with a slash at its end from one without. So no rule may say
 *   “ends with a slash”.
 * - Both go by the address asked for, not by what is answered: on Cloudflare a missing `.md` gets the 404 page with the
 *   type of Markdown, and a missing file of `_astro` may be kept as missing. Neither product has a form that asks for the
 *   status.
 */
import { RULES, type Rule } from './headers.ts';

export const MAX_RULES = 100;
export const MAX_LINE = 2000;

/**
 * @param root where the site is mounted, with slashes around it, such as `/` or `/docs/errors/`
 * @throws when the file would be larger than Cloudflare reads, or has a path twice, or two `*` in one
 * @example headersFile('/') // → '# …\n/*\n  Content-Security-Policy: frame-ancestors \'none\'\n…'
 */
export function headersFile(root: string, rules: readonly Rule[] = RULES): string {
  const blocks = rules.map(({ path, headers }) =>
    [`${root}${path.slice(1)}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  const text = `# Written by the build from src/build/hosting/headers.ts.\n${blocks.join('\n\n')}\n`;
  const paths = rules.map(({ path }) => path);
  const twice = paths.find((path, i) => paths.indexOf(path) !== i);
  if (twice) throw new Error(`_headers: two rules for ${twice}; Cloudflare keeps the last`);
  const splats = paths.find((path) => path.split('*').length > 2);
  if (splats) throw new Error(`_headers: ${splats} has more than one *; Cloudflare reads one`);
  if (rules.length > MAX_RULES) throw new Error(`_headers: ${rules.length} rules; Cloudflare reads ${MAX_RULES}`);
  const long = text.split('\n').find((line) => line.length > MAX_LINE);
  if (long) throw new Error(`_headers: a line of ${long.length} characters; Cloudflare reads ${MAX_LINE}: ${long}`);
  return text;
}
