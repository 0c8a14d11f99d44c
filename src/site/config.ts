/** The deployment's settings, as Astro knows them. Outside Astro use `createUrls` directly. */

import { reportTarget } from './report.ts';
import { cardsOn, offlineOn } from './settings.ts';
import { createUrls } from './urls.ts';

export { SITE_NAME } from './settings.ts';

export const urls = createUrls(import.meta.env.BASE_URL, import.meta.env.SITE);

/**
 * Does this build write the images `FILES.card` names? `<head>` may announce them only then. `CARDS=off` leaves them out,
 * and a development server never has them.
 */
export const CARDS: boolean = !import.meta.env.DEV && cardsOn(process.env);

/** Does this build have the service worker that keeps the site for use without a network? A development server has not. */
export const OFFLINE: boolean = !import.meta.env.DEV && offlineOn(process.env);

/** Where readers send corrections; undefined when `SITE_REPO` is unset. */
export const REPORT_TARGET = reportTarget(process.env.SITE_REPO);
