/**
 * Registers the service worker, which fetches the site for use without a network. Not for readers who save data.
 */
// For the build, which bundles the worker from this import (`build/offline/integration.ts`); this script contains none of it.
import '../../worker/worker.ts?worker&url';

type WithConnection = { connection?: { saveData?: boolean } };
const HOUR_MS = 3_600_000;
/** The worker fetches half a megabyte, which would slow down a first search on a slow connection. */
const REGISTER_DELAY_MS = 3000;

/** The worker's URL. Absent in dev and where the site is built without the worker (`OFFLINE=off`). */
const { worker: workerUrl } = document.documentElement.dataset;
const { serviceWorker } = navigator;
const onDemand = () => import('../on-demand.ts');

async function register(url: string) {
  const registration = await serviceWorker.register(url);
  const checkWaiting = () => {
    // On the first visit no worker is in control, so nothing needs replacing.
    if (!registration.waiting || !serviceWorker.controller) return;
    onDemand().then(({ onNewWorker }) => onNewWorker(registration.waiting));
  };
  checkWaiting();
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', checkWaiting),
  );
  let updatedAt = Date.now();
  // A page may stay open for days: it checks for an update when the reader comes back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - updatedAt < HOUR_MS) return;
    updatedAt = Date.now();
    registration.update().catch(() => undefined);
  });
}

if (workerUrl && serviceWorker && !(navigator as WithConnection).connection?.saveData) {
  let controlled = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener('controllerchange', () => {
    // A first activation is not an update.
    if (controlled) onDemand().then(({ onNewWorker }) => onNewWorker(serviceWorker.controller));
    controlled = true;
  });
  // Where registration is refused (private windows, no storage) the site works without the worker.
  const start = () => setTimeout(() => register(workerUrl).catch(() => undefined), REGISTER_DELAY_MS);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
