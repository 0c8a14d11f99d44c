/** Writes what is copied into a ticket: the same answer as a link, as plain text, or as Markdown. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import type { Locale } from '../../i18n/locales.ts';
import { codeSpan, escapeMarkdown } from '../../site/markdown-text.ts';
import { SITE_NAME } from '../../site/settings.ts';

export const FORMS = ['link', 'text', 'markdown'] as const;
export type Form = (typeof FORMS)[number];

/** One meaning of a code, with what a ticket needs. */
export type Ticket = {
  code: string;
  /** The home platform's names. */
  platform: { en: string; zh: string };
  en: string;
  zh: string;
  /** Empty when not known. */
  errmsg: string;
  /** Whether a retry helps and who acts; empty when not known. */
  facts: string;
  /** The first cause and its fix, in the reader's language; empty without a guide. */
  firstCheck: string;
  /** Absolute URL with the platform's anchor. */
  url: string;
  /** Day of the data, as YYYY-MM-DD. */
  date: string;
};

/**
 * @param locale the language that comes first; the other follows
 * @example ticketText('link', ticket, 'en') // → 'https://…/codes/40164/#official-account'
 * @example ticketText('text', ticket, 'en')
 *   // → '40164 · Official Account · 公众号\nThe call came …\n如非白名单IP调用\nerrmsg: invalid ip, not in whitelist\nhttps://…\nWeChat Error Codes, data as of 2026-11-22'
 */
export function ticketText(form: Form, ticket: Ticket, locale: Locale): string {
  const { code, platform, en, zh, errmsg, facts, firstCheck, url, date } = ticket;
  if (form === 'link') return url;
  const names = locale === 'zh' ? [platform.zh, platform.en] : [platform.en, platform.zh];
  const texts = locale === 'zh' ? [zh, en] : [en, zh];
  const source = browserStrings(locale).dataOf(SITE_NAME[locale], date);
  if (form === 'text') {
    const lines = [
      [code, ...names].join(' · '),
      ...texts,
      errmsg && `errmsg: ${errmsg}`,
      facts,
      firstCheck,
      url,
      source,
    ];
    return lines.filter(Boolean).join('\n');
  }
  const title = [`**[${code}](${url})**`, ...names.map(escapeMarkdown)].join(' · ');
  const lines = [
    ...texts.map(escapeMarkdown),
    errmsg && `errmsg: ${codeSpan(errmsg)}`,
    escapeMarkdown(facts),
    escapeMarkdown(firstCheck),
  ].filter(Boolean);
  return [title, '', ...lines.map((line) => `- ${line}`), '', `_${source}_`].join('\n');
}

/** One code of a log, with what a ticket needs. */
export type LoggedCode = Omit<Ticket, 'date' | 'firstCheck'> & {
  /** How often and where it occurs, such as `×3, lines 6–9`; empty for a single line. */
  where: string;
  /** What is known of its cause; empty when nothing is. */
  cause: string;
};

/** Writes all codes of a log as plain text, in their order. Nothing of the log itself is in it. */
export function logText(codes: readonly LoggedCode[], date: string, locale: Locale): string {
  const blocks = codes.map(({ code, platform, en, zh, errmsg, facts, url, where, cause }) => {
    const names = locale === 'zh' ? [platform.zh, platform.en] : [platform.en, platform.zh];
    const texts = locale === 'zh' ? [zh, en] : [en, zh];
    const title = [code, ...names, where].filter(Boolean).join(' · ');
    return [title, ...texts, errmsg && `errmsg: ${errmsg}`, facts, cause, url].filter(Boolean).join('\n');
  });
  return [...blocks, browserStrings(locale).dataOf(SITE_NAME[locale], date)].join('\n\n');
}
