/**
 * The format of the instant search's data: one JSON file with all entries, one array per column, because columns compress
 * better than rows. `pack` runs in the build, `unpack` in the browser and in tests.
 */
import type { Variants } from './search/normalise.ts';

/** An entry with what can be searched. */
export type LookupEntry = {
  code: string;
  /** Slugs, home platform first. */
  platforms: string[];
  en: string;
  zh: string;
  errmsg: string;
  /** Order among equal matches; `USUAL` when absent. */
  priority?: number;
  /** Words that only cross a word border in `zh`: 签名 in 标签名字. */
  crossing?: readonly string[];
};

/** Priorities: codes people meet often, others, those of older products only, those the API no longer returns. */
export const [OFTEN, USUAL, OLDER, HISTORIC] = [0, 1, 2, 3];

/** What shows that a text comes from a platform; `strong` and `names` are pieces of regular expressions. */
type Detect = { hosts: string[]; strong: string[]; names: string[] };

/** An official document or look-up. */
export type Document = { title: { en: string; zh: string }; url: string };

export type LookupPlatform = {
  slug: string;
  name: { en: string; zh: string };
  short: { en: string; zh: string };
  aliases: string[];
  detect: Detect;
  docs: Document[];
};

export type LookupData = {
  entries: LookupEntry[];
  platforms: LookupPlatform[];
  variants: Variants;
};

/** Column by column; `on` holds indices into `platforms`, `variants` traditional and simplified characters in turn. */
export type Packed = {
  code: string[];
  on: number[][];
  en: string[];
  zh: string[];
  errmsg: string[];
  /** One digit per entry. */
  priority: string;
  /** Index of an entry, and its words, separated by spaces. */
  crossing: [entry: number, words: string][];
  platforms: [slug: string, en: string, zh: string, ...aliases: string[]][];
  /** In the order of `platforms`, as the next two. */
  /** Without those that are the name. */
  short: [en?: string, zh?: string][];
  detect: [hosts: string[], strong: string[], names: string[]][];
  docs: Document[][];
  variants: string;
};

/** The whole file: the data, and the folder of the full-text index of the same data, below the base. */
export type InstantFile = Packed & { fulltext: string };

/** @throws if an entry names a platform that is not in `platforms` */
export function pack({ entries, platforms, variants }: LookupData): Packed {
  const place = new Map(platforms.map(({ slug }, i) => [slug, i]));
  return {
    code: entries.map(({ code }) => code),
    on: entries.map((entry) =>
      entry.platforms.map((slug) => {
        const i = place.get(slug);
        if (i === undefined) throw new Error(`${entry.code}: unknown platform “${slug}”`);
        return i;
      }),
    ),
    en: entries.map(({ en }) => en),
    zh: entries.map(({ zh }) => zh),
    errmsg: entries.map(({ errmsg }) => errmsg),
    priority: entries.map(({ priority = USUAL }) => priority).join(''),
    crossing: entries.flatMap(({ crossing = [] }, i) =>
      crossing.length ? [[i, crossing.join(' ')] as [number, string]] : [],
    ),
    platforms: platforms.map(({ slug, name, aliases }) => [slug, name.en, name.zh, ...aliases]),
    short: platforms.map(({ short, name }) =>
      short.en === name.en && short.zh === name.zh ? [] : [short.en, short.zh],
    ),
    docs: platforms.map(({ docs }) => docs),
    detect: platforms.map(({ detect: { hosts, strong, names } }) => [hosts, strong, names]),
    variants: [...variants].flat().join(''),
  };
}

/** Reverses `pack`. */
export function unpack(packed: Packed): LookupData {
  const platforms = packed.platforms.map(([slug, en, zh, ...aliases], i) => {
    const [hosts, strong, names] = packed.detect[i] ?? [[], [], []];
    const [shortEn = en, shortZh = zh] = packed.short[i] ?? [];
    const short = { en: shortEn, zh: shortZh };
    return { slug, name: { en, zh }, short, aliases, detect: { hosts, strong, names }, docs: packed.docs[i] ?? [] };
  });
  const characters = [...packed.variants];
  const crossing = new Map(packed.crossing);
  return {
    platforms,
    variants: new Map(
      characters.flatMap((from, i) => (i % 2 === 0 ? [[from, characters[i + 1] ?? from] as const] : [])),
    ),
    entries: packed.code.map((code, i) => ({
      code,
      platforms: (packed.on[i] ?? []).flatMap((p) => platforms[p]?.slug ?? []),
      en: packed.en[i] ?? '',
      zh: packed.zh[i] ?? '',
      errmsg: packed.errmsg[i] ?? '',
      priority: Number(packed.priority[i] ?? USUAL),
      crossing: crossing.get(i)?.split(' ') ?? [],
    })),
  };
}
