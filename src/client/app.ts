/**
 * The installed app's service worker. Only there: in a browser's tab it would have nothing to do. The app opens on the
 * look-up box, whose script brings this along.
 */
import { WORKER } from '../site/urls.ts';
import { urls } from './site.ts';

const register = () => navigator.serviceWorker?.register(urls.file(WORKER)).catch(() => undefined);

if (matchMedia('(display-mode: standalone)').matches) register();
else addEventListener('appinstalled', register);
