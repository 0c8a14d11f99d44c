/**
 * The page's one Trusted Types policy: it accepts script URLs of this site only. It creates no HTML and no script text, so
 * no code on the page can. The browser applies it to plain strings: the URLs of Pagefind's worker and of the service worker.
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
