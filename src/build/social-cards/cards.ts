/** Builds the content of the social cards, as nodes for the renderer. Their styles are in `cards.css`. */
import type { Node } from '@takumi-rs/core';
import type { Catalog, CodeGroup, Entry, Platform } from '../../catalog/index.ts';
import { COMMON, countCodes, groupByCode, oftenMet, onPlatform } from '../../catalog/index.ts';
import { HTML_LANG, LOCALES } from '../../i18n/locales.ts';
import { stringsFor } from '../../i18n/strings.ts';
import { SITE_NAME } from '../../site/settings.ts';
import type { CardPage } from '../../site/urls.ts';

/** A card: its page, its content, and the text of its footer. */
export type Card = { page: CardPage; body: Node[]; footer: string };

type Platforms = Catalog['platforms'];
type Strings = ReturnType<typeof stringsFor>;

/** More meanings would be too small to read in a chat. */
const MAX_MEANINGS = 4;

const text = (className: string, content: string, lang = HTML_LANG.en): Node => ({
  type: 'text',
  className,
  text: content,
  lang,
});
const box = (className: string, children: Node[], style = {}): Node => ({
  type: 'container',
  className,
  style,
  children,
});
const barred = ({ colour }: Platform, children: Node[]) => box('barred', children, { borderColor: colour.light });

/** Returns a text in both languages on one line. */
const inBoth = (ofLanguage: (strings: Strings) => string) =>
  LOCALES.map((locale) => ofLanguage(stringsFor(locale))).join(' · ');

/** Returns a text beside the platform's dot. */
const label = ({ colour }: Platform, content: string): Node =>
  box('label', [box('dot', [], { backgroundColor: colour.light }), text('', content)]);

const nameLabel = (platform: Platform) => label(platform, `${platform.name.en} ${platform.name.zh}`);

const statusText = (status: Entry['status']) => inBoth(({ code }) => code.statuses[status]);

function meaning({ platforms: slugs, zh, en, status }: Entry, platforms: Platforms): Node {
  const shown = slugs.flatMap((slug) => platforms.find((platform) => platform.slug === slug) ?? []);
  return barred(shown[0] as Platform, [
    box('labels', [...shown.map(nameLabel), ...(status === 'active' ? [] : [text('warning', statusText(status))])]),
    text('clamped', zh, HTML_LANG.zh),
    text('clamped en', en),
  ]);
}

/** Returns the errmsg if all meanings share it and it differs from their English text. */
function sharedErrmsg(entries: readonly Entry[]): Node[] {
  const bare = (message: string) => message.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [first = '', ...others] = new Set(entries.map(({ errmsg }) => errmsg));
  const shown = first && !others.length && entries.every(({ en }) => bare(en) !== bare(first));
  return shown ? [text('muted', `errmsg: ${first}`)] : [];
}

const NAMES = `${SITE_NAME.en} · ${SITE_NAME.zh}`;

/** Returns the card of a code: its number, and each meaning with its platforms in both languages. */
export function codeCard({ code, entries }: CodeGroup, platforms: Platforms): Card {
  const hidden = entries.length - MAX_MEANINGS;
  const more = inBoth(({ card }) => card.more(hidden));
  return {
    page: { kind: 'code', code },
    body: [
      text('number', code),
      ...sharedErrmsg(entries),
      ...entries.slice(0, MAX_MEANINGS).map((entry) => meaning(entry, platforms)),
      ...(hidden > 0 ? [text('muted', more)] : []),
    ],
    footer: NAMES,
  };
}

function platformCard(platform: Platform, entries: readonly Entry[]): Card {
  const { slug, name, kind, hosts } = platform;
  const codes = countCodes(onPlatform(entries, slug));
  const count = inBoth(({ platforms }) => platforms.count(codes));
  return {
    page: { kind: 'platform', slug },
    body: [
      text('name', name.en),
      text('name', name.zh, HTML_LANG.zh),
      barred(platform, [
        text('clamped', kind.zh, HTML_LANG.zh),
        text('clamped en', kind.en),
        text('muted', hosts.join(' · ')),
      ]),
      label(platform, count),
    ],
    footer: NAMES,
  };
}

function siteCard({ entries, platforms }: Pick<Catalog, 'entries' | 'platforms'>): Card {
  return {
    page: { kind: 'home' },
    body: [
      ...LOCALES.map((locale) => text('name', SITE_NAME[locale], HTML_LANG[locale])),
      ...LOCALES.map((locale) => text('en', stringsFor(locale).tagline, HTML_LANG[locale])),
      box('labels', platforms.filter(({ slug }) => slug !== COMMON).map(nameLabel)),
    ],
    footer: inBoth(({ card }) => card.counts(countCodes(entries), entries.length)),
  };
}

/** Returns the cards of the site, of each platform, and of each frequent code. */
export const allCards = ({ entries, platforms }: Pick<Catalog, 'entries' | 'platforms'>): Card[] => [
  siteCard({ entries, platforms }),
  ...platforms.map((platform) => platformCard(platform, entries)),
  ...groupByCode(entries)
    .filter(({ entries: all }) => oftenMet(all).length > 0)
    .map((group) => codeCard(group, platforms)),
];
