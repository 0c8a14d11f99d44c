/**
 * The bookmark, on the page that offers it: it is to be dragged away. A click would run it here, where the page's own
 * policy refuses scripts in addresses, and nothing would be seen.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-bookmarklet]');

link?.addEventListener('click', (event) => {
  event.preventDefault();
  const status = link.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = link.dataset.bookmarklet ?? '';
});

export {};
