/** What a link to a code says of itself where only title and description are shown: in a chat, a search result, a tab. */
import type { Entry } from '../../catalog/index.ts';
import type { Locale } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { clip } from './head.ts';

/** Search engines and chat tools show about this much. */
const TITLE = 76;
const DESCRIPTION = 300;
/** A shorter beginning of a sentence says nothing. */
const WORTH_SHOWING = 24;

/**
 * The code, then the vendor's own phrase (what the API returns, else the official Chinese), then what it means, if there
 * is room.
 * @param entries all meanings of the code; the first speaks for the page
 * @example codeTitle('40164', entries, 'en') // → '40164 · invalid ip, not in whitelist · The call came from an IP that is …'
 */
export function codeTitle(code: string, [entry]: readonly Entry[], locale: Locale): string {
  if (!entry) return code;
  const { errmsg, zh, en } = entry;
  const phrase = clip(errmsg || zh, TITLE);
  const meaning = errmsg ? entry[locale] : en;
  const room = TITLE - phrase.length;
  const shown = room >= Math.min(WORTH_SHOWING, meaning.length) ? [clip(meaning, room)] : [];
  return [code, phrase, ...shown].join(' · ');
}

/** Both texts within `room`: what the shorter one leaves, the longer one gets. */
function clipBoth(first: string, second: string, room: number): string {
  const half = Math.floor(room / 2);
  const ofFirst = Math.max(half, room - second.length);
  const ofSecond = Math.max(half, room - first.length);
  return `${clip(first, ofFirst)} ${clip(second, ofSecond)}`;
}

/**
 * Every meaning with its platform and both languages, the reader's first; each gets its share of the room.
 * @param name a platform's name in the reader's language
 * @example codeDescription(entries, 'en', name) // → 'Official Account: The call came from … 如非白名单IP调用'
 */
export function codeDescription(entries: readonly Entry[], locale: Locale, name: (slug: string) => string): string {
  const { colon } = stringsFor(locale);
  const share = Math.floor(DESCRIPTION / entries.length);
  return entries
    .map(({ platforms, en, zh }) => {
      const platform = `${name(platforms[0] ?? '')}${colon}`;
      const [first, second] = locale === 'zh' ? [zh, en] : [en, zh];
      return platform + clipBoth(first, second, share - platform.length - 4);
    })
    .join(' · ');
}
