/** Buttons with `data-copy`: one click copies the text. Those with `data-share`: one click offers the forms for a ticket. */
import { copyText, sayCopied } from './clipboard.ts';

const said = () => document.querySelector<HTMLElement>('[data-copy-status]')?.dataset;

document.addEventListener('click', async (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy], [data-share]');
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (button.dataset.share) {
    if (button instanceof HTMLAnchorElement) {
      // The row's own address, without the jump there.
      event.preventDefault();
      history.replaceState(history.state, '', button.hash);
    }
    const features = await import('../on-demand.ts').catch(() => undefined);
    if (features) await features.openShare(button);
    else sayCopied(button, false, said()?.failed ?? '');
    return;
  }
  const done = await copyText(button.dataset.copy ?? '');
  sayCopied(button, done, (done ? said()?.copied : said()?.failed) ?? '');
});
