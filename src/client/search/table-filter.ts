/**
 * The filter of the whole table, in the header's box: hides the rows that do not contain every word typed, in either
 * language, and steps through the rest as the browser's find does. Its state is in the URL (`?q=`, `?p=`, `?retry=` and
 * `?who=`).
 */
import { browserStrings } from '../../i18n/browser-strings.ts';
import type { EntryFacts } from '../../lookup/pack.ts';
import { QUERY_LENGTH } from '../../lookup/query.ts';
import { normalise } from '../../lookup/search/normalise.ts';
import { locale } from '../page-settings.ts';
import { instant } from './instant.ts';

const t = browserStrings(locale);
/** The platform of entries that hold on every platform. */
const COMMON = 'common';
/** Rows whose matches are marked at once; more than a reader scrolls past before the next key. */
const MARKED_ROWS = 300;

/** In the first frames sections come into view, and get their real height. */
const FRAMES_TO_SETTLE = 20;

type Row = { element: HTMLTableRowElement; section: HTMLElement | null; text: string; chips: Map<string, Element> };

const readRow = (element: HTMLTableRowElement): Row => ({
  element,
  section: element.closest<HTMLElement>('section.range'),
  text: normalise(element.textContent?.replace('#', ' ') ?? ''),
  chips: new Map([...element.querySelectorAll('[data-p]')].map((chip) => [chip.getAttribute('data-p') ?? '', chip])),
});

/** Returns the ranges of a row's text that contain one of the words. Characters that folding lengthens are not marked. */
function rangesOf(row: Element, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = normalise(node.textContent ?? '');
    if (text.length !== node.textContent?.length) continue;
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}

/** Returns the facts of every row by its id. They come with the look-up's data: in the table they would double its size. */
async function factsById(): Promise<Map<string, EntryFacts>> {
  const { data, texts } = await instant();
  await texts();
  return new Map(
    data.entries.flatMap(({ code, platforms: [home], facts }) => (facts ? [[`${code}-${home}`, facts] as const] : [])),
  );
}

class TableFilter {
  #input: HTMLInputElement;
  #status: HTMLElement;
  #noRow: HTMLElement;
  #chips: HTMLButtonElement[];
  #rows: Row[];
  #sections: HTMLElement[];
  #shown: Row[] = [];
  #current: Row | undefined;
  #platform = '';
  #selects: HTMLSelectElement[];
  #facts = new Map<string, EntryFacts>();

