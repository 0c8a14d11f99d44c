/**
 * Defines the Content-Security-Policy of every page. Astro writes it as a `<meta>`; `frame-ancestors`, which a `<meta>`
 * cannot set, is in a header. The site needs scripts, data, images and a worker of its own origin, the WebAssembly of
 * the full-text search, and the scripts of `inline-scripts.ts`.
 */
import { createHash } from 'node:crypto';

type Hash = `sha256-${string}`;

/** @example hashOf('') // → 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' */
export const hashOf = (text: string): Hash => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** All directives except `script-src` and `style-src`, which Astro writes. */
export const DIRECTIVES = [
  "default-src 'none'",
  "connect-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  // Text cannot become markup or script. `client/trusted-types.ts` has the only policy, for URLs of our own scripts.
  "require-trusted-types-for 'script'",
  'trusted-types default',
] as const;

export const SCRIPT_SOURCES = ["'self'", "'wasm-unsafe-eval'"];

const META = /<meta http-equiv="content-security-policy"[^>]*>/;
const CHARSET = '<meta charset="utf-8">';

/**
 * Moves the CSP `<meta>` to the top of `<head>`, because it governs only what follows, and removes the hashes of
 * scripts and styles that are not in the page. (Astro lists those of all pages in every page, and those of island
 * scripts, which this site does not use.) A page without a policy is returned unchanged.
 * @throws if a page has a policy but no `<meta charset="utf-8">` to put it after
 * @example tightenCsp("…<meta charset=\"utf-8\">…<meta … 'sha256-a' 'sha256-b'><style>(hashes to a)</style>")
 * // → "…<meta charset=\"utf-8\"><meta … 'sha256-a'>…<style>…"
 */
export function tightenCsp(html: string): string {
  const [meta] = META.exec(html) ?? [];
  if (!meta) return html;
  if (!html.includes(CHARSET)) throw new Error(`no ${CHARSET} in the page to put its Content-Security-Policy after`);
  const inline = html.matchAll(/<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g);
  const present = new Set([...inline].map(([, , text = '']) => hashOf(text)));
  const tight = meta.replace(/ '(sha256-[^']+)'/g, (source, hash: Hash) => (present.has(hash) ? source : ''));
  return html.replace(meta, '').replace(CHARSET, () => CHARSET + tight);
}
