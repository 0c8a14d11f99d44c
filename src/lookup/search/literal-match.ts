/** Compares a query literally with every entry. Decides the part of the order that never moves. */

import type { LookupData } from '../pack.ts';
import { isHan, normalise, spaced, squeeze, type Variants } from './normalise.ts';

/** 0 not at all · 1 inside a word · 2 as words · 3 at the start · 4 the whole text but for case and punctuation · 5 the whole text. */
type MatchLevel = 0 | 1 | 2 | 3 | 4 | 5;

type Field = { raw: string; squeezed: string; spaced: string };

const field = (text: string, variants: Variants): Field => {
  const normalised = normalise(text, variants);
  return { raw: text.normalize('NFKC').trim(), squeezed: squeeze(normalised), spaced: spaced(normalised) };
};

function compare({ raw, squeezed, spaced: words }: Field, query: Field): MatchLevel {
  if (!squeezed.includes(query.squeezed)) return 0;
  if (squeezed === query.squeezed) return raw === query.raw ? 5 : 4;
  // “op” does not start “operation”; Chinese has no word borders.
  if (!isHan(query.squeezed) && !words.includes(query.spaced)) return 1;
  return squeezed.startsWith(query.squeezed) ? 3 : 2;
}

/** How the query matches the texts of an entry, and whether it is a name of the entry's home platform. */
export type LiteralMatch = { level: MatchLevel; isPlatform: boolean };

const ENTRIES_PER_STEP = 100;

/**
 * Builds, in small steps, a function that compares a query with every entry and returns the matches in entry order.
 * @example matches('不合法的url域名')[i] // → { level: 5, isPlatform: false } for the entry of 40048
 */
export function* literalMatcher({
  entries,
  platforms,
  variants,
}: LookupData): Generator<void, (query: string) => LiteralMatch[]> {
  const texts: { meanings: Field[]; errmsg: Field; older: Field | undefined }[] = [];
  for (const [i, { zh, en, errmsg, older }] of entries.entries()) {
    if (i % ENTRIES_PER_STEP === 0) yield;
    texts.push({
      meanings: [field(zh, variants), field(en, variants)],
      errmsg: field(errmsg, variants),
      older: older ? field(older, variants) : undefined,
    });
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
    return texts.map(({ meanings, errmsg, older }, i): LiteralMatch => {
      const inErrmsg = compare(errmsg, query);
      // A word inside an errmsg counts less than the same word in a meaning; a whole errmsg counts fully.
      const found = Math.max(
        ...meanings.map((meaning) => compare(meaning, query)),
        inErrmsg >= 4 ? inErrmsg : Math.min(inErrmsg, 1),
        // What the code meant earlier comes after what another means today.
        older ? Math.min(compare(older, query), 2) : 0,
      ) as MatchLevel;
      const level = entries[i]?.crossing?.includes(query.squeezed) ? (Math.min(found, 1) as MatchLevel) : found;
      return { level, isPlatform: names.get(entries[i]?.platforms[0] ?? '')?.has(query.squeezed) ?? false };
    });
  };
}
