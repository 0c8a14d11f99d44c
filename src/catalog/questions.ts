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

/** Returns the entries of a topic. */
export const inTopic = <E extends Pick<Entry, 'topic'>>(entries: readonly E[], slug: string): E[] =>
  entries.filter(({ topic }) => topic === slug);

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
