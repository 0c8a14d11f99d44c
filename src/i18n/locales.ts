/** The languages of the site. English is the default and lives at the root. */
export const LOCALES = ['en', 'zh'] as const;

export type Locale = (typeof LOCALES)[number];

/** What goes into `lang` and `hreflang`. */
export const HTML_LANG: Record<Locale, string> = { en: 'en', zh: 'zh-CN' };

/** What goes into `og:locale`. */
export const OG_LOCALE: Record<Locale, string> = { en: 'en_US', zh: 'zh_CN' };

/** @example otherLocale('en') // → 'zh' */
export const otherLocale = (locale: Locale): Locale => (locale === 'en' ? 'zh' : 'en');

/** Route parameter of the `[...lang]` pages: nothing for the default language. */
export const localeParam = (locale: Locale): string | undefined => (locale === 'en' ? undefined : locale);
