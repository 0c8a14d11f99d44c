/** Shows the meanings of the map's cells: as a title, and in the line below the map. */
import { locale } from './page-settings.ts';
import { instant } from './search/instant.ts';

/** Adds meanings to the cells of a `[data-map]`. Without the data a cell is still a link with its code. */
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
  const showText = (target: EventTarget | null) => {
    if (target instanceof HTMLAnchorElement && line) line.textContent = `${target.textContent} ${target.title}`;
  };
  map.addEventListener('pointerover', ({ target }) => showText(target));
  map.addEventListener('focusin', ({ target }) => showText(target));
  // The first cell's event came before these listeners.
  showText(map.querySelector('a:hover, a:focus'));
}
