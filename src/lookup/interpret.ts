/** Interprets a text: the one way from what is typed or pasted to the entries that answer it. */
import { codeFacts } from './code-facts.ts';
import { isForeign } from './paste/message.ts';
import type { Scope } from './platform-scope.ts';
import { isQuery } from './query.ts';
import { readText } from './read-text.ts';
import type { FoundCode, TextReading } from './reading.ts';
import { isOnPlatform, type Lookup, type Ranking } from './search/lookup.ts';
import { hasContent } from './search/plan.ts';
import { mentionsWechat } from './vendors.ts';

export type Interpretation = {
  /** The ranking's `query` is the text as it was given. */
  ranking: Ranking;
  /** What the text says. */
  reading: TextReading;
  /** The platform a query is limited to. */
  scope: Scope | undefined;
  /** Whether the full-text search may still add to the ranking. It adds nothing to codes and whole messages. */
  isFinal: boolean;
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

/** Entries shown for the words beside a code, which is the answer. */
const BESIDE_A_CODE = 5;

/**
 * Never throws, whatever the text.
 * @example interpret('{"errcode":40013,"errmsg":"invalid appid rid: …"}', lookup).reading.codes[0]?.code // → '40013'
 */
export function interpret(text: string, lookup: Lookup): Interpretation {
  const query = text.trim();
  const reading = readText(text, codeFacts(lookup.data));
  const { codes, said, scope, words } = reading;
  const ranked = (ranking: Omit<Ranking, 'query'>, isFinal: boolean, within?: Scope): Interpretation => ({
    ranking: { ...ranking, query: text },
    reading,
    scope: within,
    isFinal,
  });
  // ERROR is a level of logs, unless it is all there is.
  const named = codes.length ? [] : lookup.meanings(query);
  if (named.length) return ranked({ ...NO_RANKING, codes: [query], sure: [...named], onlyNumber: true }, true);
  const typed = reading.kind === 'query' && isQuery(query);
  if (!codes.length && reading.vendors.length) return ranked(NO_RANKING, true);
  if (codes.length) return ranked(besideCodes(codes, { words: typed ? words : '', typed }, lookup), true, scope);
  // Typed words are searched for; of a paste the whole message of an entry decides.
  if (said.length && (!typed || reading.client)) {
    return ranked({ ...NO_RANKING, sure: meaningsOf(said, lookup) }, true);
  }
  // A client error is not looked up among server codes by its words.
  if (reading.client) return ranked(NO_RANKING, true);
  if (typed) {
    const ranking = lookup.ask(query);
    // 小程序 appid 不匹配 is the text of a WeCom code: the platform's name is part of it.
    const within = scope && !isWholeText(query, ranking.sure[0], lookup) && askWithin(scope, lookup);
    return within ? ranked(within, false, scope) : ranked(ranking, false);
  }
  const message = words && !isForeign(text) ? askMessage(words, text, lookup) : NO_RANKING;
  return ranked(message, message.likely.length === 0);
}

const meaningsOf = (codes: readonly string[], lookup: Lookup) => codes.flatMap((code) => lookup.meanings(code));

/** Ranks the codes of a text first, in their order, whatever the other words are; these add a few entries. */
function besideCodes(
  found: readonly FoundCode[],
  { words, typed }: { words: string; typed: boolean },
  lookup: Lookup,
): Omit<Ranking, 'query'> {
  const known = found.filter((each) => each.known);
  const sure = known.flatMap((each) => byPlatform(each, lookup));
  const codes = known.map(({ code }) => code);
  // 90010 is no code, but the beginning of some.
  if (typed && !words && !codes.length) return lookup.ask(found[0]?.code ?? '');
  const more = hasContent(words) ? lookup.ask(words) : NO_RANKING;
  const isNew = (i: number) => !sure.includes(i);
  // Words that no entry has all of are no answer beside a code.
  const beside = more.relaxed ? [] : [...more.sure, ...more.likely].filter(isNew).slice(0, BESIDE_A_CODE);
  return { ...more, codes, sure, likely: beside, relaxed: false, corrections: [], onlyNumber: !words };
}

/** The meanings of a code: those on the platform the text shows for it first. */
function byPlatform({ code, platform, furtherPlatforms }: FoundCode, lookup: Lookup): number[] {
  const shown = [platform, ...furtherPlatforms].flatMap((evidence) => evidence?.platforms ?? []);
  const distance = (i: number) => (lookup.data.entries[i]?.platforms.some((slug) => shown.includes(slug)) ? 0 : 1);
  return [...lookup.meanings(code)].sort((a, b) => distance(a) - distance(b));
}

/** Tells whether the query is the whole text of the entry. */
function isWholeText(query: string, entry: number | undefined, lookup: Lookup): boolean {
  const { zh = '', en = '', errmsg = '' } = lookup.data.entries[entry ?? -1] ?? {};
  const plain = (text: string) => text.normalize('NFKC').trim();
  return [zh, en, errmsg].some((text) => plain(text) === plain(query));
}

/** Searches within a platform; undefined when it has no match and its name may be a word after all: 卡券 logo. */
function askWithin({ platform, rest }: Scope, lookup: Lookup): Ranking | undefined {
  const ranking = lookup.ask(rest);
  const isThere = (i: number) => isOnPlatform(lookup.data.entries[i], platform);
  const within = { ...ranking, sure: ranking.sure.filter(isThere), likely: ranking.likely.filter(isThere) };
  return within.sure.length || within.likely.length ? within : undefined;
}

/** Searches for the message of a paste. A paste is never corrected, and one that is not about WeChat needs a literal match. */
function askMessage(message: string, text: string, lookup: Lookup): Ranking {
  const ranking = lookup.ask(message);
  const isAbout = mentionsWechat(text) || /err_?(?:code|msg)/i.test(text);
  if (ranking.corrections.length || ranking.relaxed || !isAbout)
    return { ...ranking, likely: [], corrections: [], relaxed: false };
  return ranking;
}
