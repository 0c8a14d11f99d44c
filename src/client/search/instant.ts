/** Fetches the data of the instant search and creates the look-up, once. After a failure the next call tries again. */

import { type InstantFile, unpack } from '../../lookup/pack.ts';
import { createLookup, type Lookup } from '../../lookup/search/lookup.ts';
import { entriesUrl, urls } from '../page-settings.ts';

/** The look-up, and the folder of the full-text index of the same data. */
type Instant = Lookup & { fulltext: string };

let lookup: Promise<Instant> | undefined;

async function load(): Promise<Instant> {
  const response = await fetch(entriesUrl);
  if (!response.ok) throw new Error(`${entriesUrl}: ${response.status}`);
  const file = (await response.json()) as InstantFile;
  return { ...createLookup(unpack(file)), fulltext: urls.file(file.fulltext) };
}

/** @throws when the data cannot be fetched or read */
export function instant(): Promise<Instant> {
  lookup ??= load().catch((error: unknown) => {
    lookup = undefined;
    throw error;
  });
  return lookup;
}
