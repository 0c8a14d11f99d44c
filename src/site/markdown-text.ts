/** Text in Markdown: escaped, as code, as a link. Small, for the browser's scripts use it too. */

/**
 * Text as Markdown that shows exactly this text, wherever in a line or paragraph it stands. An underscore between
 * letters or digits means nothing in CommonMark and stays: `access_token` is to be read, searched and copied.
 * @example escapeMarkdown('*access_token* <b> \\u1') // → '\\*access_token\\* \\<b\\> \\\\u1'
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>&|~]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // Many readers link bare addresses, and show the backslashes within.
      .replace(/(https?|ftp)(?=:\/\/)/gi, '$1\\')
      .replace(/www(?=\.)/gi, '$&\\')
      // A heading, also one that would end in #; a list; a line under a heading; each only where a line begins.
      .replace(/(^|\s)#/gm, '$1\\#')
      .replace(/^(\s*)([-+=])/gm, '$1\\$2')
      .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
  );
}

/**
 * Text as a code span: literal, between more backticks than it has in a row.
 * @example codeSpan('a `b`') // → '`` a `b` ``'
 */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space on each side is taken off again: it keeps a backtick from its fence, and outer spaces from being taken off.
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A link. Only an address with brackets or spaces needs angle brackets; without them more programs read it. */
export const markdownLink = (text: string, url: string): string =>
  `[${escapeMarkdown(text)}](${/[()\s]/.test(url) ? `<${url}>` : url})`;
