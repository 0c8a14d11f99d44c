/**
 * Explains the bookmarklet when it is clicked instead of dragged to the bookmarks: this page's CSP blocks scripts in URLs,
 * so that the click would do nothing visible.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-bookmarklet]');

link?.addEventListener('click', (event) => {
  event.preventDefault();
  const status = link.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = link.dataset.bookmarklet ?? '';
});

export {};
