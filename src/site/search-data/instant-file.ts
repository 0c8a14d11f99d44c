/** Writes the instant tier's files, whose URLs contain a hash of their text. Runs in Astro only. */
import { catalog } from '../../catalog/collections.ts';
import { type InstantFile, pack } from '../../lookup/pack.ts';
import { fulltextFolder } from '../build-values.ts';
import { contentHash } from '../content-hash.ts';
import { instantPath, textsPath } from '../urls.ts';
import { lookupData } from './from-catalog.ts';

type File = { hash: string; text: string };

const fileOf = (content: object): File => {
  const text = JSON.stringify(content);
  return { hash: contentHash(text), text };
};

type Files = { head: File; parts: File[]; guides: File };

let cached: Promise<Files> | undefined;

/** Returns the files. They are made once per build (in dev once per request, because the data may change). */
export function instantFiles(): Promise<Files> {
  const make = async () => {
    const packed = pack(lookupData(await catalog()));
    const parts = packed.parts.map(fileOf);
    const guides = fileOf(packed.guides);
    const file: InstantFile = {
      ...packed.head,
      parts: parts.map(({ hash }) => textsPath(hash)),
      guides: textsPath(guides.hash),
      fulltext: fulltextFolder(),
    };
    return { head: fileOf(file), parts, guides };
  };
  if (import.meta.env.DEV) return make();
  cached ??= make();
  return cached;
}

/** Returns the path of the head below the base. @example await instantUrl() // → 'data/entries-3f1c0a9d2b.json' */
export const instantUrl = async (): Promise<string> => instantPath((await instantFiles()).head.hash);
