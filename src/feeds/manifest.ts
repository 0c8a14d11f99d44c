/** The web app manifest, one a language: installed, the site opens on the look-up box, and text can be shared to it. */
import { HTML_LANG, type Locale } from '../i18n/locales.ts';
import { FILES, type Urls } from '../site/urls.ts';

/**
 * @param takesShares whether there is a service worker; without one nobody would answer
 *
 * Shared text goes by POST: the service worker takes it, so it is never in an address, a history or a server's log.
 * @example manifest({ name: 'WeChat Error Codes', shortName: 'errcode', description: '…' }, 'en', urls).start_url // → '/'
 */
export function manifest(
  text: { name: string; shortName: string; description: string },
  locale: Locale,
  urls: Urls,
  takesShares = true,
) {
  const icon = (name: Parameters<typeof FILES.icon>[0], sizes: string, purpose: 'any' | 'maskable') => ({
    src: urls.file(FILES.icon(name)),
    sizes,
    type: 'image/png',
    purpose,
  });
  const home = urls.page({ kind: 'home' }, locale);
  return {
    // One app, whichever language it was installed from.
    id: urls.root,
    name: text.name,
    short_name: text.shortName,
    description: text.description,
    lang: HTML_LANG[locale],
    dir: 'ltr',
    start_url: home,
    scope: urls.root,
    display: 'standalone',
    background_color: '#fbfcfb',
    theme_color: '#06703a',
    icons: [
      { src: urls.file(FILES.favicon), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      icon('icon-192', '192x192', 'any'),
      icon('icon-512', '512x512', 'any'),
      icon('maskable-512', '512x512', 'maskable'),
    ],
    share_target: takesShares
      ? {
          action: urls.file(FILES.share(locale)),
          method: 'POST',
          enctype: 'multipart/form-data',
          params: { title: 'title', text: 'text', url: 'url' },
        }
      : undefined,
  };
}
