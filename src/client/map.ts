/** The map's cells say what they mean: as a title, and in the line below the map, once a reader reaches for it. */
import { instant } from './instant.ts';
import { locale } from './site.ts';

for (const map of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const line = map.parentElement?.querySelector('[data-map-text]');
  const cells = [...map.querySelectorAll<HTMLAnchorElement>('a')];

  const name = async () => {
    const lookup = await instant();
    const names = new Map(lookup.data.platforms.map((platform) => [platform.slug, platform.name[locale]]));
    for (const cell of cells) {
      const meanings = lookup.meanings(cell.textContent ?? '').flatMap((i) => lookup.data.entries[i] ?? []);
      cell.title = meanings.map((entry) => `${names.get(entry.platforms[0] ?? '')}: ${entry[locale]}`).join(' · ');
    }
  };

  let named: Promise<void> | undefined;
  const say = async ({ target }: Event) => {
    // Without the data a cell is still a link with its code.
    named ??= name().catch(() => {
      named = undefined;
    });
    await named;
    if (target instanceof HTMLAnchorElement && line) line.textContent = `${target.textContent} ${target.title}`;
  };
  map.addEventListener('pointerover', say);
  map.addEventListener('focusin', say);
}
