/**
 * The page's one Trusted Types policy: addresses of scripts may be those of this site. It makes no markup and no script
 * of a text, so nothing can. The browser asks it where code hands over a plain text: for Pagefind's worker and for the
 * service worker.
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
