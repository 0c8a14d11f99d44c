/** Both languages of every page from one template: helpers for `getStaticPaths` of the `[...lang]` pages. */
import { LOCALES, type Locale, localeParam } from '../i18n/locales.ts';

/** @example inBothLanguages() // → [{ params: { lang: undefined }, props: { locale: 'en' } }, { params: { lang: 'zh' }, … }] */
export const inBothLanguages = () =>
  LOCALES.map((locale) => ({ params: { lang: localeParam(locale) }, props: { locale } }));

/**
 * One path a language for each item.
 * @param param the route parameter's name, `key` its value, `props` what the page needs
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
