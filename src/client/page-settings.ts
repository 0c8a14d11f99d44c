/** The page's settings, for scripts: language, URLs, data. */
import type { Locale } from '../i18n/locales.ts';
import { reportTarget } from '../site/report.ts';
import { createUrls } from '../site/urls.ts';

const root = document.documentElement;

export const locale: Locale = root.lang.startsWith('zh') ? 'zh' : 'en';
export const urls = createUrls(root.dataset.base ?? '/', location.origin);
/** URL of the instant tier's file. */
export const entriesUrl = root.dataset.entries ?? '';
/** Date of the data, as YYYY-MM-DD. */
export const dataDate = root.dataset.date ?? '';
/** Where readers send corrections; undefined if `SITE_REPO` is unset. */
export const reportTo = reportTarget(root.dataset.report);
