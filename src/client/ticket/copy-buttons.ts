/**
 * Buttons with `data-copy` copy that text, links with it also their URL. Those with `data-share` open the panel with the
 * forms for a ticket.
 */
import { confirmCopy, copyText } from './clipboard.ts';

const messages = () => document.querySelector<HTMLElement>('[data-copy-status]')?.dataset;

document.addEventListener('click', async (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy], [data-share]');
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const isLink = button instanceof HTMLAnchorElement;
  if (isLink) {
    // The URL of the row or the fix, without scrolling there.
    event.preventDefault();
    history.replaceState(history.state, '', button.hash);
  }
  if (button.dataset.share) {
    const features = await import('../on-demand.ts').catch(() => undefined);
    if (features) await features.openShare(button);
    else confirmCopy(button, false, messages()?.failed ?? '');
    return;
  }
  const isCopied = await copyText([button.dataset.copy, isLink && button.href].filter(Boolean).join('\n'));
  confirmCopy(button, isCopied, (isCopied ? messages()?.copied : messages()?.failed) ?? '');
});
