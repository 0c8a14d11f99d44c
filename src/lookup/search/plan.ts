/** Turns what a reader typed into codes to show and tokens to look for. Knows the vocabulary, not the ranking. */
import type { Inverted } from './inverted-index.ts';
import { isHan, normalise, type Variants } from './normalise.ts';
import { identifierParts, pairs, plainWord, runs } from './tokens.ts';

/** A token to look for. `weak` ones are so common that they must not decide. */
export type Wanted = { token: string; weak: boolean };

export type Plan = {
  /** Codes the query names outright, best first. */
  codes: string[];
  /** Whether the query is a number and nothing else. */
  onlyNumber: boolean;
  wanted: Wanted[];
  /** Words taken for a typo, with what was looked for instead. */
  repairs: { from: string; to: string }[];
};

const NO_PLAN: Plan = { codes: [], onlyNumber: false, wanted: [], repairs: [] };

/** Words of logs and questions that say nothing about which error it is. */
const NOISE = new Set(
  (
    'errcode errmsg error err code ret return returned fail failed request with hint rid the a an of is are was were be ' +
    'to for in on at by and or not it this that what why how my wx weixin 微信 返回 报错 错误码 错误代码 错误'
  ).split(' '),
);

/**
 * @param vocabulary the vocabulary, made when first needed
 * @param codes all codes of the catalog, in order
 * @param named codes of the catalog that the query names, best first
 * @example plan('errcode: 40013 acess', …) // → { codes: ['40013'], wanted: [{ token: 'access', weak: false }], repairs: [{ from: 'acess', to: 'access' }], … }
 */
export function plan(
  query: string,
  vocabulary: () => Inverted,
  codes: readonly string[],
  variants: Variants,
  named: readonly string[],
): Plan {
  const text = normalise(query, variants).trim();
  const number = /^#?\s*(-?\d+)$/.exec(text.replace(/[−–—]/g, '-'))?.[1];
  if (number) {
    const exact = codes.filter((code) => code === number);
    const longer = codes.filter((code) => code !== number && code.startsWith(number));
    if (exact.length || longer.length) return { ...NO_PLAN, codes: [...exact, ...longer], onlyNumber: true };
    const index = vocabulary();
    // 100 or 1024: no code, but it may stand in a text.
    return { ...NO_PLAN, wanted: index.has(number) ? [{ token: number, weak: false }] : [], onlyNumber: true };
  }

  const index = vocabulary();
  const all = runs(named.length ? text.replace(/-?\d+/g, ' ') : text);
  const content = all.filter((run) => !NOISE.has(run));
  const wanted = new Map<string, Wanted>();
  const repairs: Plan['repairs'] = [];
  let known = 0;
  let unknown = 0;
  const want = (token: string, weak = false) => {
    if (!wanted.has(token)) wanted.set(token, { token, weak });
  };

  const wantHan = (run: string) => {
    const { has } = index;
    if (run.length === 1) {
      if (has(run)) want(run);
      known += has(run) ? 1 : 0;
      unknown += has(run) ? 0 : 1;
      return;
    }
    for (const pair of pairs(run)) {
      if (has(pair)) {
        want(pair, /[的了是在和与或]/.test(pair));
        known++;
      } else unknown += [...pair].every(has) ? 0.4 : 1;
    }
    if (run.length === 2 && !has(run) && [...run].every(has)) {
      for (const char of run) want(char, true);
      known += 0.5;
    }
  };

  const wantWord = (word: string) => {
    const wide = /^[a-z]{4,}$/.test(word) ? index.widen(word) : undefined;
    if (wide) {
      want(wide);
      known++;
    } else if ((word.length >= 2 || index.has(word)) && index.hasPrefix(word)) {
      want(word);
      known++;
    } else {
      const to = /\d/.test(word) ? undefined : index.repair(word);
      if (to) {
        want(index.widen(to) ?? to);
        repairs.push({ from: word, to });
        known += 0.8;
      } else unknown++;
    }
  };

  for (const run of content.length ? content : all) {
    if (isHan(run)) wantHan(run);
    else {
      const parts = identifierParts(run);
      const whole = plainWord(parts.join(''));
      for (const word of parts.length > 1 && !index.hasPrefix(whole) ? parts : [whole]) if (word) wantWord(word);
    }
  }
  // More unknown than known: whatever is found would be chance.
  if (!named.length && (known === 0 || known < unknown)) return { ...NO_PLAN, repairs };
  return { codes: [...named], onlyNumber: false, wanted: [...wanted.values()], repairs };
}
