/**
 * The inverted index of the instant search: token → the entries that contain it, with a weight. Built in the browser from
 * the unpacked entries. It is also the vocabulary that tells known words from unknown ones.
 */

import type { LookupData } from '../pack.ts';
import { editDistance } from './edit-distance.ts';
import { isHan } from './normalise.ts';
import { partitionPoint } from './partition-point.ts';
import { sharedPrefix, stem } from './stem.ts';
import { synonymsOf } from './synonyms.ts';
import { indexTokens } from './tokens.ts';

/** Entry index → weight of the token in it, 0 to about 1. */
type Weights = ReadonlyMap<number, number>;

export type InvertedIndex = {
  has(token: string): boolean;
  /** Returns the entries with exactly this token. */
  exact(token: string): Weights;
  /** Returns the entries with a token that starts with the prefix; a longer token counts less than the prefix itself. */
  byPrefix(prefix: string): Weights;
  hasPrefix(prefix: string): boolean;
  /** Returns the prefix that all forms of a word share in the data, or nothing when the data has no form of it. */
  widen(word: string): string | undefined;
  /** Returns the nearest known word: one edit away, or two for 8 or more letters with the same first letter. */
  repair(word: string): string | undefined;
};

/** Token → entry, count, entry, count …: flat, because it is built while a reader waits for the first answer. */
type Postings = ReadonlyMap<string, readonly number[]>;

/** How much a token counts by where it stands. The text of an entry counts more than the labels of its platforms. */
const WEIGHT = {
  meaning: 1,
  errmsg: 0.8,
  older: 0.6,
  synonym: 0.45,
  home: 0.5,
  guide: 0.3,
  alsoOn: 0.2,
  crossing: 0.05,
};
/** Weights up to this one come from words that only cross a word border. */
export const MAX_CROSSING_WEIGHT = 0.12;
/** A longer token found by its prefix counts this share of the whole token. */
const PREFIX_SHARE = 0.75;
/** Whether a word is another one with one letter wrong, missing, added or exchanged with its neighbour. */
const isMisspelt = (word: string, right: string): boolean =>
  word.length >= 5 &&
  word[0] === right[0] &&
  word !== right &&
  /^[a-z]+$/.test(word) &&
  editDistance(word, right, 1) === 1;

/** Takes a few milliseconds on a slow phone. */
const ENTRIES_PER_STEP = 20;

/** Builds the index in small steps. */
export function* createInvertedIndex(data: LookupData): Generator<void, InvertedIndex> {
  const postings = yield* collectPostings(data);
  yield;
  // A repeated word counts little more than a single one, and more in a short text than in a long one.
  const norms = data.entries.map(({ zh, en }) => 0.5 * (0.6 + 0.4 * ((zh.length * 2 + en.length) / 80)));
  /** Adds the entries of a token to `weights`, each with its highest weight so far. */
  const addWeights = (token: string, share: number, weights: Map<number, number>) => {
    const list = postings.get(token) ?? [];
    for (let n = 0; n < list.length; n += 2) {
      const entry = list[n] ?? 0;
      const count = list[n + 1] ?? 0;
      const weight = (share * count) / (count + (norms[entry] ?? 1));
      weights.set(entry, Math.max(weights.get(entry) ?? 0, weight));
    }
    return weights;
  };
  const sorted = [...postings.keys()].sort();
  const firstFrom = (prefix: string) => partitionPoint(sorted, (token) => token < prefix);
  yield;
  const words = sorted.filter((token) => /[a-z]/.test(token) && !isHan(token));
  return {
    has: (token) => postings.has(token),
    exact: (token) => addWeights(token, 1, new Map()),
    hasPrefix: (prefix) => sorted[firstFrom(prefix)]?.startsWith(prefix) ?? false,
    byPrefix(prefix) {
      const weights = new Map<number, number>();
      for (let i = firstFrom(prefix); sorted[i]?.startsWith(prefix); i++) {
        const token = sorted[i] ?? '';
        addWeights(token, token === prefix ? 1 : PREFIX_SHARE, weights);
      }
      return weights;
    },
    widen: wordWidener(words),
    repair: (word) => nearestWord(word, words, postings),
  };
}

