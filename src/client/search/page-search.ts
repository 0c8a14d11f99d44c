/** The search box of home, search and 404: all results below it, the search in the URL. */
import { takeShared } from '../offline/share-inbox.ts';
import type { ResultActions } from './results.ts';
import { SearchBox } from './search-box.ts';
import { readSearchUrl, searchUrl } from './search-url.ts';

export class PageSearch extends SearchBox {
  protected readonly limit = 50;

  constructor(box: HTMLElement) {
    super(box);
    addEventListener('popstate', () => this.#restore());
    for (const example of document.querySelectorAll<HTMLAnchorElement>('[data-example]')) {
      example.addEventListener('click', (event) => this.#tryExample(example, event));
    }
    this.#restore();
    takeShared().then((shared) => {
      if (!shared) return;
      this.input.value = shared;
      this.ask();
    });
    // The URL gets what was typed before this script ran. The URL of a 404 page stays as it was requested.
    if (!box.closest('[data-not-found]')) this.remember('replace');
  }

  protected actions(): Omit<ResultActions, 'onRemoveScope'> {
    return {
      onPlatform: (slug) => this.#filter(slug),
      onPaste: { onShow: (span) => this.#show(span), onClear: () => this.#clearText() },
    };
  }

  protected remember(how: 'push' | 'replace'): void {
    const url = searchUrl(location.href, { query: this.input.value, platform: this.platform });
    if (url !== location.href) history[`${how}State`](null, '', url);
  }

  protected override draw(): void {
    super.draw();
    this.input.classList.toggle('log', this.input.value.includes('\n'));
  }

  /** Selects a code in the text and scrolls the field to its line. */
  #show([start, end]: [start: number, end: number]): void {
    const line = this.input.value.slice(0, start).split('\n').length - 1;
    const height = Number.parseFloat(getComputedStyle(this.input).lineHeight);
    this.input.focus();
    this.input.setSelectionRange(start, end);
    this.input.scrollTop = (line - 1) * height;
  }

  #clearText(): void {
    this.input.value = '';
    this.input.classList.remove('log');
    this.input.focus();
    this.changed();
  }

  #restore(): void {
    const { query, platform } = readSearchUrl(location.href);
    this.platform = platform;
    // Text that the page or the browser put into the field stays.
    if (query || !this.input.value) this.input.value = query;
    this.askAgain();
  }

  #filter(slug: string | undefined): void {
    this.platform = slug;
    this.remember('push');
    this.draw();
    this.output.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  #tryExample(example: HTMLAnchorElement, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.input.value = example.textContent?.trim() ?? '';
    this.platform = undefined;
    this.input.focus();
    this.ask();
    this.remember('push');
  }
}
