/** Writes the OpenSearch 1.1 descriptions, one per language, which add the site's search to the browser. */
import { HTML_LANG, type Locale } from '../i18n/locales.ts';
import { FILES, type Urls } from '../site/urls.ts';
import { element, xmlDocument } from './xml.ts';

/** The specification's limit for the name, in characters. */
const NAME_CHARS = 16;

/**
 * Returns the document's text.
 * @param text name and description in the page's language
 * @throws if the name is longer than NAME_CHARS
 * @example opensearch({ name: 'WeChat errcode', description: '…' }, 'en', urls) // → '<?xml … template="https://…/search/?q={searchTerms}" …'
 */
export function opensearch(text: { name: string; description: string }, locale: Locale, urls: Urls): string {
  if (text.name.length > NAME_CHARS) throw new Error(`“${text.name}” is longer than ${NAME_CHARS} characters`);
  const search = urls.absolutePage({ kind: 'search' }, locale);
  const self = urls.absoluteFile(FILES.opensearch(locale));
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/', 'xmlns:moz': 'http://www.mozilla.org/2006/browser/search/' },
      element('ShortName', {}, text.name),
      element('Description', {}, text.description),
      element('InputEncoding', {}, 'UTF-8'),
      element('Language', {}, HTML_LANG[locale]),
      element('Image', { width: '32', height: '32', type: 'image/svg+xml' }, urls.absoluteFile(FILES.favicon)),
      element('Image', { width: '192', height: '192', type: 'image/png' }, urls.absoluteFile(FILES.icon('icon-192'))),
      element('Url', { type: 'text/html', method: 'get', template: `${search}?q={searchTerms}` }),
      element('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: self }),
      element('moz:SearchForm', {}, search),
    ),
  );
}
