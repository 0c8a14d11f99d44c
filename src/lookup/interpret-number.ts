/**
 * Interprets a text that is a number and nothing else, as most are. It needs none of the rules for words and logs, which
 * the page fetches later, and returns what `interpret` would.
 */
import { codeRange } from './families.ts';
import type { Interpretation } from './interpret.ts';
import type { FoundCode } from './reading.ts';
import type { Lookup, Ranking } from './search/lookup.ts';

/** Numbers that look like a code even when the catalog does not have them. */
const LIKE_A_CODE = /^(?:[1-9]\d{4,8}|-[1-9]\d*)$/;

/** @example interpretNumber('４０００１', lookup)?.reading.codes[0]?.code // → '40001' */
export function interpretNumber(text: string, lookup: Lookup): Interpretation | undefined {
  const code = /^\s*(0|-?[1-9]\d{0,9})\s*$/.exec(text.normalize('NFKC'))?.[1];
  // Where normalising changes the length, positions in the text differ.
  if (!code || text.normalize('NFKC').length !== text.length) return undefined;
  const meanings = lookup.meanings(code);
  const known = meanings.length > 0;
  const start = text.length - text.trimStart().length;
  const found: FoundCode = {
    code,
    known,
    why: 'alone',
    confidence: 0.9,
    span: [start, start + code.length],
    count: 1,
    lines: [1],
    platform: undefined,
    furtherPlatforms: [],
    range: known ? undefined : codeRange(code, lookup.data),
  };
  const isCode = known || LIKE_A_CODE.test(code);
  const ranking: Omit<Ranking, 'query'> = known
    ? { codes: [code], sure: [...meanings], likely: [], relaxed: false, tokens: [], onlyNumber: true, corrections: [] }
    : lookup.ask(isCode ? code : text.trim());
  return {
    ranking: { ...ranking, query: text },
    reading: {
      kind: 'query',
      codes: isCode ? [found] : [],
      possible: [],
      asides: [],
      words: isCode ? '' : text.trim(),
      said: [],
      platform: undefined,
      scope: undefined,
      vendors: [],
      client: undefined,
      root: undefined,
    },
    scope: undefined,
    isFinal: isCode,
  };
}
