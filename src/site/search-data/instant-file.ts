/** The instant tier's file: its text and its address, which carries a hash of the text. Astro side only. */
import { catalog } from '../../catalog/collections.ts';
import { type InstantFile, pack } from '../../lookup/pack.ts';
import { fulltextFolder } from '../build-values.ts';
import { contentHash } from '../content-hash.ts';
import { instantPath } from '../urls.ts';
import { lookupData } from './from-catalog.ts';

let made: Promise<{ hash: string; text: string }> | undefined;

/** Made once a build; once a request in dev, where the data may change. */
export function instantFile(): Promise<{ hash: string; text: string }> {
  const make = async () => {
    const file: InstantFile = { ...pack(lookupData(await catalog())), fulltext: fulltextFolder() };
    const text = JSON.stringify(file);
    return { hash: contentHash(text), text };
  };
  if (import.meta.env.DEV) return make();
  made ??= make();
  return made;
}

/** @example await instantUrl() // → 'data/entries-3f1c0a9d2b.json' */
export const instantUrl = async (): Promise<string> => instantPath((await instantFile()).hash);
