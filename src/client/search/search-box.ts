/** A search box: its field, its results and the events between them. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import { answer } from '../../lookup/answer/answer.ts';
import type { Interpretation } from '../../lookup/interpret.ts';
import { QUERY_LENGTH } from '../../lookup/query.ts';
import type { Lookup } from '../../lookup/search/lookup.ts';
import styles from '../../styles/results.css?inline';
import { adoptStyles } from '../dom.ts';
import { savesData, whenIdle, whileIdle } from '../idle.ts';
import { locale } from '../page-settings.ts';
import { ask, textReader } from './ask.ts';
import { instant } from './instant.ts';
import { keyAction } from './result-keys.ts';
import { drawAnswer, drawFailure, type ResultActions } from './results.ts';

const t = browserStrings(locale);
/** The count is announced when typing pauses. */
const STATUS_DELAY_MS = 400;
/** A long text is read when typing pauses, so that typing in it stays smooth. */
const LONG_TEXT_LENGTH = 4000;
const LONG_TEXT_DELAY_MS = 150;
/** Safari before 26.2 does not grow a text area with its text. */
const GROWS_WITH_TEXT = CSS.supports('field-sizing', 'content');

export abstract class SearchBox {
  protected readonly input: HTMLInputElement | HTMLTextAreaElement;
  protected readonly output: HTMLElement;
  protected platform: string | undefined;
  protected shown: { interpretation: Interpretation; lookup: Lookup } | undefined;
  readonly #status: HTMLElement;
  #asked = '';
  #request = new AbortController();
  /** The form was sent before the data was loaded: the first result is opened when it appears. */
  #opensFirst = false;
  #askTimer = 0;
  #statusTimer = 0;

  /** @param box a `[data-search]` element; text typed before is answered at once */
  constructor(box: HTMLElement) {
    adoptStyles(styles);
    this.input = box.querySelector('input, textarea') as HTMLInputElement | HTMLTextAreaElement;
    this.output = box.querySelector('[data-output]') as HTMLElement;
    this.#status = box.querySelector('[data-status]') as HTMLElement;
    this.input.addEventListener('input', (event) => {
      // During composition the field holds letters that are not yet Chinese.
      if (!(event as InputEvent).isComposing) this.changed();
    });
    this.input.addEventListener('compositionend', () => this.changed());
    this.input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#open();
    });
    box.addEventListener('keydown', (event) => this.#pressed(event));
    box.addEventListener('dragover', (event) => event.preventDefault());
    box.addEventListener('drop', (event) => this.#dropped(event));
    // What words and logs need is loaded and indexed before they come, as far as there is time.
    whenIdle(() => {
      instant()
        .then(async ({ prepare, textsInTurn }) => {
          if (savesData()) return;
          await textReader();
          await textsInTurn();
          whileIdle(prepare);
        })
        .catch(() => undefined);
    });
  }

  /** The text to interpret. */
  protected get text(): string {
    return this.input.value;
  }

  /** Maximum number of results. */
  protected abstract readonly limit: number;
  protected abstract actions(query: string): Omit<ResultActions, 'onRemoveScope'>;
  /** Stores the search in the URL. */
  protected abstract remember(how: 'push' | 'replace'): void;

  protected changed(): void {
    this.#opensFirst = false;
    this.platform = undefined;
    clearTimeout(this.#askTimer);
    if (this.input.value.length > LONG_TEXT_LENGTH) {
      this.#askTimer = window.setTimeout(() => this.ask(), LONG_TEXT_DELAY_MS);
    } else this.ask();
    this.remember('replace');
  }

  /** Answers the text, unless it is being answered already. */
  protected ask(): void {
    this.#grow();
    const { text } = this;
    if (text === this.#asked) return;
    this.#asked = text;
    this.#request.abort();
    if (!text.trim()) {
      this.#clear();
      return;
    }
    this.#request = new AbortController();
    let isFirst = true;
    ask(text, this.limit, this.#request.signal, {
      onAnswer: (interpretation, lookup) => {
        this.shown = { interpretation, lookup };
        // The second answer changes the order only: not under a reader's hands, nor in a panel closed meanwhile.
        if (isFirst || !(this.output.hidden || this.output.contains(document.activeElement))) this.draw();
        isFirst = false;
      },
      onBusy: (isBusy) => this.#setBusy(isBusy),
      onFailure: () => {
        drawFailure(this.output, () => this.askAgain());
        this.output.hidden = false;
        this.#setBusy(false);
      },
    });
  }

  protected askAgain(): void {
    this.#asked = '';
    this.ask();
  }

  protected draw(): void {
    if (!this.shown) return;
    const { interpretation, lookup } = this.shown;
    const { limit, platform } = this;
    const shown = answer(interpretation, lookup, { limit, platform });
    const { query, total, concepts } = shown;
    drawAnswer(this.output, shown, {
      ...this.actions(query),
      onRemoveScope: (rest) => {
        this.input.value = rest;
        this.input.focus();
        this.ask();
        this.remember('push');
      },
    });
    this.output.hidden = false;
    clearTimeout(this.#statusTimer);
    this.#statusTimer = window.setTimeout(() => {
      this.#status.textContent = total
        ? t.count(total)
        : (concepts[0]?.title[locale] ?? t.none(query.slice(0, QUERY_LENGTH)));
    }, STATUS_DELAY_MS);
    if (!this.#opensFirst || !(total || concepts.length)) return;
    this.#opensFirst = false;
    this.#links()[0]?.click();
  }

  protected leave(): void {
    this.input.blur();
  }

  #clear(): void {
    this.shown = undefined;
    this.output.hidden = true;
    this.output.replaceChildren();
    this.#status.textContent = '';
    this.#setBusy(false);
  }

  #setBusy(isBusy: boolean): void {
    this.output.setAttribute('aria-busy', String(isBusy));
  }

  #grow(): void {
    if (GROWS_WITH_TEXT || !(this.input instanceof HTMLTextAreaElement)) return;
    this.input.style.height = '0';
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  #links(): HTMLAnchorElement[] {
    return [...this.output.querySelectorAll<HTMLAnchorElement>('[data-concepts] > a, [data-results] > li > a')];
  }

  #open(): void {
    if (this.shown?.interpretation.ranking.query === this.text) this.#links()[0]?.click();
    else this.#opensFirst = true;
    this.ask();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const links = this.#links();
    const index = links.indexOf(event.target as HTMLAnchorElement);
    const action = keyAction(event, {
      focus: event.target === this.input ? 'field' : index < 0 ? 'other' : index,
      results: this.output.hidden ? undefined : links.length,
      isMultiline: this.input.value.includes('\n'),
      opensOnEnter: this.input instanceof HTMLTextAreaElement,
    });
    if (action === undefined) return;
    event.preventDefault();
    if (action === 'open') this.#open();
    else if (action === 'leave') this.leave();
    else if (action === 'focus-field') this.input.focus();
    else links[action]?.focus();
  }

  async #dropped(event: DragEvent): Promise<void> {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.input.value = await file.text();
    this.changed();
  }
}
