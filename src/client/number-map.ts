/** Shows the meanings of the map's cells, as titles and in the line below the map. */

import { locale } from './page-settings.ts';
import { instant } from './search/instant.ts';

/** Adds titles to the cells of a `[data-map]`. Without the data they stay links with their code. */
export async function attachMap(map: HTMLElement): Promise<void> {
  const line = map.parentElement?.querySelector('[data-map-text]');
  let lookup: Awaited<ReturnType<typeof instant>>;
  try {
    lookup = await instant();
  } catch {
    return;
  }
  const names = new Map(lookup.data.platforms.map(({ slug, name }) => [slug, name[locale]]));
  for (const cell of map.querySelectorAll<HTMLAnchorElement>('a')) {
    const meanings = lookup.meanings(cell.textContent ?? '').flatMap((i) => lookup.data.entries[i] ?? []);
    cell.title = meanings.map((entry) => `${names.get(entry.platforms[0] ?? '')}: ${entry[locale]}`).join(' · ');
  }
  const show = (target: EventTarget | null) => {
    if (target instanceof HTMLAnchorElement && line) line.textContent = `${target.textContent} ${target.title}`;
  };
  map.addEventListener('pointerover', ({ target }) => show(target));
  map.addEventListener('focusin', ({ target }) => show(target));
  // The event that loaded this script has already fired on its cell.
  show(map.querySelector('a:hover, a:focus'));
}
