/**
 * Returns the URL of what a guide rests on, or undefined if it has none.
 * @param at a page's URL without or with `https://`, or a repository's file or thread on GitHub
 * @example guideSourceUrl('binarywang/WxJava#12') // → 'https://github.com/binarywang/WxJava/issues/12'
 */
export function guideSourceUrl(at: string): string | undefined {
  const thread = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(at);
  if (thread) return `https://github.com/${thread[1]}/issues/${thread[2]}`;
  const file = /^([\w.-]+\/[\w.-]+):(\S.*)$/.exec(at);
  if (file) return encodeURI(`https://github.com/${file[1]}/blob/HEAD/${file[2]}`);
  if (!/^(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S*$/.test(at)) return undefined;
  return /^https?:/.test(at) ? at : `https://${at}`;
}
