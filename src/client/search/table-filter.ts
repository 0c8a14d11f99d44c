/** The filter of the whole table: hides the rows that do not contain every word typed. Both languages, any piece of text. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import { QUERY_LENGTH } from '../../lookup/query.ts';
import { normalise, squeeze } from '../../lookup/search/normalise.ts';
import { locale } from '../page-settings.ts';

const t = browserStrings(locale);

/** Makes a `[data-filter]` work on the page's table. Text typed before is applied at once. */
export function attachFilter(box: HTMLElement): void {
  const input = box.querySelector('input') as HTMLInputElement;
  const status = box.querySelector('[role=status]') as HTMLElement;
  const noRow = document.querySelector('[data-no-row]') as HTMLElement;
  const link = noRow.querySelector('a') as HTMLAnchorElement;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.codes > tbody > tr')];
  const texts = rows.map((row) => squeeze(normalise(row.textContent ?? '')));

  function filter() {
    const words = normalise(input.value).split(/\s+/).map(squeeze).filter(Boolean);
    let shown = 0;
    for (const [i, row] of rows.entries()) {
      const hidden = !words.every((word) => texts[i]?.includes(word));
      if (row.hidden !== hidden) row.hidden = hidden;
      if (!hidden) shown++;
    }
    status.textContent = words.length ? t.rows(shown) : '';
    noRow.hidden = shown > 0;
    link.textContent = input.value;
    link.search = `?${new URLSearchParams({ q: input.value.slice(0, QUERY_LENGTH) })}`;
  }

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) filter();
  });
  input.addEventListener('compositionend', filter);
  if (input.value) filter();
}
