/** Turns a query into codes to show and tokens to look for. Knows the vocabulary, not the ranking. */
import type { InvertedIndex } from './inverted-index.ts';
import { isHan, normalise, type Variants } from './normalise.ts';
import { CAMEL_NAMES, camelParts, identifierParts, pairs, plainWord, runs } from './tokens.ts';

/** A token to look for. `weak` tokens are so common that they must not decide. */
export type QueryToken = { token: string; weak: boolean };

/** A word taken for a typo, and the word that was looked for instead. */
type Correction = { from: string; to: string };

export type QueryPlan = {
  /** The code that the query is, then those that begin with it. */
  codes: string[];
  /** Whether the query is a number and nothing else. */
  onlyNumber: boolean;
  tokens: QueryToken[];
  corrections: Correction[];
};

const NO_PLAN: QueryPlan = { codes: [], onlyNumber: false, tokens: [], corrections: [] };

/** Words of logs and questions that do not tell one error from another. */
const NOISE = new Set(
  (
    'errcode errmsg error exception err code ret return returned fail failed request with hint rid the a an of is are was were be ' +
    'to for in on at by and or not it this that what why how my does do did mean means meaning fix ' +
    'wx weixin 微信 返回 报错 错误码 错误代码 错误 怎么 怎么办 怎么解决 什么 什么意思 是什么 是什么意思 为什么 如何 ' +
    '如何解决 解决 解决方法 解决办法 原因 意思'
  ).split(' '),
);

/** Returns whether a text has words that tell one error from another. */
export const hasContent = (text: string): boolean => runs(normalise(text)).some((run) => !NOISE.has(run));

/**
 * @param vocabulary returns the index; called only when the query needs it
 * @param codes all codes of the catalog, in order
 * @example plan('errcode: acess', …) // → { codes: [], tokens: [{ token: 'access', weak: false }], corrections: [{ from: 'acess', to: 'access' }], … }
 */
export function plan(
  query: string,
  vocabulary: () => InvertedIndex,
  codes: readonly string[],
  variants: Variants,
): QueryPlan {
  const text = normalise(query, variants).trim();
  const number = /^#?\s*(-?\d+)$/.exec(text.replace(/[−–—]/g, '-'))?.[1];
  if (number) return planNumber(number, vocabulary, codes);
  const words = planWords(normalise(splitNames(query, vocabulary()), variants).trim(), vocabulary());
  // With more unknown words than known ones, any match would be chance.
  if (words.known === 0 || words.known < words.unknown) return { ...NO_PLAN, corrections: words.corrections };
  return {
    ...NO_PLAN,
    tokens: [...words.tokens].map(([token, weak]) => ({ token, weak })),
    corrections: words.corrections,
  };
}

/** Cuts names of exceptions and constants that nothing in the data begins with: InvalidCredentialException. */
const splitNames = (query: string, { hasPrefix }: InvertedIndex): string =>
  query.replace(new RegExp(`\\b${CAMEL_NAMES.source}\\b`, 'g'), (name) =>
    hasPrefix(name.toLowerCase()) ? name : camelParts(name).join(' '),
  );

function planNumber(number: string, vocabulary: () => InvertedIndex, codes: readonly string[]): QueryPlan {
  const exact = codes.filter((code) => code === number);
  const longer = codes.filter((code) => code !== number && code.startsWith(number));
  if (exact.length || longer.length) return { ...NO_PLAN, codes: [...exact, ...longer], onlyNumber: true };
  // 100 or 1024 is not a code, but a text may contain it.
  return { ...NO_PLAN, tokens: vocabulary().has(number) ? [{ token: number, weak: false }] : [], onlyNumber: true };
}

/** `tokens` maps each token to whether it is weak; `known` and `unknown` count words and pairs of characters. */
type WordPlan = { tokens: Map<string, boolean>; corrections: Correction[]; known: number; unknown: number };

function planWords(text: string, index: InvertedIndex): WordPlan {
  const words: WordPlan = { tokens: new Map(), corrections: [], known: 0, unknown: 0 };
  const all = runs(text);
  const content = all.filter((run) => !NOISE.has(run));
  for (const run of content.length ? content : all) {
    if (isHan(run)) {
      addHan(run, index, words);
      continue;
    }
    const parts = identifierParts(run);
    const whole = plainWord(parts.join(''));
    for (const word of parts.length > 1 && !index.hasPrefix(whole) ? parts : [whole]) {
      if (word) addWord(word, index, words);
    }
  }
  return words;
}

function add({ tokens }: WordPlan, token: string, weak = false): void {
  if (!tokens.has(token)) tokens.set(token, weak);
}

function addHan(run: string, { has }: InvertedIndex, words: WordPlan): void {
  if (run.length === 1) {
    if (!has(run)) {
      words.unknown++;
      return;
    }
    add(words, run);
    words.known++;
    return;
  }
  for (const pair of pairs(run)) {
    if (has(pair)) {
      add(words, pair, /[的了是在和与或]/.test(pair));
      words.known++;
    } else words.unknown += [...pair].every(has) ? 0.4 : 1;
  }
  if (run.length === 2 && !has(run) && [...run].every(has)) {
    for (const char of run) add(words, char, true);
    words.known += 0.5;
  }
}

function addWord(word: string, index: InvertedIndex, words: WordPlan): void {
  const wide = /^[a-z]{4,}$/.test(word) ? index.widen(word) : undefined;
  if (wide || ((word.length >= 2 || index.has(word)) && index.hasPrefix(word))) {
    add(words, wide ?? word);
    words.known++;
    return;
  }
  const to = /\d/.test(word) ? undefined : index.repair(word);
  if (!to) {
    words.unknown++;
    return;
  }
  add(words, index.widen(to) ?? to);
  words.corrections.push({ from: word, to });
  words.known += 0.8;
}
