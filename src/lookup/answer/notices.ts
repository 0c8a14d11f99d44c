/** What an answer says besides its results: codes without a meaning, and how the text was understood. */
import { type CodeRange, codeRange } from '../families.ts';
import type { Interpretation } from '../interpret.ts';
import { between, nearest } from '../nearest-codes.ts';
import type { Document, LookupEntry } from '../pack.ts';
import type { Role } from '../paste/envelopes.ts';
import { QUERY_LENGTH } from '../query.ts';
import type { Lookup, Ranking } from '../search/lookup.ts';
import { firstMeaning, type Platform, platformOf } from './items.ts';

export type UnknownCode = {
  code: string;
  /** What codes of this range usually mean. */
  family: CodeRange['means'];
  /** Platforms that have most codes of this range. */
  platforms: Platform[];
  /** Codes of the same range, in rising order, each with its first meaning. */
  nearest: LookupEntry[];
  /** Where the range has no code: the codes before and after the gap. */
  gap: { below?: string; above?: string } | undefined;
  /** The platform that the query names or the text shows. */
  named: Platform | undefined;
  /** Official look-ups: of the named platform, else of every platform. */
  documents: Document[];
};

export type Notice =
  /** Typos were corrected; `query` is what was searched for. */
  | { kind: 'corrected'; query: string }
  /** No entry has all words of the query. */
  | { kind: 'relaxed' }
  | { kind: 'other-vendor'; vendor: string }
  /** The named platform has no meaning of these codes; the results are those of other platforms. */
  | { kind: 'not-on-platform'; codes: string[]; platform: Platform; documents: Document[] }
  /** The text comes from the client (wx.* or the JS-SDK), not from a server API. */
  | { kind: 'client'; api: string }
  /** Numbers that are not the failing code. */
  | { kind: 'aside'; code: string; role: Role; why: { en: string; zh: string } }
  /** One code of the text explains others. */
  | { kind: 'root'; code: string; explains: string[]; why: { en: string; zh: string } }
  /** There is no result. `query`, shortened, is absent when something else says what the text is. */
  | { kind: 'nothing-found'; query?: string };

const NEAREST_CODES = 2;
/** A success or an HTTP status is explained only beside a code that failed. */
const EXPLAINED: readonly Role[] = ['wrapper', 'truncated'];

/** Returns the official documents of a platform, or of all platforms, each once. WeCom's look-up opens the code itself. */
export function documentsFor(code: string, { data }: Lookup, platform?: string): Document[] {
  const documents = data.platforms.flatMap(({ slug, docs }) => (!platform || slug === platform ? docs : []));
  const unique = documents.filter(({ url }, i) => documents.findIndex((other) => other.url === url) === i);
  return unique.map((document) =>
    /devtool\/query$/.test(document.url)
      ? { ...document, url: `${document.url}?e=${encodeURIComponent(code)}` }
      : document,
  );
}

export function unknownCode(code: string, lookup: Lookup, named: string | undefined): UnknownCode {
  const { data } = lookup;
  const codes = data.entries.map((entry) => entry.code);
  const near = nearest(code, codes, NEAREST_CODES);
  const { means, platforms } = codeRange(code, data);
  return {
    code,
    family: means,
    platforms: platforms.map((slug) => platformOf(slug, lookup)),
    nearest: near.flatMap((each) => firstMeaning(each, lookup) ?? []),
    gap: near.length ? undefined : between(code, codes),
    named: named === undefined ? undefined : platformOf(named, lookup),
    documents: documentsFor(code, lookup, named),
  };
}

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

/** Returns what the text shows besides codes: its root cause, wrappers, and whether it comes from the client. */
export function textNotices({ reading }: Interpretation): Notice[] {
  const { client, root, asides, codes } = reading;
  const shown = asides.filter(
    ({ code, role }, i) =>
      EXPLAINED.includes(role) &&
      !codes.some((each) => each.code === code) &&
      asides.findIndex((other) => other.code === code) === i,
  );
  return [
    ...(root ? [{ kind: 'root', ...root } as const] : []),
    ...(client ? [{ kind: 'client', api: client.api } as const] : []),
    ...shown.map(({ code, role, why }) => ({ kind: 'aside', code, role, why }) as const),
  ];
}

/** Returns the notice of an answer without results. */
export function emptyNotice({ ranking, reading }: Interpretation, isExplained: boolean): Notice {
  const [vendor] = reading.vendors;
  if (vendor && !reading.codes.length) return { kind: 'other-vendor', vendor };
  // What was pasted is not repeated.
  if (isExplained || reading.kind === 'paste') return { kind: 'nothing-found' };
  const query = ranking.query.trim();
  return {
    kind: 'nothing-found',
    query: query.length > QUERY_LENGTH ? `${query.slice(0, QUERY_LENGTH)}…` : query,
  };
}
