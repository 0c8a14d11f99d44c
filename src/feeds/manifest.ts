/** Writes the web app manifests, one per language. The installed app opens on the home page and accepts shared text. */
import { HTML_LANG, type Locale } from '../i18n/locales.ts';
import { FILES, type Urls } from '../site/urls.ts';

/**
 * Returns the manifest. Shared text is sent by POST to the service worker, so it is never in a URL, the history or a
 * server log.
 * @param takesShares whether there is a service worker to receive shared text
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
