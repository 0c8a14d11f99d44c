/**
 * Keeps the site for use without a network: once a page has been there for a moment, the service worker is registered,
 * which fetches the rest. Not when the reader saves data.
 */
// The build makes the worker's own part of this import (`build/offline/integration.ts`); nothing of it is in this script.
import '../../worker/worker.ts?worker&url';

type Frugal = { connection?: { saveData?: boolean } };
const HOUR_MS = 3_600_000;
/** What the reader came for goes first: half a megabyte beside it would slow down a first search on a slow link. */
const CALM_MS = 3000;

/** Absent where the site is built without (`OFFLINE=off`) and in dev. */
const { worker: file } = document.documentElement.dataset;
const { serviceWorker } = navigator;
const updates = () => import('../on-demand.ts');

async function keep(address: string) {
  const registration = await serviceWorker.register(address);
  const look = () => {
    // The first worker waits for nobody.
    if (registration.waiting && serviceWorker.controller) updates().then(({ meet }) => meet(registration.waiting));
  };
  look();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  let asked = Date.now();
  // A page may stay open for days: it asks again when the reader comes back to it.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR_MS) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
}

if (file && serviceWorker && !(navigator as Frugal).connection?.saveData) {
  let controlled = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker brings nothing new.
    if (controlled) updates().then(({ meet }) => meet(serviceWorker.controller));
    controlled = true;
  });
  // Where it is refused (private windows, storage denied) the site works as without it.
  const start = () => setTimeout(() => keep(file).catch(() => undefined), CALM_MS);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
