/** Writes an entry for a ticket: as a link, as plain text, or as Markdown. */

import type { Locale } from '../../i18n/locales.ts';
import { codeSpan, escapeMarkdown } from '../../site/markdown-text.ts';
import { SITE_NAME } from '../../site/settings.ts';

export const FORMS = ['link', 'text', 'markdown'] as const;
export type Form = (typeof FORMS)[number];

/** One meaning of a code, for a ticket. */
export type Ticket = {
  code: string;
  /** The home platform's names. */
  platform: { en: string; zh: string };
  en: string;
  zh: string;
  /** Empty if unknown. */
  errmsg: string;
  /** Absolute URL with the platform's anchor. */
  url: string;
  /** Date of the data, as YYYY-MM-DD. */
  date: string;
};

/**
 * Returns the text to copy.
 * @param locale the language that comes first; both are always included
 * @example ticketText('link', ticket, 'en') // → 'https://…/codes/40164/#official-account'
 * @example ticketText('text', ticket, 'en')
 *   // → '40164 · Official Account · 公众号\nThe call came …\n如非白名单IP调用\nerrmsg: invalid ip, not in whitelist\nhttps://…\nWeChat Error Codes, data of 2026-11-22'
 */
export function ticketText(form: Form, ticket: Ticket, locale: Locale): string {
  const { code, platform, en, zh, errmsg, url, date } = ticket;
  if (form === 'link') return url;
  const names = locale === 'zh' ? [platform.zh, platform.en] : [platform.en, platform.zh];
  const texts = locale === 'zh' ? [zh, en] : [en, zh];
  const source = locale === 'zh' ? `${SITE_NAME.zh}，数据日期 ${date}` : `${SITE_NAME.en}, data of ${date}`;
  if (form === 'text') {
    return [[code, ...names].join(' · '), ...texts, ...(errmsg ? [`errmsg: ${errmsg}`] : []), url, source].join('\n');
  }
  const title = [`**[${code}](${url})**`, ...names.map(escapeMarkdown)].join(' · ');
  const lines = [...texts.map(escapeMarkdown), ...(errmsg ? [`errmsg: ${codeSpan(errmsg)}`] : [])];
  return [title, '', ...lines.map((line) => `- ${line}`), '', `_${source}_`].join('\n');
}
