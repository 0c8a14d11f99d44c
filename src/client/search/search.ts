/** A search box: reads what is typed, asks both tiers, keeps address and keyboard in order. Drawing is in `results.ts`. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import { answer } from '../../lookup/answer/answer.ts';
import { type Interpretation, interpret } from '../../lookup/interpret.ts';
import { isQuery, QUERY_LENGTH } from '../../lookup/query.ts';
import { type Lookup, withFullText } from '../../lookup/search/lookup.ts';
import styles from '../../styles/results.css?inline';
import { adoptStyles } from '../dom.ts';
import { whenIdle, whileIdle } from '../idle.ts';
import { takeShared } from '../offline/share-inbox.ts';
import { locale, urls } from '../page-settings.ts';
import { fullTextSearch } from './fulltext.ts';
import { instant } from './instant.ts';
import { drawAnswer, drawFailure } from './results.ts';
import { grow } from './textarea-autosize.ts';

const t = browserStrings(locale);
/** Longer than a pause between keys, shorter than one notices. */
const FULLTEXT_DELAY = 60;
const STATUS_DELAY = 400;
/** A long paste is read when the keys rest, so that typing in it stays smooth. */
const LONG = 4000;
const LONG_DELAY = 150;

/** Parameter names of old links and of other tools, besides our own. */
const queryOf = (params: URLSearchParams) => params.get('q') ?? params.get('e') ?? params.get('errcode') ?? '';

