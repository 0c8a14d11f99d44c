/** Handles clicks on `data-copy`, which copies the text, and on `data-share`, which opens the ticket panel. */
import { copyText, showCopied } from './clipboard.ts';

const messages = () => document.querySelector<HTMLElement>('[data-copy-status]')?.dataset;

document.addEventListener('click', async (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy], [data-share]');
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (button.dataset.share) {
    if (button instanceof HTMLAnchorElement) {
      // Set the row's URL without scrolling to the row.
      event.preventDefault();
      history.replaceState(history.state, '', button.hash);
    }
    const onDemand = await import('../on-demand.ts').catch(() => undefined);
    if (onDemand) await onDemand.openTicketPanel(button);
    else showCopied(button, false, messages()?.failed ?? '');
    return;
  }
  const done = await copyText(button.dataset.copy ?? '');
  showCopied(button, done, (done ? messages()?.copied : messages()?.failed) ?? '');
});
