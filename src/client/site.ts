/** What the page says about itself, for scripts: language, texts, addresses. */
import type { Locale } from '../i18n/locales.ts';
import { createUrls } from '../site/urls.ts';

const root = document.documentElement;

export const locale: Locale = root.lang.startsWith('zh') ? 'zh' : 'en';
export const urls = createUrls(root.dataset.base ?? '/', location.origin);
/** The instant tier's file. */
export const entriesUrl = root.dataset.entries ?? '';
