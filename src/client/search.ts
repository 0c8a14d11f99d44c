/** A search box: reads what is typed, asks both tiers, keeps address and keyboard in order. Drawing is in `results.ts`. */
import { browserStrings } from '../i18n/browser-strings.ts';
import { type Answer, complete, type Lookup } from '../lookup/lookup.ts';
import { fulltext } from './fulltext.ts';
import { instant } from './instant.ts';
import { draw, element } from './results.ts';
import { locale, urls } from './site.ts';

const t = browserStrings(locale);
/** Longer than a pause between keys, shorter than one notices. */
const FULLTEXT_DELAY = 60;
const STATUS_DELAY = 400;
/** Only a short query of one line goes into the address. */
const SHAREABLE = /^[^\n\r]{1,64}$/;

/** Parameter names of old links and of other tools, besides our own. */
const queryOf = (params: URLSearchParams) => params.get('q') ?? params.get('e') ?? params.get('errcode') ?? '';

/** Makes a `[data-search]` element work. Text typed before is answered at once. */
export function attachSearch(box: HTMLElement): void {
  const input = box.querySelector('input') as HTMLInputElement;
  const output = box.querySelector('[data-output]') as HTMLElement;
  const status = box.querySelector('[data-status]') as HTMLElement;
  const isPage = box.dataset.search === 'page';

  let answer: Answer | undefined;
  let platform: string | undefined;
  let asked = '';
  let fulltextTimer = 0;
  let statusTimer = 0;
  let openFirst = false;

  const busy = (is: boolean) => output.setAttribute('aria-busy', String(is));
  const links = () => [...output.querySelectorAll<HTMLAnchorElement>('[data-results] > li > a')];
  const searchUrl = (query: string) => {
    const url = new URL(urls.page({ kind: 'search' }, locale), location.origin);
    if (SHAREABLE.test(query)) url.searchParams.set('q', query);
    return url.href;
  };

  function show(lookup: Lookup, next: Answer) {
    answer = next;
    const count = draw(output, next, lookup, {
      limit: isPage ? 50 : 8,
      platform,
      choose: isPage ? choose : undefined,
      seeAll: isPage ? undefined : searchUrl(next.query),
    });
    output.hidden = false;
    clearTimeout(statusTimer);
    statusTimer = window.setTimeout(() => {
      status.textContent = count ? t.count(count) : t.none(next.query.slice(0, 64));
    }, STATUS_DELAY);
    if (openFirst && count) {
      openFirst = false;
      links()[0]?.click();
    }
  }

  async function choose(slug?: string) {
    platform = slug;
    remember('push');
    if (answer) show(await instant(), answer);
    output.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  function clear() {
    answer = undefined;
    output.hidden = true;
    output.replaceChildren();
    status.textContent = '';
    busy(false);
  }

  async function ask() {
    const query = input.value;
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
    const first = lookup.ask(query);
    const needsMore = first.wanted.length > 0;
    busy(needsMore);
    show(lookup, first);
    if (!needsMore) return;
    fulltextTimer = window.setTimeout(async () => {
      try {
        const found = await fulltext(first.wanted, lookup.data.entries.length);
        if (query !== asked) return;
        // Drawn again only if it changes something: a reader may be on a result already.
        const next = complete(first, found);
        if (next.likely.join() !== first.likely.join()) show(lookup, next);
      } catch (error) {
        console.info('Full-text search is not available here; the instant search answers alone.', error);
      } finally {
        if (query === asked) busy(false);
      }
    }, FULLTEXT_DELAY);
  }

  function fail() {
    const retry = element('button', { type: 'button', class: 'button' }, t.retry);
    retry.addEventListener('click', () => {
      asked = '';
      ask();
    });
    const all = element('a', { href: urls.page({ kind: 'codes' }, locale) }, t.allCodes);
    output.replaceChildren(element('p', {}, t.failed, ' ', retry, ' ', all));
    output.hidden = false;
    busy(false);
  }

  /** Keeps the query in the address of home and search, so that a reload, a bookmark and the Back button bring it back. */
  function remember(how: 'replace' | 'push') {
    if (!isPage) return;
    const url = new URL(location.href);
    for (const name of ['q', 'e', 'errcode', 'p']) url.searchParams.delete(name);
    if (input.value.trim() && SHAREABLE.test(input.value)) url.searchParams.set('q', input.value);
    if (platform) url.searchParams.set('p', platform);
    if (url.href === location.href) return;
    history[`${how}State`](null, '', url);
  }

  function restore() {
    const params = new URLSearchParams(location.search);
    const query = queryOf(params);
    platform = params.get('p') ?? undefined;
    if (query || !input.value) input.value = query;
    asked = '';
    ask();
  }

  input.addEventListener('input', (event) => {
    // A Chinese input method is still at work: what stands in the field is not yet what is meant.
    if ((event as InputEvent).isComposing) return;
    openFirst = false;
    platform = undefined;
    ask();
    remember('replace');
  });
  input.addEventListener('compositionend', () => {
    platform = undefined;
    ask();
    remember('replace');
  });
  input.addEventListener('focus', () => {
    if (!isPage && answer) output.hidden = false;
  });

  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const [first] = answer?.query === input.value ? links() : [];
    if (first) first.click();
    // Typed and sent before the data was there: open the first result when it comes.
    else if (answer?.query !== input.value) openFirst = true;
    ask();
  });

  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (event.target === input) {
        input.blur();
        if (!isPage) output.hidden = true;
      } else input.focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || output.hidden) return;
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
  } else {
    document.addEventListener('pointerdown', (event) => {
      if (!box.contains(event.target as Node)) output.hidden = true;
    });
    box.addEventListener('focusout', (event) => {
      if (event.relatedTarget && !box.contains(event.relatedTarget as Node)) output.hidden = true;
    });
    ask();
  }
}
