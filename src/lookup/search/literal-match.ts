/** How literally an entry contains what was asked for. Decides the part of the order that never moves. */

import type { LookupData } from '../pack.ts';
import { isHan, normalise, squeeze, type Variants } from './normalise.ts';

/** 0 not at all · 1 inside a word · 2 as words · 3 at the start · 4 the whole text but for case and punctuation · 5 the whole text. */
export type Literal = 0 | 1 | 2 | 3 | 4 | 5;

type Field = { raw: string; squeezed: string; spaced: string };

const spaced = (normalised: string) => ` ${normalised.replace(/[^\u3400-\u9fffa-z0-9]+/g, ' ').trim()} `;
const field = (text: string, variants: Variants): Field => {
  const normalised = normalise(text, variants);
  return { raw: text.normalize('NFKC').trim(), squeezed: squeeze(normalised), spaced: spaced(normalised) };
};

function match({ raw, squeezed, spaced: words }: Field, query: Field): Literal {
  if (!squeezed.includes(query.squeezed)) return 0;
  if (squeezed === query.squeezed) return raw === query.raw ? 5 : 4;
  // “op” is no start of “operation”; Chinese has no such borders.
  if (!isHan(query.squeezed) && !words.includes(query.spaced)) return 1;
  return squeezed.startsWith(query.squeezed) ? 3 : 2;
}

/** How the query matches an entry's texts, and whether it is the very name of the entry's home platform. */
export type Match = { how: Literal; isPlatform: boolean };

/** Entries taken in one bit of work. */
const BIT = 100;

/**
 * Makes, bit by bit, a function from a query to the match of every entry, in the order of the entries.
 * @example matches('不合法的url域名')[i] // → { how: 5, isPlatform: false } for the entry of 40048
 */
export function* literalMatcher({
  entries,
  platforms,
  variants,
}: LookupData): Generator<void, (query: string) => Match[]> {
  const texts: { meanings: Field[]; errmsg: Field }[] = [];
  for (const [i, { zh, en, errmsg }] of entries.entries()) {
    if (i % BIT === 0) yield;
    texts.push({ meanings: [field(zh, variants), field(en, variants)], errmsg: field(errmsg, variants) });
  }
  const names = new Map(
    platforms.map(({ slug, name, aliases }) => [
      slug,
      new Set([name.en, name.zh, ...aliases].map((label) => squeeze(normalise(label, variants)))),
    ]),
  );
  return (text) => {
    const query = field(text, variants);
    if (!query.squeezed) return [];
    return texts.map(({ meanings, errmsg }, i): Match => {
      const said = match(errmsg, query);
      // A word inside an errmsg says less than the same word in a meaning; a whole errmsg says all.
      const how = Math.max(
        ...meanings.map((meaning) => match(meaning, query)),
        said >= 4 ? said : Math.min(said, 1),
      ) as Literal;
      return { how, isPlatform: names.get(entries[i]?.platforms[0] ?? '')?.has(query.squeezed) ?? false };
    });
  };
}
