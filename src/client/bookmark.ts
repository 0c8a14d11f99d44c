/**
 * Explains on click that the bookmarklet must be dragged to the bookmarks. The click itself would have no effect,
 * because the page's CSP blocks `javascript:` URLs.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-bookmarklet]');

link?.addEventListener('click', (event) => {
  event.preventDefault();
  const status = link.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = link.dataset.bookmarklet ?? '';
});

export {};
