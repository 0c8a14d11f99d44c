/** Loaded by every page, after it is shown. Small: what only some readers use is fetched when they reach for it. */
import './copy.ts';
import './theme.ts';

const boxes = [...document.querySelectorAll<HTMLElement>('[data-search]')];

let search: Promise<typeof import('./search.ts')> | undefined;
const loadSearch = () => {
  search ??= import('./search.ts').then((module) => {
    for (const box of boxes) module.attach(box);
    return module;
  });
  return search;
};

for (const box of boxes) {
  const input = box.querySelector('input');
  // Home and search are there to search; elsewhere the first sign of it is soon enough.
  if (box.dataset.search === 'page') loadSearch();
  else
    for (const sign of ['focusin', 'pointerenter', 'touchstart'])
      box.addEventListener(sign, loadSearch, { once: true, passive: true });
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

// The other language's page, at the same place and with the same query.
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]')) {
  link.addEventListener('click', () => {
    const query = new URLSearchParams(location.search).toString();
    link.href = `${link.pathname}${query && `?${query}`}${location.hash}`;
  });
}
