/** Writes XML 1.0, and HTML without empty elements, which has the same syntax. */

/** Text that is already markup. Only `element` returns it, so that all other text is escaped exactly once. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** Empty, undefined and false children are left out, so that a child can be conditional. */
export type Child = string | Markup | undefined | false;

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 does not allow even as references: control characters, lone surrogates. */
const NOT_ALLOWED = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Escapes text and removes characters that XML does not allow. @example escapeXml('a < b\u0000') // → 'a &lt; b' */
export const escapeXml = (text: string): string =>
  text
    .replace(NOT_ALLOWED, '')
    .replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character)
    // Parsers convert a literal CR to a line feed.
    .replace(/\r/g, '&#13;');

/** In attributes, parsers convert literal tabs and line feeds to spaces. */
const escapeAttribute = (value: string) => escapeXml(value).replace(/[\t\n]/g, (each) => `&#${each.charCodeAt(0)};`);

/**
 * Returns an element. Text is escaped with `escapeXml`; undefined attributes are left out.
 * @param name is not checked
 * @example element('loc', {}, 'https://example.org/?a=1&b=2').source // → '<loc>https://example.org/?a=1&amp;b=2</loc>'
 * @example element('link', { rel: 'self' }).source // → '<link rel="self"/>'
 */
export function element(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: readonly Child[]
): Markup {
  const attributeText = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeAttribute(value)}"`))
    .join('');
  const inside = children
    .map((child) => (child instanceof Markup ? child.source : child ? escapeXml(child) : ''))
    .join('');
  return new Markup(inside ? `<${name}${attributeText}>${inside}</${name}>` : `<${name}${attributeText}/>`);
}

/** Returns a document: the XML declaration and the root element. */
export const xmlDocument = (root: Markup): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.source}\n`;
