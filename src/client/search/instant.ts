/**
 * Fetches the data of the instant search and creates the look-up, once: first the head, with which every number is known,
 * then the texts in parts. After a failure the next call tries again.
 */

import {
  fill,
  fillGuides,
  type GuideWords,
  type InstantFile,
  partOf,
  type TextPart,
  unpack,
} from '../../lookup/pack.ts';
import { createLookup, type Lookup } from '../../lookup/search/lookup.ts';
import { entriesUrl, urls } from '../page-settings.ts';

/** The look-up, and the folder of the full-text index of the same data. */
export type Instant = Lookup & {
  fulltext: string;
  /** Fetches the texts of some entries, or of all. Words and logs need all before `ask` and `prepare`. */
  texts(entries?: readonly number[]): Promise<void>;
  /** Fetches all texts, one part after the other, so that what a reader asks for meanwhile comes first. */
  textsInTurn(): Promise<void>;
};

let lookup: Promise<Instant> | undefined;

async function json<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}

async function load(): Promise<Instant> {
  const { parts, guides, fulltext, ...head } = await json<InstantFile>(entriesUrl);
  const data = unpack(head);
  const fetched = new Map<string, Promise<void>>();
  const once = <T>(file: string, use: (content: T) => void): Promise<void> => {
    const running =
      fetched.get(file) ??
      json<T>(urls.file(file)).then(use, (error: unknown) => {
        fetched.delete(file);
        throw error;
      });
    fetched.set(file, running);
    return running;
  };
  const part = (index: number) => once<TextPart>(parts[index] ?? '', (texts) => fill(data, texts, index, head.facts));
  const guideWords = () => once<GuideWords>(guides, (words) => fillGuides(data, words));
  return {
    ...createLookup(data),
    fulltext: urls.file(fulltext),
    async texts(entries) {
      // Those met often have theirs already.
      const lacking = entries?.filter((i) => !data.entries[i]?.en).map(partOf);
      await Promise.all([...[...new Set(lacking ?? parts.keys())].map(part), ...(entries ? [] : [guideWords()])]);
    },
    async textsInTurn() {
      for (const index of parts.keys()) await part(index);
      await guideWords();
    },
  };
}

/** @throws when the data cannot be fetched or read */
export function instant(): Promise<Instant> {
  lookup ??= load().catch((error: unknown) => {
    lookup = undefined;
    throw error;
  });
  return lookup;
}
