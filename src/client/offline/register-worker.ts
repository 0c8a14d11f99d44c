/**
 * Registers the service worker, which precaches the site for offline use, a moment after the page has loaded. Not with
 * Save-Data on.
 */
// The build makes our part of the worker from this import (`build/offline/integration.ts`); this script has none of it.
import '../../worker/worker.ts?worker&url';

type WithConnection = { connection?: { saveData?: boolean } };
const HOUR_MS = 3_600_000;
/** The page comes first: fetching half a megabyte beside it would slow down a first search on a slow connection. */
const REGISTER_DELAY_MS = 3000;

/** Absent in builds with `OFFLINE=off` and in dev. */
const { worker: file } = document.documentElement.dataset;
const { serviceWorker } = navigator;
const onNewWorker = (worker: ServiceWorker | null) =>
  import('../on-demand.ts').then(({ onNewWorker }) => onNewWorker(worker));

async function register(url: string) {
  const registration = await serviceWorker.register(url);
  const look = () => {
    // On the first visit no worker is in control, so nothing needs replacing.
    if (registration.waiting && serviceWorker.controller) onNewWorker(registration.waiting);
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  let lastCheck = Date.now();
  // A page may stay open for days: check for an update when the reader returns to it.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - lastCheck < HOUR_MS) return;
    lastCheck = Date.now();
    registration.update().catch(() => undefined);
  });
}

if (file && serviceWorker && !(navigator as WithConnection).connection?.saveData) {
  let controlled = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener('controllerchange', () => {
    // A first activation is not an update.
    if (controlled) onNewWorker(serviceWorker.controller);
    controlled = true;
  });
  // If registration fails (private windows, no storage), the site works without offline use.
  const start = () => setTimeout(() => register(file).catch(() => undefined), REGISTER_DELAY_MS);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
