/** Helpers for `getStaticPaths` of the `[...lang]` pages, which have both languages in one template. */
import { LOCALES, type Locale, localeParam } from '../i18n/locales.ts';

/** @example inBothLanguages() // → [{ params: { lang: undefined }, props: { locale: 'en' } }, { params: { lang: 'zh' }, … }] */
export const inBothLanguages = () =>
  LOCALES.map((locale) => ({ params: { lang: localeParam(locale) }, props: { locale } }));

/**
 * Returns one path per item and language.
 * @param param the route parameter's name; `key` returns its value, `props` the page's props
 */
export const eachInBothLanguages = <T, P extends object>(
  items: readonly T[],
  param: string,
  key: (item: T) => string,
  props: (item: T, index: number) => P,
): { params: Record<string, string | undefined>; props: P & { locale: Locale } }[] =>
  items.flatMap((item, index) =>
    inBothLanguages().map((path) => ({
      params: { ...path.params, [param]: key(item) },
      props: { ...path.props, ...props(item, index) },
    })),
  );
