/** The site's name. Apart from `config.ts`, because it is needed outside Astro too. */
export const SITE_NAME = { en: 'WeChat Error Codes', zh: '微信错误码' };
