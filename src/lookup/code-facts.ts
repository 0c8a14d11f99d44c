/** What reading a text needs to know of the catalog: which codes there are, what they say, and what shows a platform. */
import { rangeOf } from './nearest-codes.ts';
import type { LookupData, LookupEntry } from './pack.ts';
import { findNames, type NamedPlatform } from './platform-scope.ts';
import { compileSigns, type FindSigns } from './platform-signs.ts';

export type CodeFacts = {
  data: LookupData;
  known(code: string): boolean;
  /** Whether the catalog has codes of the same thousand: a number there looks like a code. */
  inRange(code: string): boolean;
  entriesOf(code: string): readonly LookupEntry[];
  /** Slugs of all platforms on which the code has a meaning. */
  platformsOf(code: string): readonly string[];
  findSigns: FindSigns;
  /** Finds the platforms a query names outright. */
  findNames(query: string): NamedPlatform[];
};

const made = new WeakMap<LookupData, CodeFacts>();

/** Returns the facts of a catalog, made once for each. */
export function codeFacts(data: LookupData): CodeFacts {
  const before = made.get(data);
  if (before) return before;
  const byCode = new Map<string, LookupEntry[]>();
  for (const entry of data.entries) {
    const entries = byCode.get(entry.code);
    if (entries) entries.push(entry);
    else byCode.set(entry.code, [entry]);
  }
  const ranges = new Set([...byCode.keys()].map(rangeOf));
  const entriesOf = (code: string) => byCode.get(code) ?? [];
  const facts: CodeFacts = {
    data,
    known: (code) => byCode.has(code),
    inRange: (code) => ranges.has(rangeOf(code)),
    entriesOf,
    platformsOf: (code) => [...new Set(entriesOf(code).flatMap(({ platforms }) => platforms))],
    findSigns: compileSigns(data.platforms),
    findNames: findNames(data.platforms),
  };
  made.set(data, facts);
  return facts;
}
