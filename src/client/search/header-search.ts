/** The search box in the header of other pages: one line, the first results in a panel below it. */
import { isQuery } from '../../lookup/query.ts';
import { locale, urls } from '../page-settings.ts';
import type { ResultActions } from './results.ts';
import { SearchBox } from './search-box.ts';
import { searchUrl } from './search-url.ts';

/** Characters of a paste that the field shows. */
const SHOWN_PASTE_LENGTH = 200;

export class HeaderSearch extends SearchBox {
  protected readonly limit = 8;
  /** A paste of several lines, which a one-line field cannot hold. */
  #pasted: string | undefined;

  constructor(box: HTMLElement) {
    super(box);
    this.input.addEventListener('paste', (event) => this.#paste(event as ClipboardEvent));
    this.input.addEventListener('focus', () => {
      if (this.shown) this.output.hidden = false;
    });
    document.addEventListener('pointerdown', (event) => {
      if (!box.contains(event.target as Node)) this.output.hidden = true;
    });
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !box.contains(relatedTarget as Node)) this.output.hidden = true;
    });
    this.ask();
  }

  protected override get text(): string {
    return this.#pasted ?? this.input.value;
  }

  protected actions(query: string): Omit<ResultActions, 'onRemoveScope'> {
    if (!isQuery(query)) return {};
    return { seeAll: searchUrl(urls.absolutePage({ kind: 'search' }, locale), { query, platform: undefined }) };
  }

  protected override leave(): void {
    super.leave();
    this.output.hidden = true;
  }

  protected remember(): void {}

  protected override changed(): void {
    this.#pasted = undefined;
    super.changed();
  }

  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (isQuery(text)) return;
    event.preventDefault();
    this.changed();
    this.input.value = text.replace(/\s+/g, ' ').slice(0, SHOWN_PASTE_LENGTH);
    this.#pasted = text;
    this.ask();
  }
}
