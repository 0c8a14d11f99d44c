/** What the box makes of a text: the one way from what is typed or pasted to an answer. Pure; drawing is elsewhere. */
import { codeFacts } from './code-facts.ts';
import type { PlatformEvidence } from './paste/nearest-platform.ts';
import type { Scope } from './platform-scope.ts';
import { isQuery } from './query.ts';
import { readText } from './read-text.ts';
import type { FoundCode } from './reading.ts';
import type { Answer, Lookup } from './search/lookup.ts';

export type Reading = {
  answer: Answer;
  /** Codes found in the text, ours or not, best first. */
  found: FoundCode[];
  /** Codes of the catalog that merely occur in the text. */
  possible: FoundCode[];
  /** Those of them the catalog does not have. */
  unknown: string[];
  /** Platform of the first code for which the text shows one. */
  hint: PlatformEvidence | undefined;
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
  const facts = codeFacts(lookup.data);
  const { kind, codes: found, possible, vendors, scope, words, said, client } = readText(text, facts);
  const ours = found.filter(({ known }) => known).map(({ code }) => code);
  const reading = {
    found,
    possible,
    unknown: found.filter(({ known }) => !known).map(({ code }) => code),
    hint: found.find(({ platform }) => platform)?.platform,
    vendor: found.length ? undefined : vendors[0],
    scope,
  };
  const answered = (answer: Answer): Reading => ({
    ...reading,
    answer: { ...preferring(found, answer, lookup), query: text },
  });

  if (reading.vendor) return answered({ ...NOTHING, query });
  // Other words only rank: what the codes say comes first, whatever they are.
  if (ours.length)
    return answered({ ...NOTHING, ...lookup.ask(short ? query : '', ours), query, sure: meanings(ours, lookup) });
  if (scope) {
    const scoped = lookup.ask(scope.rest, ours);
    const holds = (i: number) => lookup.data.entries[i]?.platforms.includes(scope.platform);
    const within = { ...scoped, sure: scoped.sure.filter(holds), likely: scoped.likely.filter(holds) };
    // 卡券 logo: words, after all, when the platform has nothing of the kind.
    if (within.sure.length || within.likely.length) return answered(within);
    return { ...answered(lookup.ask(query, ours)), scope: undefined };
  }
  // Typed words are searched for; of a paste the whole message of an entry decides.
  if (said.length && (kind === 'paste' || client)) return answered({ ...NOTHING, query, sure: meanings(said, lookup) });
  if (short) return answered(lookup.ask(query, ours));
  if (found.length) return answered({ ...NOTHING, query });
  return answered(words ? lookup.ask(words, []) : { ...NOTHING, query });
}

const meanings = (codes: readonly string[], lookup: Lookup) => codes.flatMap((code) => lookup.meanings(code));

/** The meanings on the platform a code comes from go before the other meanings of the same code. */
function preferring(found: readonly FoundCode[], answer: Answer, lookup: Lookup): Answer {
  const { entries } = lookup.data;
  const from = new Map(found.map(({ code, platform }) => [code, platform?.platforms ?? []]));
  const here = (i: number) => {
    const wanted = from.get(entries[i]?.code ?? '') ?? [];
    return entries[i]?.platforms.some((slug) => wanted.includes(slug)) ? 0 : 1;
  };
  const first = new Map<string, number>();
  for (const [place, i] of answer.sure.entries()) {
    const code = entries[i]?.code ?? '';
    if (!first.has(code)) first.set(code, place);
  }
  const order = (i: number) => first.get(entries[i]?.code ?? '') ?? 0;
  return { ...answer, sure: [...answer.sure].sort((a, b) => order(a) - order(b) || here(a) - here(b)) };
}
