/**
 * The page's only Trusted Types policy: script URLs must be of this site. It creates neither HTML nor scripts from
 * text, so no code can. The browser applies it to plain strings: for Pagefind's worker and for the service worker.
 */
type Policies = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown };

const policies = (window as { trustedTypes?: Policies }).trustedTypes;

policies?.createPolicy('default', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError(`Not a script of this site: ${url}`);
    return url;
  },
});

export {};
