/**
 * Takes what is shared to the installed app (see `share_target` in the manifest) and hands it to the search page. All
 * other requests go their way untouched. The names are those of `src/site/shared-text.ts`.
 */
const CACHE = 'shared-text';
const scope = self.registration.scope;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function receive(request) {
  const search = new URL('../search/', request.url);
  try {
    const form = await request.formData();
    const parts = ['title', 'text', 'url']
      .map((name) => form.get(name))
      .filter((part) => typeof part === 'string' && part);
    // Apps repeat the title in the text, and the address in both.
    const said = parts.filter(
      (part, i) => !parts.some((other, j) => j !== i && other.includes(part) && (other !== part || j < i)),
    );
    const cache = await caches.open(CACHE);
    await cache.put(new URL('share/text', scope), new Response(said.join('\n')));
    search.hash = 'shared';
  } catch {
    // An empty look-up box is still the right page.
  }
  return Response.redirect(search.href, 303);
}

self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  const below = pathname.slice(new URL(scope).pathname.length);
  if (event.request.method === 'POST' && /^(zh\/)?share\/$/.test(below)) event.respondWith(receive(event.request));
});
