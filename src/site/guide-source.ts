import { SOURCE_FORM } from '../catalog/index.ts';

/**
 * Returns the URL of what a guide rests on, or undefined if it has none.
 * @param at a page's URL without or with `https://`, or a repository's file or thread on GitHub
 * @example guideSourceUrl('binarywang/WxJava#12') // → 'https://github.com/binarywang/WxJava/issues/12'
 */
export function guideSourceUrl(at: string): string | undefined {
  const { repository, thread, file, page } = SOURCE_FORM.exec(at)?.groups ?? {};
  if (thread) return `https://github.com/${repository}/issues/${thread}`;
  if (file) return encodeURI(`https://github.com/${repository}/blob/HEAD/${file}`);
  return page === undefined || /^https?:/.test(page) ? page : `https://${page}`;
}
