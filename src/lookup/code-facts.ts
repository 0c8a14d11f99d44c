/** Prepares the catalog for reading texts: look-ups by code, and the signs of platforms. */
import { rangeOf } from './nearest-codes.ts';
import type { LookupData, LookupEntry } from './pack.ts';
import { findNames, type NamedPlatform } from './platform-scope.ts';
import { compileSigns, type FindSigns } from './platform-signs.ts';

export type CodeFacts = {
  data: LookupData;
  known(code: string): boolean;
  /** Whether the catalog has codes of the same thousand, so that the number may be a code. */
  inRange(code: string): boolean;
  entriesOf(code: string): readonly LookupEntry[];
  /** Slugs of all platforms on which the code has a meaning. */
  platformsOf(code: string): readonly string[];
  findSigns: FindSigns;
  /** Finds the platforms whose product names are in a query. */
  findNames(query: string): NamedPlatform[];
};

const cache = new WeakMap<LookupData, CodeFacts>();

/** Returns the facts of a catalog, cached per catalog. */
export function codeFacts(data: LookupData): CodeFacts {
  const cached = cache.get(data);
  if (cached) return cached;
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
  cache.set(data, facts);
  return facts;
}
