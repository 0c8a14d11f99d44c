/** Interprets a text: the one way from what is typed or pasted to the entries that answer it. */
import { type Candidate, extract } from './paste/extract.ts';
import type { PlatformHint } from './paste/platform-hint.ts';
import { type Scope, scopeOf } from './platform-prefix.ts';
import { isQuery } from './query.ts';
import type { Lookup, Ranking } from './search/lookup.ts';

export type Interpretation = {
  /** The ranking's `query` is the text as it was given. */
  ranking: Ranking;
  /** Codes in the text, ours or not, best first. */
  candidates: Candidate[];
  /** The candidates that the catalog does not have. */
  unknown: string[];
  hint: PlatformHint | undefined;
  vendor: string | undefined;
  /** The platform that a query starts with. */
  scope: Scope | undefined;
};

const NO_RANKING: Omit<Ranking, 'query'> = {
  codes: [],
  sure: [],
  likely: [],
  relaxed: false,
  tokens: [],
  onlyNumber: false,
  corrections: [],
};

/**
 * Never throws, whatever the text.
 * @example interpret('{"errcode":40013,"errmsg":"invalid appid rid: …"}', lookup).candidates[0]?.code // → '40013'
 */
export function interpret(text: string, lookup: Lookup): Interpretation {
  const query = text.trim();
  const short = isQuery(query);
  const scope = short ? scopeOf(query, lookup.data.platforms, lookup.data.variants) : undefined;
  const isKnown = (code: string) => lookup.meanings(code).length > 0;
  const { codes: candidates, hint, vendor, message } = extract(scope?.rest ?? text, isKnown);
  const codes = candidates.map(({ code }) => code);
  const known = codes.filter(isKnown);
  const unknown = codes.filter((code) => !isKnown(code));
  const withRanking = (ranking: Ranking): Interpretation => ({
    ranking: { ...preferPlatform(hint, ranking, lookup), query: text },
    candidates,
    unknown,
    hint,
    vendor,
    scope,
  });

  if (vendor) return withRanking({ ...NO_RANKING, query });
  if (scope) {
    const scoped = lookup.ask(scope.rest, known);
    const isThere = (i: number) => lookup.data.entries[i]?.platforms.includes(scope.platform);
    const within = { ...scoped, sure: scoped.sure.filter(isThere), likely: scoped.likely.filter(isThere) };
    // 卡券 logo: when the platform has no match, its name is taken for words.
    if (within.sure.length || within.likely.length) return withRanking(within);
    return { ...withRanking(lookup.ask(query, known)), scope: undefined };
  }
  if (short) return withRanking(lookup.ask(query, known));
  if (codes.length) {
    const sure = known.flatMap((code) => lookup.meanings(code));
    return withRanking({ ...NO_RANKING, query, codes: known, sure });
  }
  return withRanking(message ? lookup.ask(message, []) : { ...NO_RANKING, query });
}

/** Puts the meanings on the platform the text comes from before the other meanings of the same code. */
function preferPlatform(hint: PlatformHint | undefined, ranking: Ranking, lookup: Lookup): Ranking {
  if (!hint) return ranking;
  const { entries } = lookup.data;
  const distance = (i: number) => (entries[i]?.platforms.some((slug) => hint.platforms.includes(slug)) ? 0 : 1);
  const firstOf = new Map<string, number>();
  for (const [index, i] of ranking.sure.entries()) {
    const code = entries[i]?.code ?? '';
    if (!firstOf.has(code)) firstOf.set(code, index);
  }
  const order = (i: number) => firstOf.get(entries[i]?.code ?? '') ?? 0;
  return { ...ranking, sure: [...ranking.sure].sort((a, b) => order(a) - order(b) || distance(a) - distance(b)) };
}