function* collectPostings({ entries, platforms, variants }: LookupData): Generator<void, Postings> {
  const postings = new Map<string, number[]>();
  const add = (tokens: readonly string[], entry: number, weight: number) => {
    for (const token of tokens) {
      const list = postings.get(token);
      if (!list) postings.set(token, [entry, weight]);
      else if (list[list.length - 2] === entry) list[list.length - 1] = (list[list.length - 1] ?? 0) + weight;
      else list.push(entry, weight);
    }
  };
  // Each label is cut into tokens once per platform instead of once per entry.
  const labels = new Map(
    platforms.map(({ slug, name, aliases }) => [
      slug,
      [...new Set(indexTokens([name.en, name.zh, ...aliases].join(' \n '), variants))],
    ]),
  );
  for (const [i, entry] of entries.entries()) {
    if (i % ENTRIES_PER_STEP === 0) yield;
    const { crossing = [] } = entry;
    const tokens = indexTokens(entry.zh);
    add(crossing.length ? tokens.filter((token) => !crossing.includes(token)) : tokens, i, WEIGHT.meaning);
    add(crossing, i, WEIGHT.crossing);
    const english = indexTokens(entry.en);
    add(english, i, WEIGHT.meaning);
    // “invald title”: what the API misspells is no word of the vocabulary, or nobody's typo would be corrected.
    const message = indexTokens(entry.errmsg).filter((token) => !english.some((word) => isMisspelt(token, word)));
    add(message, i, WEIGHT.errmsg);
    if (entry.older) add(indexTokens(entry.older), i, WEIGHT.older);
    if (entry.guide) add(indexTokens(entry.guide), i, WEIGHT.guide);
    add(indexTokens(synonymsOf(`${entry.en} ${entry.zh}`)), i, WEIGHT.synonym);
    for (const [place, slug] of entry.platforms.entries()) {
      add(labels.get(slug) ?? [], i, place === 0 ? WEIGHT.home : WEIGHT.alsoOn);
    }
  }
  return postings;
}

/** Groups the words by stem. @returns the function of `InvertedIndex.widen` */
function wordWidener(words: readonly string[]): InvertedIndex['widen'] {
  const byStem = new Map<string, string[]>();
  for (const word of words) {
    const forms = byStem.get(stem(word));
    if (forms) forms.push(word);
    else byStem.set(stem(word), [word]);
  }
  return (word) => {
    const root = stem(word);
    const forms = byStem.get(root);
    if (!forms) return undefined;
    const prefix = sharedPrefix(forms);
    if (prefix.length >= Math.max(3, root.length - 1)) return prefix;
    return forms.reduce((a, b) => (b.length < a.length ? b : a));
  };
}

/** In a word of up to so many letters an added letter may make another word. */
const MAX_SHORT_WORD = 5;

/** Returns whether `typed` may be a slip of `known`: it begins like it, or lacks its first letter. */
function isSlip(typed: string, known: string): boolean {
  if (known.slice(1) === typed) return true;
  const swapped = `${typed[1]}${typed[0]}`;
  if (known[0] !== typed[0] && !known.startsWith(swapped)) return false;
  if (known.length >= typed.length || typed.length > MAX_SHORT_WORD) return true;
  // robot is no slip of root; tokken is one of token.
  const extra = [...typed].findIndex((letter, i) => letter !== known[i]);
  return typed[extra] === typed[extra - 1] || typed[extra] === typed[extra + 1];
}

function nearestWord(word: string, words: readonly string[], postings: Postings): string | undefined {
  if (word.length < 4) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const known of words) {
    if (known.length < 3) continue;
    const max = known[0] === word[0] && word.length >= 8 ? 2 : 1;
    const distance = editDistance(word, known, max);
    if (distance > max || !isSlip(word, known)) continue;
    const length = known.length - (best?.length ?? 0);
    const commoner = (postings.get(known)?.length ?? 0) > (postings.get(best ?? '')?.length ?? 0);
    // A dropped letter is likelier than another one: oken is token, not open.
    if (distance < bestDistance || (distance === bestDistance && (length > 0 || (length === 0 && commoner)))) {
      bestDistance = distance;
      best = known;
    }
  }
  return best;
}
