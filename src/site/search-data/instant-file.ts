/** Writes the instant tier's file, whose URL contains a hash of its text. Runs in Astro only. */
import { catalog } from '../../catalog/collections.ts';
import { type InstantFile, pack } from '../../lookup/pack.ts';
import { fulltextFolder } from '../build-values.ts';
import { contentHash } from '../content-hash.ts';
import { instantPath } from '../urls.ts';
import { lookupData } from './from-catalog.ts';

let cached: Promise<{ hash: string; text: string }> | undefined;

/** Returns the file. It is made once per build (in dev once per request, because the data may change). */
export function instantFile(): Promise<{ hash: string; text: string }> {
  const make = async () => {
    const file: InstantFile = { ...pack(lookupData(await catalog())), fulltext: fulltextFolder() };
    const text = JSON.stringify(file);
    return { hash: contentHash(text), text };
  };
  if (import.meta.env.DEV) return make();
  cached ??= make();
  return cached;
}

/** Returns the file's path below the base. @example await instantUrl() // → 'data/entries-3f1c0a9d2b.json' */
export const instantUrl = async (): Promise<string> => instantPath((await instantFile()).hash);
