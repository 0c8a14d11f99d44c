/** Fetches the instant tier's data and makes the look-up of it, once. A failure is forgotten, so that the next query tries again. */
import { createLookup, type Lookup } from '../lookup/lookup.ts';
import { type Packed, unpack } from '../lookup/pack.ts';
import { entriesUrl } from './site.ts';

let lookup: Promise<Lookup> | undefined;

async function load(): Promise<Lookup> {
  const response = await fetch(entriesUrl);
  if (!response.ok) throw new Error(`${entriesUrl}: ${response.status}`);
  return createLookup(unpack((await response.json()) as Packed));
}

/** @throws when the data cannot be fetched or read */
export function instant(): Promise<Lookup> {
  lookup ??= load().catch((error: unknown) => {
    lookup = undefined;
    throw error;
  });
  return lookup;
}
