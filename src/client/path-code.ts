/** Reads the code from a URL that does not exist: old tools, short forms and typing put it into the path or a parameter. */
import type { Locale } from '../i18n/locales.ts';

export type PathCode = { code: string; locale: Locale };

/**
 * @param path the URL's path, under any base
 * @param query the URL's query, with or without `?`
 * @returns the code, known or not, and the language; nothing without a code
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
    // An invalid escape: the path is read as it is.
    segments = path.split('/');
  }
  const candidates = [parameter ?? '', ...segments.reverse()].map((text) => text.normalize('NFKC').trim());
  const code = candidates
    .map((text) => /^#?(-?\d{1,10}|[A-Z][A-Z_]{3,})(?:\.html?|\.md)?$/.exec(text)?.[1])
    .find(Boolean);
  return code ? { code, locale } : undefined;
}
