/** Common queries on a list of entries. */
import type { Entry } from './schema.ts';

/** All meanings of one code. */
export type CodeGroup = { code: string; entries: Entry[] };

/** Returns the slug of an entry's home platform. Code and home together are the entry's key and its URL. */
export const homeOf = ({ platforms }: Pick<Entry, 'platforms'>): string => platforms[0] ?? '';

/** The platform of entries that hold on all of them, such as -1 and 0. */
export const COMMON = 'common';

/** Returns the entries that hold on a platform, be it their home or not; those of all platforms are among them. */
export const onPlatform = <E extends Pick<Entry, 'platforms'>>(entries: readonly E[], slug: string): E[] =>
  entries.filter(({ platforms }) => platforms.includes(slug) || platforms.includes(COMMON));

const COMMON_LIST = ['official-account', 'mini-program', 'open-platform'];

/**
 * Tells whether an entry is known only from the list that Official Accounts, Mini Programs and the Open Platform share,
 * so that nothing says which of them returns it.
 */
export const isCommonList = ({ platforms }: Pick<Entry, 'platforms'>): boolean =>
  platforms.join() === COMMON_LIST.join();

/** Returns the entries of a topic. */
export const inTopic = <E extends Pick<Entry, 'topic'>>(entries: readonly E[], slug: string): E[] =>
  entries.filter(({ topic }) => topic === slug);

/** Returns the codes with a meaning that people meet often, each once, in the order of the entries. */
export const oftenMet = (entries: readonly Pick<Entry, 'code' | 'met'>[]): string[] => [
  ...new Set(entries.flatMap(({ code, met }) => (met === 'often' ? [code] : []))),
];

/** Returns the number of distinct codes among entries. */
export const countCodes = (entries: readonly Pick<Entry, 'code'>[]): number =>
  new Set(entries.map(({ code }) => code)).size;

/**
 * Groups entries by code, keeping their order.
 * @example groupByCode(entries).find(({ code }) => code === '40001')
 *   // → { code: '40001', entries: [the Official Account's, the Open Platform's] }
 */
export function groupByCode(entries: readonly Entry[]): CodeGroup[] {
  const groups = new Map<string, CodeGroup>();
  for (const entry of entries) {
    const group = groups.get(entry.code);
    if (group) group.entries.push(entry);
    else groups.set(entry.code, { code: entry.code, entries: [entry] });
  }
  return [...groups.values()];
}

/** The longest title in each language: the width of a list. Latin letters and digits count half in Chinese. */
export const TITLE_LENGTH = { zh: 24, en: 60 } as const;

/** Returns the length of a text as `TITLE_LENGTH` counts it. */
export const titleLength = (text: string, locale: 'zh' | 'en'): number =>
  locale === 'en' ? text.length : [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 1 : 0.5), 0);

/** Returns the first sentence of a meaning, without its full stop. */
export const firstSentence = (meaning: string): string => meaning.split(/(?<!\b[A-Z])\.(?= |$)|[。；]/)[0] ?? meaning;

/**
 * Returns the short form of an entry's meaning for lists and titles, without a full stop.
 * @example titleOf({ en: 'Invalid OpenID. Check it.', title: { en: '' }, … }, 'en') // → 'Invalid OpenID'
 */
export const titleOf = ({ zh, en, title }: Pick<Entry, 'zh' | 'en' | 'title'>, locale: 'zh' | 'en'): string =>
  title[locale] || firstSentence({ zh, en }[locale]);
