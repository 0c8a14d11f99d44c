/** Writes text as Markdown: escaped, as code, as a link. Also used in the browser, so kept small. */

/**
 * Escapes text so that Markdown shows it unchanged at any position. An underscore between letters or digits has no
 * meaning in CommonMark and is not escaped: `access_token` should stay searchable.
 * @example escapeMarkdown('*access_token* <b> \\u1') // → '\\*access_token\\* \\<b\\> \\\\u1'
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>&|~]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // Many renderers link bare URLs, and would show the backslashes in them.
      .replace(/(https?|ftp)(?=:\/\/)/gi, '$1\\')
      .replace(/www(?=\.)/gi, '$&\\')
      // Headings (also a closing #), lists and heading underlines; the last two only at the start of a line.
      .replace(/(^|\s)#/gm, '$1\\#')
      .replace(/^(\s*)([-+=])/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
  );
}

/**
 * Returns text as a code span, fenced by more backticks than it has in a row.
 * @example codeSpan('a `b`') // → '`` a `b` ``'
 */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // CommonMark strips one space from each side: padding separates backticks from the fence and preserves outer spaces.
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Returns a link. Only URLs with parentheses or spaces get angle brackets, which some parsers do not support. */
export const markdownLink = (text: string, url: string): string =>
  `[${escapeMarkdown(text)}](${/[()\s]/.test(url) ? `<${url}>` : url})`;
