import type { Entry } from './schema.ts';

/** All meanings of one code. */
export type CodeGroup = { code: string; entries: Entry[] };

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
