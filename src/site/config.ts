/** The deployment's settings, as Astro knows them. Outside Astro use `createUrls` directly. */
import { reportTarget } from './report.ts';
import { createUrls } from './urls.ts';

export const SITE_NAME = { en: 'WeChat Error Codes', zh: '微信错误码' };

export const urls = createUrls(import.meta.env.BASE_URL, import.meta.env.SITE);

/** Whether social cards are made: `CARDS=off` leaves them out, for quick builds. */
export const CARDS: boolean = process.env.CARDS !== 'off';

/** Where readers send corrections; undefined when `SITE_REPO` is unset. */
export const REPORT_TARGET = reportTarget(process.env.SITE_REPO);
