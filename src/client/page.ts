/** The script of every page. Small: features that only some readers use are fetched when a reader is about to use one. */
import './trusted-types.ts';
import './ticket/copy-buttons.ts';
import './offline/register-worker.ts';
import './theme.ts';
import { isQuery } from '../lookup/query.ts';
import { remember, showRecent } from './recent.ts';

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const features = () => import('./on-demand.ts');
/** The first signs that a reader is about to use something. */
const SIGNS = ['focusin', 'pointerenter', 'touchstart'];

/** Calls `start` once, at the next sign. @returns the same without a sign */
function onNextSign(element: HTMLElement, start: () => void) {
  const once = () => {
    for (const sign of SIGNS) element.removeEventListener(sign, once);
    start();
  };
  for (const sign of SIGNS) element.addEventListener(sign, once, { passive: true });
  return once;
}

function onFirstSign(element: HTMLElement, start: () => void) {
  const once = onNextSign(element, start);
  // A field that already has the focus or a text gives no sign.
  const input = element.querySelector<HTMLInputElement>('input, textarea');
  if (element.contains(document.activeElement) || input?.value) once();
}

/** Focuses a box at `/` or Ctrl+K, as the `kbd` in it says. */
function onShortcut(input: HTMLInputElement | HTMLTextAreaElement | null) {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!slash && !k) return;
    event.preventDefault();
    input?.focus();
    input?.select();
  });
}

for (const box of all('[data-search]')) {
  const input = box.querySelector<HTMLInputElement>('input, textarea');
  const start = () =>
    features().then(
      ({ answerNotFound, attachSearch }) => {
        if (box.closest('[data-not-found]')) answerNotFound();
        attachSearch(box);
      },
      () => {
        // Not fetched: the query of the URL is shown, and the next sign tries again.
        if (input) input.value ||= new URLSearchParams(location.search).get('q') ?? '';
        onNextSign(box, start);
      },
    );
  // Home and search load the search at once, other pages at the first sign.
  if (box.dataset.search === 'page') start();
  else onFirstSign(box, start);
  // Before the search is loaded the form puts its text into the URL: right for a query, wrong for a paste.
  input?.form?.addEventListener('submit', (event) => {
    if (!isQuery(input.value)) event.preventDefault();
  });
  onShortcut(input);
}

all('[data-recent]').forEach(showRecent);

// The whole table: its filter is the header's box, its platforms stand above the rows.
for (const filter of all('[data-filter]')) {
  let [started, attached] = [false, false];
  let early: HTMLElement | null = null;
  const start = () => {
    if (started) return;
    started = true;
    features()
      .then(({ attachFilter }) => attachFilter(filter))
      .then(() => {
        attached = true;
        early?.click();
      });
  };
  for (const part of [filter, ...all('[data-filter-part]')]) {
    onFirstSign(part, start);
    // A click that was faster than the script is not lost.
    part.addEventListener('click', (event) => {
      if (!attached) early = (event.target as Element).closest('button');
    });
  }
  onShortcut(filter.querySelector('input'));
  // A filter in the URL, or a place to come back to.
  if (location.search || history.state) start();
}

// The other language's page, at the same place and with the same query.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search).toString();
    link.href = `${link.pathname}${query && `?${query}`}${location.hash}`;
  });
}

// `#40013` on the whole table: the first row of that code, whatever its platform.
if (/^#-?\d+$/.test(location.hash)) {
  const row = document.querySelector(`[id^="${location.hash.slice(1)}-"]`);
  const jump = () => location.replace(`#${row?.id}`);
  // After loading, Firefox looks for the first anchor again, finds none, and unmarks the row.
  if (row && document.readyState === 'complete') jump();
  else if (row) addEventListener('load', () => setTimeout(jump));
}

// The anchor of a platform opens its meaning and guide, that of a fix its guide. `/codes/40001/#wecom` where WeCom has no
// meaning of 40001 says so.
for (const heading of all('[data-code]')) {
  remember(heading.dataset.code ?? '');
  const check = () => {
    document.querySelector('[data-missing-platform]')?.remove();
    const slug = location.hash.slice(1);
    const target = slug ? document.getElementById(slug) : undefined;
    const meaning = target?.closest('article');
    for (const details of [
      meaning?.querySelector('details[data-meaning]'),
      meaning?.querySelector(`details[data-guide="${CSS.escape(slug)}"]`),
      target?.closest('details'),
    ])
      details?.setAttribute('open', '');
    if (!slug || target) return;
    features().then(({ showMissingPlatform }) => showMissingPlatform(heading, slug));
  };
  check();
  addEventListener('hashchange', check);
}
