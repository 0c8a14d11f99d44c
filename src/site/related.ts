/** Chooses the codes that a code page names as related, each with the reason. Pure. */
import { type CodeGroup, type Entry, homeOf } from '../catalog/index.ts';

/** Why a code is related: the API returns the same text, it means the same elsewhere, it is nearest in its topic. */
export type Reason = 'same-errmsg' | 'same-meaning' | 'same-topic';
export type Related = { entry: Entry; reason: Reason };

const MAX_RELATED = 6;
/** Nearest codes of the same topic, if better reasons leave room. */
const MAX_NEAR = 4;

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An index of all entries, made once per build. */
export type RelatedIndex = (group: CodeGroup) => Related[];

function grouped(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = key(entry);
    if (name) map.set(name, [...(map.get(name) ?? []), entry]);
  }
  return map;
}

/**
 * Prepares the related codes of a catalog. Entries that the API no longer returns are left out.
 * @param entries all entries, in the order of their codes
 * @example relatedIndex(entries)(group40164) // → [{ entry: 60020 on WeCom, reason: 'same-meaning' }, …], at most six
 */
export function relatedIndex(entries: readonly Entry[]): RelatedIndex {
  const live = entries.filter(({ status }) => status !== 'historic');
  // Short texts such as “ok” or “system error” are no relation.
  const byErrmsg = grouped(live, ({ errmsg }) => (errmsg.length > 12 ? plain(errmsg) : ''));
  const byMeaning = grouped(live, ({ en }) => plain(en));
  const byTopic = grouped(live, (entry) => `${homeOf(entry)} ${entry.topic}`);

  return ({ code, entries: own }) => {
    const found = new Map<string, Related>();
    const add = (candidates: readonly Entry[], reason: Reason) => {
      for (const entry of candidates)
        if (entry.code !== code && !found.has(entry.code) && found.size < MAX_RELATED)
          found.set(entry.code, { entry, reason });
    };
    for (const { errmsg } of own) add(byErrmsg.get(plain(errmsg)) ?? [], 'same-errmsg');
    for (const { en } of own) add(byMeaning.get(plain(en)) ?? [], 'same-meaning');
    for (const entry of own.slice(0, 2)) {
      const here = byTopic.get(`${homeOf(entry)} ${entry.topic}`) ?? [];
      const at = here.findIndex((each) => each.code === code);
      const near = [...here.slice(Math.max(0, at - 2), Math.max(0, at)), ...here.slice(at + 1, at + 3)];
      add(near.slice(0, MAX_NEAR), 'same-topic');
    }
    return [...found.values()];
  };
}
