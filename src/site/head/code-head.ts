/** Writes a code page's title and description, as shown in chats, search results and tabs. */
import { type CodeGroup, type Entry, homeOf, titleOf } from '../../catalog/index.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { clip } from './head.ts';

/** About as many characters as search engines and chat tools show. */
const TITLE_CHARS = 60;
const DESCRIPTION_CHARS = 300;

/**
 * Returns a title: the code, the vendor's phrase (errmsg, else the short meaning), and the platform.
 * @param name a platform's name in the reader's language
 * @example codeTitle(group40164, 'en', name) // → '40164 invalid ip, not in whitelist · WeChat Official Account'
 */
export function codeTitle({ code, entries }: CodeGroup, locale: Locale, name: (slug: string) => string): string {
  const [entry] = entries;
  if (!entry) return code;
  const platform = stringsFor(locale).code.titlePlatform(name(homeOf(entry)));
  return `${code} ${clip(entry.errmsg || titleOf(entry, locale), TITLE_CHARS)} · ${platform}`;
}

/** Clips two texts to `room` characters in all; the longer one gets what the shorter one leaves. */
function clipBoth(first: string, second: string, room: number): string {
  const half = Math.floor(room / 2);
  const ofFirst = Math.max(half, room - second.length);
  const ofSecond = Math.max(half, room - first.length);
  return `${clip(first, ofFirst)} ${clip(second, ofSecond)}`;
}

/**
 * Returns a description: every meaning with its platform in both languages, each clipped to an equal share.
 * @param name a platform's name in the reader's language
 * @example codeDescription(entries, 'en', name) // → 'Official Account: The call came from … 如非白名单IP调用'
 */
export function codeDescription(entries: readonly Entry[], locale: Locale, name: (slug: string) => string): string {
  const { colon } = stringsFor(locale);
  const share = Math.floor(DESCRIPTION_CHARS / entries.length);
  return entries
    .map(({ platforms, en, zh }) => {
      const platform = `${name(platforms[0] ?? '')}${colon}`;
      const [first, second] = locale === 'zh' ? [zh, en] : [en, zh];
      return platform + clipBoth(first, second, share - platform.length - 4);
    })
    .join(' · ');
}
