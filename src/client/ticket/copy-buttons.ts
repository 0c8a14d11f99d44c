/** Buttons with `data-copy` copy that text; those with `data-share` open the panel with the forms for a ticket. */
import { confirmCopy, copyText } from './clipboard.ts';

const messages = () => document.querySelector<HTMLElement>('[data-copy-status]')?.dataset;

document.addEventListener('click', async (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy], [data-share]');
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (button.dataset.share) {
    if (button instanceof HTMLAnchorElement) {
      // The row's URL, without scrolling there.
      event.preventDefault();
      history.replaceState(history.state, '', button.hash);
    }
    const features = await import('../on-demand.ts').catch(() => undefined);
    if (features) await features.openShare(button);
    else confirmCopy(button, false, messages()?.failed ?? '');
    return;
  }
  const isCopied = await copyText(button.dataset.copy ?? '');
  confirmCopy(button, isCopied, (isCopied ? messages()?.copied : messages()?.failed) ?? '');
});
