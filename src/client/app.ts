/** The installed app's service worker. Only there: in a browser's tab it would have nothing to do. */
import { FILES } from '../site/urls.ts';
import { urls } from './site.ts';

const register = () => navigator.serviceWorker?.register(urls.file(FILES.worker)).catch(() => undefined);

if (matchMedia('(display-mode: standalone)').matches) register();
else addEventListener('appinstalled', register);
