/** What the box makes of a text: the one way from what is typed or pasted to an answer. Pure; drawing is elsewhere. */
import { type Candidate, extract } from './paste/extract.ts';
import type { PlatformHint } from './paste/platform-hint.ts';
import { type Scope, scopeOf } from './platform-prefix.ts';
import { isQuery } from './query.ts';
import type { Answer, Lookup } from './search/lookup.ts';

export type Reading = {
  answer: Answer;
  /** Codes found in the text, ours or not, best first. */
  found: Candidate[];
  /** Those of them the catalog does not have. */
  unknown: string[];
  hint: PlatformHint | undefined;
  vendor: string | undefined;
  /** A platform named in the query. */
  scope: Scope | undefined;
};

const NOTHING: Omit<Answer, 'query'> = {
  sure: [],
  likely: [],
  relaxed: false,
  wanted: [],
  onlyNumber: false,
  repairs: [],
};

/**
 * @example read('{"errcode":40013,"errmsg":"invalid appid rid: …"}', lookup).found[0]?.code // → '40013'
 */
export function read(text: string, lookup: Lookup): Reading {
  const query = text.trim();
  const short = isQuery(query);
  const scope = short ? scopeOf(query, lookup.data.platforms, lookup.data.variants) : undefined;
  const known = (code: string) => lookup.meanings(code).length > 0;
  const { codes: found, hint, vendor, message } = extract(scope?.rest ?? text, known);
  const ours = found.map(({ code }) => code).filter(known);
  const reading = {
    found,
    unknown: found.map(({ code }) => code).filter((code) => !known(code)),
    hint,
    vendor,
    scope,
  };
  const answered = (answer: Answer): Reading => ({
    ...reading,
    answer: { ...preferring(hint, answer, lookup), query: text },
  });

  if (vendor) return answered({ ...NOTHING, query });
  if (scope) {
    const scoped = lookup.ask(scope.rest, ours);
    const holds = (i: number) => lookup.data.entries[i]?.platforms.includes(scope.platform);
    const within = { ...scoped, sure: scoped.sure.filter(holds), likely: scoped.likely.filter(holds) };
    // 卡券 logo: words, after all, when the platform has nothing of the kind.
    if (within.sure.length || within.likely.length) return answered(within);
    return { ...answered(lookup.ask(query, ours)), scope: undefined };
  }
  if (short) return answered(lookup.ask(query, ours));
  if (found.length) return answered({ ...NOTHING, query, sure: ours.flatMap((code) => lookup.meanings(code)) });
  return answered(message ? lookup.ask(message, []) : { ...NOTHING, query });
}

/** The meanings on the platform the text comes from go before the other meanings of the same code. */
function preferring(hint: PlatformHint | undefined, answer: Answer, lookup: Lookup): Answer {
  if (!hint) return answer;
  const { entries } = lookup.data;
  const here = (i: number) => (entries[i]?.platforms.some((slug) => hint.platforms.includes(slug)) ? 0 : 1);
  const first = new Map<string, number>();
  for (const [place, i] of answer.sure.entries()) {
    const code = entries[i]?.code ?? '';
    if (!first.has(code)) first.set(code, place);
  }
  const order = (i: number) => first.get(entries[i]?.code ?? '') ?? 0;
  return { ...answer, sure: [...answer.sure].sort((a, b) => order(a) - order(b) || here(a) - here(b)) };
}
