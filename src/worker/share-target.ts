/** Receives text shared to the installed app (`share_target` in the manifest) and passes it to the search page. */
import { LOCALES } from '../i18n/locales.ts';
import { FILES } from '../site/urls.ts';
import { SHARED_CACHE, SHARED_ENTRY, SHARED_HASH } from './share-cache.ts';

const PARTS = ['title', 'text', 'url'];

/** Returns whether a request is a share from the system. @param scope URL of the site's root */
export const isShare = ({ method, url }: { method: string; url: string }, scope: string): boolean =>
  method === 'POST' && LOCALES.some((locale) => new URL(FILES.share(locale), scope).href === url);

/**
 * Joins the parts into one text without repetitions: apps repeat the title in the text, and the URL in both.
 * @example joinShared(['Error', 'Error 40001', '']) // → 'Error 40001'
 */
export function joinShared(parts: readonly string[]): string {
  return parts
    .filter(
      (part, i) => part && !parts.some((other, j) => j !== i && other.includes(part) && (other !== part || j < i)),
    )
    .join('\n');
}

/** Stores the text for the search page and redirects there; if that fails, redirects to the empty search page. */
export async function receiveShared(request: Request, scope: string): Promise<Response> {
  const search = new URL('../search/', request.url);
  try {
    const form = await request.formData();
    const text = joinShared(PARTS.map((name) => form.get(name)).filter((part) => typeof part === 'string'));
    const cache = await caches.open(SHARED_CACHE);
    await cache.put(new URL(SHARED_ENTRY, scope), new Response(text));
    search.hash = SHARED_HASH;
  } catch {
    // Redirect without text.
  }
  return Response.redirect(search.href, 303);
}
