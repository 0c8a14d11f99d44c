/** The scripts that stand in the pages themselves. The Content-Security-Policy allows these texts by hash and no other. */

/** Before the first paint, so that a chosen theme never flashes the other, and what needs scripts has its place from the start. */
export const THEME_SCRIPT =
  "document.documentElement.classList.add('js');try{const t=localStorage.getItem('theme');if(t)document.documentElement.dataset.theme=t}catch{}";

/**
 * Tells the browser to fetch a page of ours when a reader is about to follow its link (rests on it, touches it), so that
 * it stands at once. A code page is a few KB; browsers leave it when data is to be saved. Not for pages that write what
 * is typed into their address: after each change of it Chromium holds every link against the rule anew, and a key took
 * 20 times as long.
 * @param root where the site is mounted, with a slash at its end
 * @example speculationRules('/docs/') // → '{"prefetch":[{"where":{"href_matches":"/docs/*\/"},"eagerness":"moderate"}]}'
 */
export const speculationRules = (root: string): string =>
  JSON.stringify({ prefetch: [{ where: { href_matches: `${root}*/` }, eagerness: 'moderate' }] });
