/** What an answer says besides its results: codes without a meaning, and how the text was understood. */
import { familyOf } from '../families.ts';
import type { Interpretation } from '../interpret.ts';
import { nearest } from '../nearest-codes.ts';
import { QUERY_LENGTH } from '../query.ts';
import type { Lookup, Ranking } from '../search/lookup.ts';

export type UnknownCode = {
  code: string;
  /** What numbers of this range usually mean. */
  family: { en: string; zh: string } | undefined;
  /** Codes of the catalog, in rising order. */
  nearest: string[];
};

export type Notice =
  /** Typos were corrected; `query` is what was searched for. */
  | { kind: 'corrected'; query: string }
  /** No entry has all words of the query. */
  | { kind: 'relaxed' }
  | { kind: 'other-vendor'; vendor: string }
  /** There is no result. `query`, shortened, is absent when the answer has an unknown code. */
  | { kind: 'nothing-found'; query?: string };

const NEAREST_CODES = 4;

export const unknownCode = (code: string, { data }: Lookup): UnknownCode => ({
  code,
  family: familyOf(code),
  nearest: nearest(
    code,
    data.entries.map((entry) => entry.code),
    NEAREST_CODES,
  ),
});

/** Returns the notices of an answer with results. */
export function searchNotices({ query, corrections, relaxed }: Ranking): Notice[] {
  const notices: Notice[] = [];
  if (corrections.length) {
    const text = query.normalize('NFKC').toLowerCase().trim();
    notices.push({
      kind: 'corrected',
      query: corrections.reduce((words, { from, to }) => words.replace(from, to), text),
    });
  }
  if (relaxed) notices.push({ kind: 'relaxed' });
  return notices;
}

/** Returns the notice of an answer without results. */
export function emptyNotice({ ranking, vendor }: Interpretation, hasUnknownCode: boolean): Notice {
  if (vendor) return { kind: 'other-vendor', vendor };
  if (hasUnknownCode) return { kind: 'nothing-found' };
  const query = ranking.query.trim();
  return {
    kind: 'nothing-found',
    query: query.length > QUERY_LENGTH ? `${query.slice(0, QUERY_LENGTH)}…` : query,
  };
}
