/** The deployment's settings, as Astro knows them. Outside Astro use `createUrls` directly. */
import { createUrls } from './urls.ts';

export const SITE_NAME = { en: 'WeChat Error Codes', zh: '微信错误码' };

export const urls = createUrls(import.meta.env.BASE_URL, import.meta.env.SITE);
