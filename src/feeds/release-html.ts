/** A release as HTML: why it was made, and what changed. The page and both feeds show the same. */

import type { Catalog, Column } from '../catalog/index.ts';
import { type Change, KINDS, type Release } from '../catalog/index.ts';
import { HTML_LANG, type Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import type { Page } from '../site/urls.ts';
import { element, type Markup } from './xml.ts';

export type ReleaseContext = {
  locale: Locale;
  names: Pick<Catalog, 'platforms' | 'topics' | 'sources'>;
  /** Addresses of pages: paths on the page, absolute ones in a feed. */
  link: (page: Page, anchor?: string) => string;
};

/** More additions than these are counted by platform instead of listed. */
export const LISTED_ADDITIONS = 100;

/** Anchor of a release on the page of changes. @example releaseAnchor('1.0.0') // → 'v1.0.0' */
export const releaseAnchor = (version: string): string => `v${version}`;

/** The language a column is in; the others' ids are shown by their names, in the page's own. */
const COLUMN_LOCALE: Partial<Record<Column, Locale>> = {
  zh: 'zh',
  note_zh: 'zh',
  en: 'en',
  note_en: 'en',
  errmsg: 'en',
};

/** What the ids in a cell are called. An id that is no longer known stays as it is. */
function spokenValue(column: Column, value: string, { names, locale }: ReleaseContext): string {
  const known = {
    platforms: names.platforms.map(({ slug, name }) => [slug, name] as const),
    topic: names.topics.map(({ slug, name }) => [slug, name] as const),
    source: names.sources.map(({ id, name }) => [id, name] as const),
  }[column as string];
  if (!known || value === '') return value;
  const name = new Map(known);
  return value
    .split(' ')
    .map((id) => name.get(id)?.[locale] ?? id)
    .join(' · ');
}

function fieldHtml({ column, before, after }: Change['fields'][number], context: ReleaseContext): Markup[] {
  const locale = COLUMN_LOCALE[column];
  const lang = locale && HTML_LANG[locale];
  const part = (tag: 'del' | 'ins', value: string) =>
    value !== '' && element(tag, { lang }, spokenValue(column, value, context));
  return [
    element('dt', {}, stringsFor(context.locale).changes.fields[column]),
    element('dd', {}, part('del', before), before !== '' && after !== '' && ' → ', part('ins', after)),
  ];
}

function changeHtml({ code, platform, meaning, fields, kind }: Change, context: ReleaseContext): Markup {
  const { locale, link } = context;
  const { colon } = stringsFor(locale);
  // That the status changed is what the heading says.
  const shown = fields.filter(({ column }) => column !== 'status');
  return element(
    'li',
    {},
    element('a', { href: link({ kind: 'code', code }, platform) }, code),
    ` ${spokenValue('platforms', platform, context)}`,
    kind !== 'corrected' && `${colon}${meaning[locale]}`,
    shown.length > 0 && element('dl', {}, ...shown.flatMap((field) => fieldHtml(field, context))),
  );
}

/** Additions by home platform, in the order of the platforms. */
function countsHtml(changes: readonly Change[], context: ReleaseContext): Markup {
  const { platform, count } = stringsFor(context.locale).changes.perPlatform;
  const rows = context.names.platforms
    .map(({ slug, name }) => ({ slug, name, here: changes.filter((change) => change.platform === slug).length }))
    .filter(({ here }) => here > 0)
    .map(({ slug, name, here }) =>
      element(
        'tr',
        {},
        element(
          'th',
          { scope: 'row' },
          element('a', { href: context.link({ kind: 'platform', slug }) }, name[context.locale]),
        ),
        element('td', {}, String(here)),
      ),
    );
  const head = [platform, count].map((label) => element('th', { scope: 'col' }, label));
  return element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows));
}

/** How many changes of each kind, in words. @example countsText(release, 'en') // → '1 added, 2 corrected' */
export function countsText({ changes }: Release, locale: Locale): string {
  const { counts, separator } = stringsFor(locale).changes;
  return KINDS.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count ? [counts[kind](count)] : [];
  }).join(separator);
}

/**
 * The reason, then the changes by kind: each with its code linked, and for what was corrected the text before and after.
 * @example releaseHtml(release, context) // → '<p>…</p><h3>1 corrected</h3><ul><li><a href="…">40001</a> …</li></ul>'
 */
export function releaseHtml({ why, changes }: Release, context: ReleaseContext): string {
  const { counts } = stringsFor(context.locale).changes;
  const groups = KINDS.flatMap((kind) => {
    const group = changes.filter((change) => change.kind === kind);
    if (!group.length) return [];
    const listing =
      kind === 'added' && group.length > LISTED_ADDITIONS
        ? countsHtml(group, context)
        : element('ul', {}, ...group.map((change) => changeHtml(change, context)));
    return [element('h3', {}, counts[kind](group.length)), listing];
  });
  return [element('p', {}, why[context.locale]), ...groups].map(({ source }) => source).join('\n');
}
