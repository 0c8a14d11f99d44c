/** Draws what an answer says besides its results: notices, and codes without a meaning. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import type { Notice, UnknownCode } from '../../lookup/answer/notices.ts';
import { reportUrl } from '../../site/report.ts';
import { wecomQuery } from '../../site/urls.ts';
import { element } from '../dom.ts';
import { locale, reportTo, urls } from '../page-settings.ts';

const t = browserStrings(locale);

export const link = (href: string, text: string, attributes: Record<string, string> = {}) =>
  element('a', { href, ...attributes }, text);
export const codeLink = (code: string, anchor?: string) =>
  link(urls.page({ kind: 'code', code }, locale, anchor), code);

/** A paragraph in secondary style, with further classes. */
export const lead = (classes: string, ...children: (Node | string)[]) =>
  element('p', { class: `lead ${classes}`.trim() }, ...children);

export function drawNotice(notice: Notice): HTMLElement[] {
  switch (notice.kind) {
    case 'corrected':
      return [lead('', t.repaired(notice.query))];
    case 'relaxed':
      return [lead('', t.relaxed)];
    case 'other-vendor':
      return [element('p', {}, element('b', {}, t.vendor(notice.vendor)))];
    case 'nothing-found': {
      const help = lead('', t.noneHelp, ' ', link(urls.page({ kind: 'codes' }, locale), t.allCodes));
      return notice.query === undefined ? [help] : [element('p', {}, t.none(notice.query)), help];
    }
  }
}

export function drawUnknown({ code, family, nearest }: UnknownCode): HTMLElement[] {
  const report = reportTo && reportUrl(reportTo, t.missingTitle(code), t.missingBody(code));
  return [
    element('p', {}, element('b', {}, t.noneNumber(code)), family ? ` ${t.family(family[locale])}` : ''),
    lead('', t.near, ' ', ...nearest.flatMap((other) => [codeLink(other), ' '])),
    lead(
      '',
      link(wecomQuery(code), t.official, { rel: 'external' }),
      ...(report ? [' · ', link(report, t.reportMissing, { rel: 'external' })] : []),
    ),
  ];
}