  constructor(box: HTMLElement) {
    this.#input = box.querySelector('input') as HTMLInputElement;
    this.#status = document.querySelector('[data-filter-status]') as HTMLElement;
    this.#noRow = document.querySelector('[data-no-row]') as HTMLElement;
    this.#chips = [...document.querySelectorAll<HTMLButtonElement>('[data-filter-platform]')];
    this.#rows = [...document.querySelectorAll<HTMLTableRowElement>('table.codes > tbody > tr')].map(readRow);
    this.#sections = [...new Set(this.#rows.flatMap(({ section }) => section ?? []))];
    this.#selects = [...document.querySelectorAll<HTMLSelectElement>('[data-filter-fact]')];
    for (const select of this.#selects) select.addEventListener('change', () => this.#applyFacts());
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#apply();
    });
    this.#input.addEventListener('compositionend', () => this.#apply());
    this.#input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) this.#step(event.shiftKey ? -1 : 1);
    });
    this.#input.form?.addEventListener('submit', (event) => event.preventDefault());
    for (const chip of this.#chips) {
      chip.addEventListener('click', () => {
        this.#platform = chip.value === this.#platform ? '' : chip.value;
        this.#apply();
      });
    }
    this.#restore();
  }

  /** Takes over what the URL says, what was typed before this script came, and where Back left the reader. */
  #restore(): void {
    const asked = new URLSearchParams(location.search);
    this.#platform = this.#chips.find(({ value }) => value === asked.get('p'))?.value ?? '';
    this.#input.value ||= asked.get('q') ?? '';
    for (const select of this.#selects) {
      const value = asked.get(select.dataset.filterFact ?? '');
      if ([...select.options].some((option) => option.value === value)) select.value ||= value ?? '';
    }
    const { row, top } = (history.state ?? {}) as { row?: number; top?: number };
    if (this.#selects.some(({ value }) => value)) this.#applyFacts();
    else if (this.#input.value || this.#platform) this.#apply();
    const place = row === undefined ? undefined : this.#rows[row]?.element;
    // A row, not a distance from the top: the height of sections that were never in view is a guess, until they are.
    const settle = (frames: number) => {
      if (place && top !== undefined) scrollBy({ top: place.getBoundingClientRect().top - top, behavior: 'instant' });
      if (frames > 0) requestAnimationFrame(() => settle(frames - 1));
    };
    if (place) history.scrollRestoration = 'manual';
    place?.scrollIntoView({ behavior: 'instant' });
    if (place) settle(FRAMES_TO_SETTLE);
    addEventListener('pagehide', () => {
      // At the end of the table, and between its sections, the middle of the screen has no row of ours.
      const row = [1 / 2, 1 / 3, 2 / 3, 1 / 6]
        .map((share) => document.elementFromPoint(innerWidth / 2, innerHeight * share)?.closest('tr'))
        .map((at) => this.#rows.findIndex(({ element }) => element === at))
        .find((index) => index >= 0);
      if (row !== undefined)
        history.replaceState({ row, top: this.#rows[row]?.element.getBoundingClientRect().top }, '');
    });
  }

  get #isFiltered(): boolean {
    return Boolean(this.#input.value.trim() || this.#platform || this.#selects.some(({ value }) => value));
  }

  #words(): string[] {
    return normalise(this.#input.value).split(/\s+/).filter(Boolean);
  }

  /** Without the data (no connection) every row is shown, and no fact is chosen. */
  async #applyFacts(): Promise<void> {
    if (!this.#facts.size) this.#facts = await factsById().catch(() => new Map());
    if (!this.#facts.size) for (const select of this.#selects) select.value = '';
    this.#apply();
  }

  #hasFacts({ element }: Row): boolean {
    return this.#selects.every(
      ({ value, dataset }) => !value || this.#facts.get(element.id)?.[dataset.filterFact as 'retry' | 'who'] === value,
    );
  }

  #apply(): void {
    const words = this.#words();
    this.#shown = [];
    this.#select(undefined);
    const shownIn = new Map<Element, number>(this.#sections.map((section) => [section, 0]));
    for (const row of this.#rows) {
      const chip = row.chips.get(this.#platform) ?? row.chips.get(COMMON);
      const matches =
        (!this.#platform || chip) && this.#hasFacts(row) && words.every((word) => row.text.includes(word));
      if (row.element.hidden === Boolean(matches)) row.element.hidden = !matches;
      if (!matches) continue;
      this.#shown.push(row);
      if (row.section) shownIn.set(row.section, (shownIn.get(row.section) ?? 0) + 1);
      // The platform that was chosen comes first in its row.
      if (chip) chip.parentElement?.prepend(chip);
    }
    // Out of view a section is as tall as its rows are many.
    for (const section of this.#sections) {
      const count = shownIn.get(section) ?? 0;
      section.hidden = count === 0;
      section.style.setProperty('--rows', String(count));
    }
    for (const chip of this.#chips) chip.setAttribute('aria-pressed', String(chip.value === this.#platform));
    this.#status.textContent = this.#isFiltered ? t.rows(this.#shown.length) : '';
    this.#noRow.hidden = this.#shown.length > 0;
    this.#offerSearch();
    this.#mark(words);
    this.#writeUrl();
  }

  #offerSearch(): void {
    const link = this.#noRow.querySelector('a') as HTMLAnchorElement;
    link.textContent = this.#input.value;
    link.search = `?${new URLSearchParams({ q: this.#input.value.slice(0, QUERY_LENGTH) })}`;
  }

  /** Marks matches without changing the table: 5,000 rows keep their elements. */
  #mark(words: readonly string[]): void {
    if (!('highlights' in CSS)) return;
    const ranges = words.length ? this.#shown.slice(0, MARKED_ROWS).flatMap((row) => rangesOf(row.element, words)) : [];
    CSS.highlights.set('match', new Highlight(...ranges));
  }

  #step(by: 1 | -1): void {
    const count = this.#shown.length;
    if (!count || !this.#isFiltered) return;
    const at = this.#current ? this.#shown.indexOf(this.#current) : by > 0 ? -1 : 0;
    const next = (at + by + count) % count;
    this.#select(this.#shown[next]);
    this.#status.textContent = t.rowOf(next + 1, count);
  }

  #select(row: Row | undefined): void {
    this.#current?.element.removeAttribute('aria-current');
    this.#current = row;
    row?.element.setAttribute('aria-current', 'true');
    row?.element.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  #writeUrl(): void {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries({
      q: this.#input.value.trim().slice(0, QUERY_LENGTH),
      p: this.#platform,
      ...Object.fromEntries(this.#selects.map(({ value, dataset }) => [dataset.filterFact ?? '', value])),
    })) {
      // Deleted first, so that one filter has one URL.
      url.searchParams.delete(name);
      if (value) url.searchParams.set(name, value);
    }
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  }
}

/** Makes the `[data-filter]` box work on the page's tables. */
export function attachFilter(box: HTMLElement): void {
  new TableFilter(box);
}
