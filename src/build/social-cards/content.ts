/** What stands on a card, apart from how it looks: a pure function of the catalog. */
import type { Catalog, CodeGroup, Platform } from '../../catalog/index.ts';
import { groupByCode } from '../../catalog/index.ts';
import { LOCALES } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { SITE_NAME } from '../../site/settings.ts';
import { ELLIPSIS } from './shorten.ts';

/** A platform's dot and both names. */
export type CardPlatform = { slug: string; name: string };

export type CardMeaning = {
  platforms: CardPlatform[];
  zh: string;
  en: string;
  /** That the code is no longer returned, in both languages. */
  historic?: string;
};

export type CodeCard = {
  kind: 'code';
  code: string;
  /** What the API returns; only where it is the same for all meanings, and says more than the English meaning. */
  errmsg: string;
  meanings: CardMeaning[];
  /** In both languages, when there are more meanings than the card shows. */
  more?: string;
};

export type SiteCard = { kind: 'site'; names: string[]; taglines: string[]; counts: string; platforms: CardPlatform[] };

export type Card = CodeCard | SiteCard;

/** What stands at the bottom of every card. */
export const FOOTER = { logo: 'errcode', names: `${SITE_NAME.en} · ${SITE_NAME.zh}` };

/** More would not be legible in a chat. */
const MEANINGS = 4;

const inBoth = (text: (strings: ReturnType<typeof stringsFor>) => string, between: string) =>
  LOCALES.map((locale) => text(stringsFor(locale))).join(between);

const cardPlatform = ({ slug, name }: Platform): CardPlatform => ({ slug, name: `${name.en} ${name.zh}` });

/** Letters and digits only: what is left is what a reader compares. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function sharedErrmsg({ entries }: CodeGroup): string {
  const [first = '', ...others] = new Set(entries.map(({ errmsg }) => errmsg));
  return others.length || entries.some(({ en }) => bare(en) === bare(first)) ? '' : first;
}

/**
 * @throws when a meaning names a platform that is not among `platforms`
 * @example codeCard({ code: '-1', entries: [theOneOf-1] }, platforms)
 *   // → { kind: 'code', code: '-1', errmsg: 'system error', meanings: [{ platforms: [{ slug: 'common', … }], zh: '系统繁忙…', en: '…' }] }
 */
export function codeCard(group: CodeGroup, platforms: readonly Platform[]): CodeCard {
  const platform = (slug: string) => {
    const found = platforms.find((each) => each.slug === slug);
    if (!found) throw new Error(`card of ${group.code}: there is no platform ${slug}`);
    return cardPlatform(found);
  };
  const hidden = group.entries.length - MEANINGS;
  return {
    kind: 'code',
    code: group.code,
    errmsg: sharedErrmsg(group),
    meanings: group.entries.slice(0, MEANINGS).map(({ platforms: slugs, zh, en, status }) => ({
      platforms: slugs.map(platform),
      zh,
      en,
      ...(status === 'historic' ? { historic: inBoth((t) => t.code.historic, ' ') } : {}),
    })),
    ...(hidden > 0 ? { more: inBoth((t) => t.card.more(hidden), ' · ') } : {}),
  };
}

/** @example siteCard(catalog).names // → ['WeChat Error Codes', '微信错误码'] */
export function siteCard({ entries, platforms }: Pick<Catalog, 'entries' | 'platforms'>): SiteCard {
  const codes = groupByCode(entries).length;
  return {
    kind: 'site',
    names: LOCALES.map((locale) => SITE_NAME[locale]),
    taglines: LOCALES.map((locale) => stringsFor(locale).tagline),
    counts: inBoth((t) => t.card.counts(codes, entries.length), ' · '),
    platforms: platforms.filter(({ slug }) => slug !== 'common').map(cardPlatform),
  };
}

/** The message as it stands on the card; nothing for none. @example errmsgLine(theCardOf0) // → 'errmsg: ok' */
export const errmsgLine = ({ errmsg }: CodeCard): string => (errmsg ? `errmsg: ${errmsg}` : '');

/** A card with its name in `cards/`: a code, or nothing for the site's. */
export type NamedCard = { code?: string; card: Card };

/** Every card of the site: the site's own and one for each code. */
export const allCards = (catalog: Catalog): NamedCard[] => [
  { card: siteCard(catalog) },
  ...groupByCode(catalog.entries).map((group) => ({ code: group.code, card: codeCard(group, catalog.platforms) })),
];

/** Every text that may be drawn on a card: whole, and what stands where one is cut. */
export function textsOf(card: Card): string[] {
  const footer = [FOOTER.logo, FOOTER.names];
  const platforms = (all: CardPlatform[]) => all.map(({ name }) => name);
  if (card.kind === 'site')
    return [...card.names, ...card.taglines, card.counts, ...platforms(card.platforms), ...footer];
  return [
    card.code,
    errmsgLine(card),
    ...card.meanings.flatMap((meaning) => [
      ...platforms(meaning.platforms),
      meaning.zh,
      meaning.en,
      meaning.historic ?? '',
    ]),
    card.more ?? '',
    ELLIPSIS,
    ...footer,
  ].filter(Boolean);
}
