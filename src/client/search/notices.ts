/** Draws what an answer says besides its results: notices, and codes without a meaning. */
import { browserStrings } from '../../i18n/browser-strings.ts';
import type { Notice, UnknownCode } from '../../lookup/answer/notices.ts';
import type { Document, LookupEntry } from '../../lookup/pack.ts';
import { reportUrl } from '../../site/report.ts';
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

const strong = (text: string) => element('p', {}, element('b', {}, text));

const listed = (items: readonly (Node | string)[][]) => items.flatMap((item, i) => (i ? [' · ', ...item] : item));

const drawDocuments = (documents: readonly Document[]): HTMLElement[] =>
  documents.length
    ? [
        lead(
          '',
          t.officialLists,
          ' ',
          ...listed(documents.map(({ title, url }) => [link(url, title[locale], { rel: 'external' })])),
        ),
      ]
    : [];

/** A short list of codes, each with its meaning. */
export const drawCodes = (label: string, entries: readonly LookupEntry[]): HTMLElement[] =>
  entries.length
    ? [
        lead('mt-1', label),
        element(
          'ul',
          { class: 'codes-list' },
          ...entries.map((entry) => element('li', {}, codeLink(entry.code), ` ${entry[locale]}`)),
        ),
      ]
    : [];

export function drawNotice(notice: Notice): HTMLElement[] {
  switch (notice.kind) {
    case 'corrected':
      return [lead('', t.repaired(notice.query))];
    case 'relaxed':
      return [lead('', t.relaxed)];
    case 'other-vendor':
      return [strong(t.vendor(notice.vendor))];
    case 'client':
      return [strong(t.client(notice.api))];
    case 'aside':
      return [lead('', element('b', {}, notice.code), ` · ${notice.why[locale]}`)];
    case 'root':
      return [
        element('p', {}, element('b', {}, t.root(notice.code, notice.explains.join(', '))), ` ${notice.why[locale]}`),
      ];
    case 'not-on-platform':
      return [
        strong(t.notOnPlatform(notice.codes.join(', '), notice.platform.name[locale])),
        ...drawDocuments(notice.documents),
        lead('mt-2', t.elsewhere),
      ];
    case 'nothing-found': {
      const help = lead('', t.noneHelp, ' ', link(urls.page({ kind: 'codes' }, locale), t.allCodes));
      return notice.query === undefined ? [help] : [element('p', {}, t.none(notice.query)), help];
    }
  }
}

export function drawUnknown({ code, family, platforms, nearest, gap, named, documents }: UnknownCode): HTMLElement[] {
  const report = reportTo && reportUrl(reportTo, 'missing-code', t.missingTitle(code), t.missingBody(code));
  const names = t.anyOf(platforms.map(({ name }) => name[locale]));
  const facts = [family && t.family(family[locale]), !family && names && t.rangeOf(names)].filter(Boolean);
  return [
    element(
      'p',
      {},
      element('b', {}, named ? t.notOnPlatform(code, named.name[locale]) : t.noneNumber(code)),
      ...facts.map((fact) => ` ${fact}`),
    ),
    ...drawCodes(t.near, nearest),
    ...(gap?.below && gap.above ? [lead('', t.gap(gap.below, gap.above))] : []),
    ...drawDocuments(documents),
    ...(report ? [lead('', link(report, t.reportMissing, { rel: 'external' }))] : []),
  ];
}
