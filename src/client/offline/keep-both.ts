/** The button that keeps the pages of both languages for offline use. It is there once a worker is in control. */
import { KEEP_BOTH } from '../../worker/worker-messages.ts';

const { serviceWorker } = navigator;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-keep-both]')) {
  const status = button.parentElement?.querySelector('[role="status"]');
  serviceWorker?.ready.then(({ active }) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data: isKept }: MessageEvent<boolean>) => {
        if (status) status.textContent = (isKept ? button.dataset.kept : button.dataset.failed) ?? '';
        button.hidden = isKept;
      };
      active?.postMessage(KEEP_BOTH, [port2]);
    });
  });
}
