/** Loaded by every page, so it is small: features are fetched when a reader starts to use them. */
import './trusted-types.ts';
import './ticket/copy-buttons.ts';
import './offline/register-worker.ts';
import './theme.ts';
import { isQuery } from '../lookup/query.ts';

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const onDemand = () => import('./on-demand.ts');
/** Events that show that a reader is about to use an element. */
const INTENT_EVENTS = ['focusin', 'pointerenter', 'touchstart'];

/** Calls `start` on the next such event. @returns a function that calls it at once */
function onNextIntent(element: HTMLElement, start: () => void) {
  const once = () => {
    for (const name of INTENT_EVENTS) element.removeEventListener(name, once);
    start();
  };
  for (const name of INTENT_EVENTS) element.addEventListener(name, once, { passive: true });
  return once;
}

function onFirstIntent(element: HTMLElement, start: () => void) {
  const once = onNextIntent(element, start);
  // A field that already has focus, or was filled by the browser, may not fire another event.
  const input = element.querySelector<HTMLInputElement>('input, textarea');
  if (element.contains(document.activeElement) || input?.value) once();
}

for (const box of all('[data-search]')) {
  const input = box.querySelector<HTMLInputElement>('input, textarea');
  const start = () =>
    onDemand().then(
      ({ answerNotFound, attachSearch }) => {
        if (box.closest('[data-not-found]')) answerNotFound();
        attachSearch(box);
      },
      () => {
        // Loading failed: show the query, and try again on the next event.
        if (input) input.value ||= new URLSearchParams(location.search).get('q') ?? '';
        onNextIntent(box, start);
      },
    );
  // Home and search load the feature at once; elsewhere the first event is early enough.
  if (box.dataset.search === 'page') start();
  else onFirstIntent(box, start);
  // Until the search is loaded, submitting the form puts its text into the URL, where a paste must not be.
  input?.form?.addEventListener('submit', (event) => {
    if (!isQuery(input.value)) event.preventDefault();
  });
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

for (const map of all('[data-map]')) onFirstIntent(map, () => onDemand().then(({ attachMap }) => attachMap(map)));

for (const filter of all('[data-filter]')) {
  onFirstIntent(filter, () => onDemand().then(({ attachFilter }) => attachFilter(filter)));
}

// Links the other language's page with the same query and anchor.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search).toString();
    link.href = `${link.pathname}${query && `?${query}`}${location.hash}`;
  });
}

// `#40013` in the whole table goes to the first row of that code, on any platform.
if (/^#-?\d+$/.test(location.hash)) {
  const row = document.querySelector(`[id^="${location.hash.slice(1)}-"]`);
  const goToRow = () => location.replace(`#${row?.id}`);
  // After loading a page, Firefox looks for the original anchor again, finds none, and resets `:target`.
  if (row && document.readyState === 'complete') goToRow();
  else if (row) addEventListener('load', () => setTimeout(goToRow));
}
