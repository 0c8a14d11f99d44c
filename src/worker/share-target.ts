/** Takes what is shared to the installed app (`share_target` in the manifest) and hands it to the search page. */
import { LOCALES } from '../i18n/locales.ts';
import { FILES } from '../site/urls.ts';
import { SHARED_CACHE, SHARED_ENTRY, SHARED_HASH } from './share-cache.ts';

const PARTS = ['title', 'text', 'url'];

/** Is it what the system sends when something is shared? @param scope address of the site's root */
export const isShare = ({ method, url }: { method: string; url: string }, scope: string): boolean =>
  method === 'POST' && LOCALES.some((locale) => new URL(FILES.share(locale), scope).href === url);

/**
 * One text of the parts: apps repeat the title in the text, and the address in both.
 * @example joinShared(['Error', 'Error 40001', '']) // → 'Error 40001'
 */
export function joinShared(parts: readonly string[]): string {
  return parts
    .filter(
      (part, i) => part && !parts.some((other, j) => j !== i && other.includes(part) && (other !== part || j < i)),
    )
    .join('\n');
}

/** Puts the text aside for the search page and leads there. Whatever goes wrong, an empty box is still the right page. */
export async function receiveShared(request: Request, scope: string): Promise<Response> {
  const search = new URL('../search/', request.url);
  try {
    const form = await request.formData();
    const text = joinShared(PARTS.map((name) => form.get(name)).filter((part) => typeof part === 'string'));
    const cache = await caches.open(SHARED_CACHE);
    await cache.put(new URL(SHARED_ENTRY, scope), new Response(text));
    search.hash = SHARED_HASH;
  } catch {
    // As said above.
  }
  return Response.redirect(search.href, 303);
}
