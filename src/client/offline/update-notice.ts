/** Tells the reader that a service worker with newer data is ready; the reader decides when to reload. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import styles from '../../styles/ticket.css?inline';
import { type About, ASK_ABOUT, compare, TAKE_OVER } from '../../worker/worker-messages.ts';
import { adoptStyles, button, element } from '../dom.ts';
import { dataDate, entriesUrl, locale } from '../page-settings.ts';

const t = browserStrings(locale);
let current: HTMLElement | undefined;

function askAbout(worker: ServiceWorker): Promise<About> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<About>) => resolve(data);
    worker.postMessage(ASK_ABOUT, [port2]);
  });
}

function showNotice(date: string, worker: ServiceWorker) {
  adoptStyles(styles);
  const reload = button(t.reload, () => {
    if (worker.state === 'activated') return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage(TAKE_OVER);
  });
  const later = button(t.later, () => current?.remove());
  const notice = element(
    'div',
    { role: 'status', class: 'share notice no-print' },
    t.newData(date),
    ' ',
    reload,
    ' ',
    later,
  );
  current?.remove();
  current = notice;
  document.body.append(notice);
}

/**
 * Compares the data of a worker with the data of the page. Newer data is announced; with the same data a waiting worker
 * takes over at once, because the reader sees no difference.
 */
export async function onNewWorker(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return;
  const about = await askAbout(worker);
  if (compare({ data: entriesUrl, date: dataDate }, about) === 'newer') showNotice(about.date, worker);
  else if (worker.state === 'installed') worker.postMessage(TAKE_OVER);
}
