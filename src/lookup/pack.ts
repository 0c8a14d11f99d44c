/**
 * Packs the instant tier's data for the browser: one JSON with all entries, one array per column, because columns
 * compress better than rows. `pack` runs in the build, `unpack` in the browser and in tests.
 */
import type { Variants } from './search/normalise.ts';

/** An entry, as the look-up uses it. */
export type LookupEntry = {
  code: string;
  /** Slugs, home platform first. */
  platforms: string[];
  en: string;
  zh: string;
  errmsg: string;
};

/** Evidence that a text comes from a platform; `strong` and `names` are parts of regular expressions. */
export type Detect = { hosts: string[]; strong: string[]; names: string[] };

export type LookupPlatform = { slug: string; name: { en: string; zh: string }; aliases: string[]; detect: Detect };

export type LookupData = {
  entries: LookupEntry[];
  platforms: LookupPlatform[];
  variants: Variants;
};

/** One array per column. `on` has indices of `platforms`, `variants` traditional and simplified characters in turn. */
export type Packed = {
  code: string[];
  on: number[][];
  en: string[];
  zh: string[];
  errmsg: string[];
  platforms: [slug: string, en: string, zh: string, ...aliases: string[]][];
  /** In the order of `platforms`. */
  detect: [hosts: string[], strong: string[], names: string[]][];
  variants: string;
};

/** The whole file: the data, and the folder of the full-text index made from it, below the base. */
export type InstantFile = Packed & { fulltext: string };

/** Packs the data. @throws if an entry names a platform that is not in `platforms` */
export function pack({ entries, platforms, variants }: LookupData): Packed {
  const indices = new Map(platforms.map(({ slug }, i) => [slug, i]));
  return {
    code: entries.map(({ code }) => code),
    on: entries.map((entry) =>
      entry.platforms.map((slug) => {
        const i = indices.get(slug);
        if (i === undefined) throw new Error(`${entry.code}: unknown platform “${slug}”`);
        return i;
      }),
    ),
    en: entries.map(({ en }) => en),
    zh: entries.map(({ zh }) => zh),
    errmsg: entries.map(({ errmsg }) => errmsg),
    platforms: platforms.map(({ slug, name, aliases }) => [slug, name.en, name.zh, ...aliases]),
    detect: platforms.map(({ detect: { hosts, strong, names } }) => [hosts, strong, names]),
    variants: [...variants].flat().join(''),
  };
}

/** Restores the data from the result of `pack`. */
export function unpack(packed: Packed): LookupData {
  const platforms = packed.platforms.map(([slug, en, zh, ...aliases], i) => {
    const [hosts, strong, names] = packed.detect[i] ?? [[], [], []];
    return { slug, name: { en, zh }, aliases, detect: { hosts, strong, names } };
  });
  const characters = [...packed.variants];
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
    })),
  };
}
