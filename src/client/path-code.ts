/** Reads the code from an unknown URL: old tools, short forms and readers put it into the path or a parameter. */
import type { Locale } from '../i18n/locales.ts';

export type PathCode = { code: string; locale: Locale };

/**
 * Returns the code in a URL, known or not, and the URL's language; undefined without a code.
 * @param path the URL's path, under any base
 * @param query the URL's query, with or without `?`
 * @example pathCode('/docs/zh/40164', '') // → { code: '40164', locale: 'zh' }
 * @example pathCode('/devtool/query', '?e=60020') // → { code: '60020', locale: 'en' }
 */
export function pathCode(path: string, query: string): PathCode | undefined {
  const locale: Locale = /(?:^|\/)zh(?:\/|$)/.test(path) ? 'zh' : 'en';
  const params = new URLSearchParams(query);
  const parameter = ['e', 'errcode', 'code', 'q'].map((name) => params.get(name)).find(Boolean);
  let segments: string[];
  try {
    segments = decodeURIComponent(path).split('/');
  } catch {
    // Invalid escape: use the path undecoded.
    segments = path.split('/');
  }
  const candidates = [parameter ?? '', ...segments.reverse()].map((text) => text.normalize('NFKC').trim());
  const code = candidates
    .map((text) => /^#?(-?\d{1,10}|[A-Z][A-Z_]{3,})(?:\.html?|\.md)?$/.exec(text)?.[1])
    .find(Boolean);
  return code ? { code, locale } : undefined;
}
