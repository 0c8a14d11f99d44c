/** The settings that a page has for its scripts: language, URLs, data. */
import type { Locale } from '../i18n/locales.ts';
import { reportTarget } from '../site/report.ts';
import { createUrls } from '../site/urls.ts';

const root = document.documentElement;

export const locale: Locale = root.lang.startsWith('zh') ? 'zh' : 'en';
export const urls = createUrls(root.dataset.base ?? '/', location.origin);
/** URL of the instant search's data. */
export const entriesUrl = root.dataset.entries ?? '';
/** Day of the data, as YYYY-MM-DD. */
export const dataDate = root.dataset.date ?? '';
/** Where readers send corrections; undefined when nowhere. */
export const reportTo = reportTarget(root.dataset.report);
