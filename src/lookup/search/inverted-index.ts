/**
 * The inverted index of the instant tier: token → the entries that have it, with a weight. Built in the browser from the
 * unpacked entries; also the vocabulary that tells known words from unknown ones.
 */

import type { LookupData } from '../pack.ts';
import { isHan } from './normalise.ts';
import { synonymsOf } from './synonyms.ts';
import { indexTokens } from './tokens.ts';
import { editDistance, sharedPrefix, stem } from './words.ts';

/** Entry index → weight of the token in it, 0 to about 1. */
export type Postings = ReadonlyMap<number, number>;

export type Inverted = {
  has(token: string): boolean;
  /** Entries with exactly this token. */
  exact(token: string): Postings;
  /** Entries with a token that begins like this; a token that only begins so counts less than the whole token. */
  byPrefix(prefix: string): Postings;
  hasPrefix(prefix: string): boolean;
  /** The prefix all forms of a word share in the data, or nothing when no form of it is there. */
  widen(word: string): string | undefined;
  /** The nearest known word: one edit away, or two from 8 letters on with the same first letter. */
  repair(word: string): string | undefined;
};

/** How much a token counts by where it stands. What an entry says beats the labels around it. */
const WEIGHT = { meaning: 1, errmsg: 0.8, synonym: 0.45, home: 0.5, alsoOn: 0.2 };

/** Entries taken in one bit of work: a few milliseconds on a slow phone. */
const BIT = 20;

/** Makes the index bit by bit. */
export function* invert({ entries, platforms, variants }: LookupData): Generator<void, Inverted> {
  /** Token → entry, count, entry, count …: flat, because this is made while a reader waits for the first answer. */
  const postings = new Map<string, number[]>();
  const add = (tokens: readonly string[], entry: number, weight: number) => {
    for (const token of tokens) {
      const list = postings.get(token);
      if (!list) postings.set(token, [entry, weight]);
      else if (list[list.length - 2] === entry) list[list.length - 1] = (list[list.length - 1] ?? 0) + weight;
      else list.push(entry, weight);
    }
  };
  // A label is cut once a platform, not once an entry.
  const labels = new Map(
    platforms.map(({ slug, name, aliases }) => [
      slug,
      [...new Set(indexTokens([name.en, name.zh, ...aliases].join(' \n '), variants))],
    ]),
  );
  for (const [i, entry] of entries.entries()) {
    if (i % BIT === 0) yield;
    add(indexTokens(entry.zh), i, WEIGHT.meaning);
    add(indexTokens(entry.en), i, WEIGHT.meaning);
    add(indexTokens(entry.errmsg), i, WEIGHT.errmsg);
    add(indexTokens(synonymsOf(`${entry.en} ${entry.zh}`)), i, WEIGHT.synonym);
    for (const [place, slug] of entry.platforms.entries()) {
      add(labels.get(slug) ?? [], i, place === 0 ? WEIGHT.home : WEIGHT.alsoOn);
    }
  }
  yield;
  // A word said twice counts little more than once; in a short text it counts more than in a long one.
  const norms = entries.map(({ zh, en }) => 0.5 * (0.6 + 0.4 * ((zh.length * 2 + en.length) / 80)));
  /** Adds a token's entries to `found`, each with the best weight it got so far. */
  const collect = (token: string, factor: number, found: Map<number, number>) => {
    const list = postings.get(token) ?? [];
    for (let n = 0; n < list.length; n += 2) {
      const entry = list[n] ?? 0;
      const count = list[n + 1] ?? 0;
      const weight = (factor * count) / (count + (norms[entry] ?? 1));
      found.set(entry, Math.max(found.get(entry) ?? 0, weight));
    }
    return found;
  };

  const sorted = [...postings.keys()].sort();
  yield;
  const latin = sorted.filter((token) => /[a-z]/.test(token) && !isHan(token));
  const families = new Map<string, string[]>();
  for (const word of latin) {
    const family = families.get(stem(word));
    if (family) family.push(word);
    else families.set(stem(word), [word]);
  }

  /** Where in `sorted` the first token not before `prefix` is. */
  const lowerBound = (prefix: string) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    has: (token) => postings.has(token),
    exact: (token) => collect(token, 1, new Map()),
    hasPrefix: (prefix) => sorted[lowerBound(prefix)]?.startsWith(prefix) ?? false,
    byPrefix(prefix) {
      const found = new Map<number, number>();
      for (let i = lowerBound(prefix); sorted[i]?.startsWith(prefix); i++) {
        const token = sorted[i] ?? '';
        collect(token, token === prefix ? 1 : 0.75, found);
      }
      return found;
    },
    widen(word) {
      const root = stem(word);
      const family = families.get(root);
      if (!family) return undefined;
      const prefix = sharedPrefix(family);
      if (prefix.length >= Math.max(3, root.length - 1)) return prefix;
      return family.reduce((a, b) => (b.length < a.length ? b : a));
    },
    repair(word) {
      if (word.length < 4) return undefined;
      let best: string | undefined;
      let bestDistance = Number.POSITIVE_INFINITY;
      for (const known of latin) {
        if (known.length < 3) continue;
        const max = known[0] === word[0] && word.length >= 8 ? 2 : 1;
        const distance = editDistance(word, known, max);
        if (distance > max) continue;
        const commoner = (postings.get(known)?.length ?? 0) > (postings.get(best ?? '')?.length ?? 0);
        if (distance < bestDistance || (distance === bestDistance && commoner)) {
          bestDistance = distance;
          best = known;
        }
      }
      return best;
    },
  };
}
