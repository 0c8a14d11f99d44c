/** Writes XML 1.0, and HTML whose elements all have content: the two are written alike. */

/** Text that is markup already. Only `element` makes it, so nothing is escaped twice and nothing by accident not at all. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** Left out when it is nothing: so a child can hang on a condition. */
export type Child = string | Markup | undefined | false;

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** All that XML 1.0 has no place for, not even as a reference: control characters, lone halves of surrogate pairs. */
const NOT_ALLOWED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** @example escapeXml('a < b\u0000') // → 'a &lt; b' */
export const escapeXml = (text: string): string =>
  text
    .replace(NOT_ALLOWED, '')
    .replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character)
    // A parser would make a line feed of it.
    .replace(/\r/g, '&#13;');

/** In attributes a parser would make spaces of tabs and line feeds. */
const escapeAttribute = (value: string) => escapeXml(value).replace(/[\t\n]/g, (each) => `&#${each.charCodeAt(0)};`);

/**
 * One element. Text is escaped, and loses the characters XML does not allow; attributes that are undefined are left out.
 * @param name as written by us: it is not checked
 * @example element('loc', {}, 'https://example.org/?a=1&b=2').source // → '<loc>https://example.org/?a=1&amp;b=2</loc>'
 * @example element('link', { rel: 'self' }).source // → '<link rel="self"/>'
 */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly Child[]
): Markup {
  const said = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeAttribute(value)}"`))
    .join('');
  const inside = children
    .map((child) => (child instanceof Markup ? child.source : child ? escapeXml(child) : ''))
    .join('');
  return new Markup(inside ? `<${name}${said}>${inside}</${name}>` : `<${name}${said}/>`);
}

/** A whole document, with the declaration in front. */
export const xmlDocument = (root: Markup): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.source}\n`;
