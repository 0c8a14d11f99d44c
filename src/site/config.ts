/** The deployment's settings, from Astro. Outside Astro use `createUrls` directly. */

import { reportTarget } from './report.ts';
import { cardsOn, offlineOn } from './settings.ts';
import { createUrls } from './urls.ts';

export { SITE_NAME } from './settings.ts';

export const urls = createUrls(import.meta.env.BASE_URL, import.meta.env.SITE);

/** Whether this build has the images of `FILES.card`, for `<head>` to link. Off with `CARDS=off` and in dev. */
export const CARDS: boolean = !import.meta.env.DEV && cardsOn(process.env);

/** Whether this build has the service worker for offline use. Off with `OFFLINE=off` and in dev. */
export const OFFLINE: boolean = !import.meta.env.DEV && offlineOn(process.env);

/** Where readers send corrections; undefined when `SITE_REPO` is unset. */
export const REPORT_TARGET = reportTarget(process.env.SITE_REPO);
