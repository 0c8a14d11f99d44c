/** The filter of the whole table: hides the rows that do not contain every word typed. Both languages, any piece of text. */
import { browserStrings } from '../i18n/browser-strings.ts';
import { normalise, squeeze } from '../lookup/normalise.ts';
import { locale } from './site.ts';

const t = browserStrings(locale);
const box = document.querySelector<HTMLElement>('[data-filter]');
const input = box?.querySelector('input');
const status = box?.querySelector('[role=status]');
const noRow = document.querySelector<HTMLElement>('[data-no-row]');
const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.codes > tbody > tr')];

/** Read on the first use, not on arrival: most visitors use Ctrl+F or a link. */
let texts: string[] | undefined;

function filter(query: string) {
  texts ??= rows.map((row) => squeeze(normalise(row.textContent ?? '')));
  const words = normalise(query).split(/\s+/).map(squeeze).filter(Boolean);
  let shown = 0;
  for (const [i, row] of rows.entries()) {
    const hidden = !words.every((word) => texts?.[i]?.includes(word));
    if (row.hidden !== hidden) row.hidden = hidden;
    if (!hidden) shown++;
  }
  if (status) status.textContent = t.rows(shown);
  const link = noRow?.querySelector('a');
  if (!noRow || !link) return;
  noRow.hidden = shown > 0;
  link.textContent = query;
  link.search = `?${new URLSearchParams({ q: query.slice(0, 64) })}`;
}

if (box && input) {
  box.hidden = false;
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) filter(input.value);
  });
  input.addEventListener('compositionend', () => filter(input.value));
  // A reload or the Back button may have kept the text.
  if (input.value) filter(input.value);
}