/** Makes a `[data-search]` element work. Text typed before is answered at once. */
export function attachSearch(box: HTMLElement): void {
  adoptStyles(styles);
  const input = box.querySelector('input, textarea') as HTMLInputElement | HTMLTextAreaElement;
  const output = box.querySelector('[data-output]') as HTMLElement;
  const status = box.querySelector('[data-status]') as HTMLElement;
  const isPage = box.dataset.search === 'page';

  let reading: Interpretation | undefined;
  let platform: string | undefined;
  let asked = '';
  /** A paste of several lines into the one-line field of the header, which cannot hold it. */
  let pasted: string | undefined;
  let askTimer = 0;
  let fulltextTimer = 0;
  let statusTimer = 0;
  let openFirst = false;

  const text = () => pasted ?? input.value;
  const busy = (is: boolean) => output.setAttribute('aria-busy', String(is));
  const links = () => [...output.querySelectorAll<HTMLAnchorElement>('[data-results] > li > a')];
  const searchUrl = (query: string) => {
    const url = new URL(urls.page({ kind: 'search' }, locale), location.origin);
    // Only a short query goes into an address; what was pasted never does.
    if (isQuery(query)) url.searchParams.set('q', query);
    return url.href;
  };

  function show(lookup: Lookup, next: Interpretation) {
    reading = next;
    const shown = answer(next, lookup, { platform, limit: isPage ? 50 : 8 });
    const { query, total: count } = shown;
    drawAnswer(output, shown, {
      onPlatform: isPage ? choose : undefined,
      onRemoveScope: unscope,
      seeAll: isPage || !isQuery(query) ? undefined : searchUrl(query),
    });
    output.hidden = false;
    clearTimeout(statusTimer);
    statusTimer = window.setTimeout(() => {
      status.textContent = count ? t.count(count) : t.none(query.slice(0, QUERY_LENGTH));
    }, STATUS_DELAY);
    if (openFirst && count) {
      openFirst = false;
      links()[0]?.click();
    }
  }

  function unscope(rest: string) {
    input.value = rest;
    input.focus();
    ask();
    remember('push');
  }

  async function choose(slug?: string) {
    platform = slug;
    remember('push');
    if (reading) show(await instant(), reading);
    output.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  function clear() {
    reading = undefined;
    output.hidden = true;
    output.replaceChildren();
    status.textContent = '';
    busy(false);
  }

  async function ask() {
    if (input instanceof HTMLTextAreaElement) grow(input);
    const query = text();
    if (query === asked) return;
    asked = query;
    clearTimeout(fulltextTimer);
    if (!query.trim()) return clear();
    let lookup: Lookup;
    try {
      lookup = await instant();
    } catch {
      if (query === asked) fail();
      return;
    }
    // Another query came while the data was on its way.
    if (query !== asked) return;
    const first = interpret(query, lookup);
    const { tokens } = first.ranking;
    busy(tokens.length > 0);
    show(lookup, first);
    if (!tokens.length) return;
    fulltextTimer = window.setTimeout(async () => {
      try {
        const found = await fullTextSearch(tokens, lookup.data.entries.length);
        if (query !== asked) return;
        // Drawn again only if it changes something: a reader may be on a result already.
        const ranking = withFullText(first.ranking, found);
        if (ranking.likely.join() !== first.ranking.likely.join()) show(lookup, { ...first, ranking });
      } catch (error) {
        console.info('Full-text search is not available here; the instant search answers alone.', error);
      } finally {
        if (query === asked) busy(false);
      }
    }, FULLTEXT_DELAY);
  }

  function fail() {
    drawFailure(output, () => {
      asked = '';
      ask();
    });
    output.hidden = false;
    busy(false);
  }

  /** Keeps the query in the address of home and search, so that a reload, a bookmark and the Back button bring it back. */
  function remember(how: 'replace' | 'push') {
    if (!isPage) return;
    const url = new URL(location.href);
    for (const name of ['q', 'e', 'errcode', 'p']) url.searchParams.delete(name);
    if (input.value.trim() && isQuery(input.value)) url.searchParams.set('q', input.value);
    if (platform) url.searchParams.set('p', platform);
    if (url.href === location.href) return;
    history[`${how}State`](null, '', url);
  }

  function restore() {
    const params = new URLSearchParams(location.search);
    const query = queryOf(params);
    platform = params.get('p') ?? undefined;
    // What a page or the browser has put into the field stays.
    if (query || !input.value) input.value = query;
    asked = '';
    ask();
  }

  function changed() {
    openFirst = false;
    platform = undefined;
    pasted = undefined;
    clearTimeout(askTimer);
    if (input.value.length > LONG) askTimer = window.setTimeout(ask, LONG_DELAY);
    else ask();
    remember('replace');
  }
  input.addEventListener('input', (event) => {
    // A Chinese input method is still at work: what stands in the field is not yet what is meant.
    if (!(event as InputEvent).isComposing) changed();
  });
  input.addEventListener('compositionend', changed);
  input.addEventListener('paste', (event) => {
    const data = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
    if (isPage || isQuery(data)) return;
    event.preventDefault();
    changed();
    input.value = data.replace(/\s+/g, ' ').slice(0, 200);
    pasted = data;
    ask();
  });
  box.addEventListener('dragover', (event) => event.preventDefault());
  box.addEventListener('drop', async (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    input.value = await file.text();
    changed();
  });
  input.addEventListener('focus', () => {
    if (!isPage && reading) output.hidden = false;
  });

  function open() {
    const current = reading?.ranking.query === text();
    const [first] = current ? links() : [];
    if (first) first.click();
    // Typed and sent before the data was there: open the first result when it comes.
    else if (!current) openFirst = true;
    ask();
  }
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    open();
  });

  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && event.target === input && isPage && !event.shiftKey) {
      event.preventDefault();
      open();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (event.target === input) {
        input.blur();
        if (!isPage) output.hidden = true;
      } else input.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || output.hidden) return;
    // In a text of several lines the arrows move in the text.
    if (event.target === input && /\n/.test(input.value)) return;
    const all = links();
    const here = all.indexOf(event.target as HTMLAnchorElement);
    if (here < 0 && event.target !== input) return;
    event.preventDefault();
    const next = here + step;
    if (next < 0) input.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  });

  if (isPage) {
    window.addEventListener('popstate', restore);
    for (const example of document.querySelectorAll<HTMLAnchorElement>('[data-example]')) {
      example.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        input.value = example.textContent?.trim() ?? '';
        platform = undefined;
        input.focus();
        ask();
        remember('push');
      });
    }
    restore();
    takeShared().then((shared) => {
      if (!shared) return;
      input.value = shared;
      ask();
    });
    // What was typed before this script came belongs into the address too; a 404 page's address stays as it was asked.
    if (!box.closest('[data-not-found]')) remember('replace');
  } else {
    document.addEventListener('pointerdown', (event) => {
      if (!box.contains(event.target as Node)) output.hidden = true;
    });
    box.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !box.contains(event.relatedTarget as Node)) output.hidden = true;
    });
    ask();
  }
  // Somebody is about to search: ready before the first key, as far as there is time.
  whenIdle(() =>
    instant().then(
      ({ prepare }) => whileIdle(prepare),
      () => undefined,
    ),
  );
}
