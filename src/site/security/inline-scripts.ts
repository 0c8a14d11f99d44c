/** The inline scripts of the pages. The Content-Security-Policy allows no others: it has the hashes of these. */

/** Runs before the first paint, so that the other theme does not flash and `.js` elements do not shift the page. */
export const THEME_SCRIPT =
  "document.documentElement.classList.add('js');try{const t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

/**
 * Returns speculation rules that prefetch a page of this site when a reader hovers or touches its link. A code page is
 * a few KB; browsers skip prefetching when Save-Data is on. Not for pages that write the query into their URL: Chromium
 * checks every link again after each URL change, which made a keystroke take 20 times as long.
 * @param root where the site is mounted, with a trailing slash
 * @example speculationRules('/docs/') // → '{"prefetch":[{"where":{"href_matches":"/docs/*\/"},"eagerness":"moderate"}]}'
 */
export const speculationRules = (root: string): string =>
  JSON.stringify({ prefetch: [{ where: { href_matches: `${root}*/` }, eagerness: 'moderate' }] });
