/** Shows a notice when a worker has newer data; the reader decides when to reload. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import styles from '../../styles/ticket.css?inline';
import { type About, ASK_ABOUT, compare, TAKE_OVER } from '../../worker/worker-messages.ts';
import { adopt } from '../adopt-styles.ts';
import { element } from '../create-element.ts';
import { dataDate, entriesUrl, locale } from '../page-settings.ts';

const t = browserStrings(locale);
let shown: HTMLElement | undefined;

function ask(worker: ServiceWorker): Promise<About> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<About>) => resolve(data);
    worker.postMessage(ASK_ABOUT, [port2]);
  });
}

function showNotice(date: string, worker: ServiceWorker) {
  adopt(styles);
  const reload = element('button', { type: 'button', class: 'button' }, t.reload);
  reload.addEventListener('click', () => {
    if (worker.state === 'activated') return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage(TAKE_OVER);
  });
  const later = element('button', { type: 'button', class: 'button' }, t.later);
  later.addEventListener('click', () => shown?.remove());
  const notice = element(
    'div',
    { role: 'status', class: 'share notice no-print' },
    t.newData(date),
    ' ',
    reload,
    ' ',
    later,
  );
  shown?.remove();
  shown = notice;
  document.body.append(notice);
}

/**
 * Shows a notice if a worker has newer data than the page. Otherwise a waiting worker takes over at once, which has no
 * visible effect.
 */
export async function onNewWorker(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return;
  const about = await ask(worker);
  if (compare({ data: entriesUrl, date: dataDate }, about) === 'newer') showNotice(about.date, worker);
  else if (worker.state === 'installed') worker.postMessage(TAKE_OVER);
}
