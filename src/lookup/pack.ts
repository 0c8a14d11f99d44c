/**
 * The format of the instant search's data: a head with every code and its platforms, and the texts in parts, fetched when
 * a code near them is asked for, or words. Columns instead of rows, because they compress better. `pack` runs in the
 * build, the rest in the browser and in tests.
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
  /** What earlier lists said; absent for most. */
  older?: string;
  /** Order among equal matches; `USUAL` when absent. */
  priority?: number;
  /** Whether repeating the call helps, who has to act, and whether there is a guide, in words of the catalog. */
  facts?: EntryFacts;
  /** Words of its guides that its own texts do not have; absent for most. */
  guide?: string;
  /** Words that only cross a word border in `zh`: 签名 in 标签名字. */
  crossing?: readonly string[];
};

type Retry = 'no' | 'after-fix' | 'refresh-token' | 'backoff' | 'next-window' | 'unknown';
type Actor = 'developer' | 'admin' | 'user' | 'tencent' | 'unknown';
export type EntryFacts = { retry: Retry; who: Actor; guide: boolean };

/** Priorities: codes people meet often, sometimes, others, old products and codes no list has, those no longer returned. */
export const [OFTEN, SOMETIMES, USUAL, OLDER, HISTORIC] = [0, 1, 2, 3, 4];

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

/** A page that explains what several codes have in common, or errors that have no number. */
export type Concept = {
  slug: string;
  title: { en: string; zh: string };
  /** Phrases that a question about it contains, squeezed. */
  phrases: string[];
};

/** A code that explains others of a log, on a platform. */
export type Root = {
  code: string;
  platform: string;
  explains: string[];
  /** A word that the message beside the code must have. */
  says?: string | undefined;
  why: { en: string; zh: string };
};

export type LookupData = {
  entries: LookupEntry[];
  concepts: Concept[];
  roots: Root[];
  platforms: LookupPlatform[];
  variants: Variants;
};

/** The texts of some entries, as their codes follow each other. */
export type TextPart = {
  en: string[];
  zh: string[];
  errmsg: string[];
  /** Index of an entry in the part, and its words, separated by spaces. */
  crossing: [entry: number, words: string][];
  older: [entry: number, text: string][];
  /** One character per entry for its facts: `FIRST_FACT` stands for the first of `PackedHead.facts`. */
  fact: string;
};

/** What only words and logs need: the words of guides, the concept pages, and which codes explain others. */
export type GuideWords = { words: [entry: number, words: string][]; concepts: Concept[]; roots: Root[] };

/** `on` holds indices into `sets`, `variants` traditional and simplified characters in turn. */
export type PackedHead = {
  /** Of a number the distance to the number before it, which is short; names as they are. */
  code: (number | string)[];
  /** Sets of platforms, as indices into `platforms`. */
  sets: number[][];
  on: number[];
  /** One digit per entry. */
  priority: string;
  /** The sets of facts that entries have. */
  facts: [retry: Retry, who: Actor, guide: 0 | 1][];
  /** Texts and facts of the entries met often, so that these are answered from the head alone. */
  often: [entry: number, en: string, zh: string, errmsg: string, fact: string][];
  platforms: [slug: string, en: string, zh: string, ...aliases: string[]][];
  /** In the order of `platforms`, as the next two. */
  /** Without those that are the name. */
  short: [en?: string, zh?: string][];
  detect: [hosts: string[], strong: string[], names: string[]][];
  docs: Document[][];
  variants: string;
};

/** The head's file. All paths are below the base. */
export type InstantFile = PackedHead & {
  /** The files of the parts, in order. */
  parts: string[];
  /** The file of the guides' words. */
  guides: string;
  /** The folder of the full-text index of the same data. */
  fulltext: string;
};

const NO_FACTS: EntryFacts = { retry: 'unknown', who: 'unknown', guide: false };
/** The character that stands for the first set of facts: from here on few need an escape in JSON. */
const FIRST_FACT = 0x5d;

/** Entries of one part: a file of a few kilobytes. */
const PART_ENTRIES = 200;

/** Returns the part that has the texts of an entry. */
export const partOf = (entry: number): number => Math.floor(entry / PART_ENTRIES);

/**
 * Packs the data.
 * @throws if an entry names a platform that is not in `platforms`
 */
export function pack({ entries, platforms, concepts, roots, variants }: LookupData): {
  head: PackedHead;
  parts: TextPart[];
  guides: GuideWords;
} {
  const place = new Map(platforms.map(({ slug }, i) => [slug, i]));
  const sets = new Map<string, number>();
  const on = entries.map((entry) => {
    const set = entry.platforms.map((slug) => {
      const i = place.get(slug);
      if (i === undefined) throw new Error(`${entry.code}: unknown platform “${slug}”`);
      return i;
    });
    const key = set.join();
    if (!sets.has(key)) sets.set(key, sets.size);
    return sets.get(key) ?? 0;
  });
  const factSets = new Map<string, PackedHead['facts'][number]>();
  const fact = entries.map(({ facts: { retry, who, guide } = NO_FACTS }) => {
    const set: PackedHead['facts'][number] = [retry, who, guide ? 1 : 0];
    if (!factSets.has(set.join())) factSets.set(set.join(), set);
    return String.fromCodePoint(FIRST_FACT + [...factSets.keys()].indexOf(set.join()));
  });
  let before = 0;
  const head: PackedHead = {
    code: entries.map(({ code }) => {
      if (!Number.isSafeInteger(Number(code))) return code;
      const distance = Number(code) - before;
      before = Number(code);
      return distance;
    }),
    sets: [...sets.keys()].map((key) => key.split(',').map(Number)),
    on,
    priority: entries.map(({ priority = USUAL }) => priority).join(''),
    facts: [...factSets.values()],
    often: entries.flatMap(({ priority, en, zh, errmsg }, i) =>
      priority === OFTEN ? [[i, en, zh, errmsg, fact[i]] as PackedHead['often'][number]] : [],
    ),
    platforms: platforms.map(({ slug, name, aliases }) => [slug, name.en, name.zh, ...aliases]),
    short: platforms.map(({ short, name }) =>
      short.en === name.en && short.zh === name.zh ? [] : [short.en, short.zh],
    ),
    docs: platforms.map(({ docs }) => docs),
    detect: platforms.map(({ detect: { hosts, strong, names } }) => [hosts, strong, names]),
    variants: [...variants].flat().join(''),
  };
  const parts: TextPart[] = [];
  for (let start = 0; start < entries.length; start += PART_ENTRIES) {
    const own = entries.slice(start, start + PART_ENTRIES);
    parts.push({
      en: own.map(({ en }) => en),
      zh: own.map(({ zh }) => zh),
      errmsg: own.map(({ errmsg }) => errmsg),
      crossing: own.flatMap(({ crossing = [] }, i) =>
        crossing.length ? [[i, crossing.join(' ')] as [number, string]] : [],
      ),
      older: own.flatMap(({ older }, i) => (older ? [[i, older] as [number, string]] : [])),
      fact: fact.slice(start, start + PART_ENTRIES).join(''),
    });
  }
  const words = entries.flatMap(({ guide }, i) => (guide ? [[i, guide] as [number, string]] : []));
  return { head, parts, guides: { words, concepts, roots } };
}

function factsOf(fact: string, facts: PackedHead['facts']): EntryFacts {
  const [retry, who, guide] = facts[fact.charCodeAt(0) - FIRST_FACT] ?? ['unknown', 'unknown', 0];
  return { retry, who, guide: guide === 1 };
}

/** Returns the data of a head. Its entries have no texts until `fill`, but for those met often. */
export function unpack(head: PackedHead): LookupData {
  const platforms = head.platforms.map(([slug, en, zh, ...aliases], i) => {
    const [hosts, strong, names] = head.detect[i] ?? [[], [], []];
    const [shortEn = en, shortZh = zh] = head.short[i] ?? [];
    const short = { en: shortEn, zh: shortZh };
    return { slug, name: { en, zh }, short, aliases, detect: { hosts, strong, names }, docs: head.docs[i] ?? [] };
  });
  const characters = [...head.variants];
  let before = 0;
  const entries: LookupEntry[] = head.code.map((code, i) => {
    if (typeof code === 'number') before += code;
    return {
      code: typeof code === 'number' ? String(before) : code,
      platforms: (head.sets[head.on[i] ?? 0] ?? []).flatMap((p) => platforms[p]?.slug ?? []),
      en: '',
      zh: '',
      errmsg: '',
      guide: '',
      priority: Number(head.priority[i] ?? USUAL),
      crossing: [],
    };
  });
  for (const [i, en, zh, errmsg, fact] of head.often)
    Object.assign(entries[i] ?? {}, { en, zh, errmsg, facts: factsOf(fact, head.facts) });
  return {
    platforms,
    variants: new Map(
      characters.flatMap((from, i) => (i % 2 === 0 ? [[from, characters[i + 1] ?? from] as const] : [])),
    ),
    entries,
    concepts: [],
    roots: [],
  };
}

/** Sets the texts and facts of a part's entries, in place: a look-up that has the data sees them. */
export function fill({ entries }: LookupData, part: TextPart, index: number, facts: PackedHead['facts']): void {
  const crossing = new Map(part.crossing);
  const older = new Map(part.older);
  for (const [i, en] of part.en.entries()) {
    const entry = entries[index * PART_ENTRIES + i];
    if (!entry) continue;
    entry.en = en;
    entry.zh = part.zh[i] ?? '';
    entry.errmsg = part.errmsg[i] ?? '';
    entry.crossing = crossing.get(i)?.split(' ') ?? [];
    entry.older = older.get(i) ?? '';
    entry.facts = factsOf(part.fact[i] ?? '', facts);
  }
}

/** Sets what `GuideWords` holds, in place. */
export function fillGuides({ entries, concepts, roots }: LookupData, guides: GuideWords): void {
  for (const [i, guide] of guides.words) Object.assign(entries[i] ?? {}, { guide });
  concepts.push(...guides.concepts);
  roots.push(...guides.roots);
}

/**
 * Returns the entries whose texts an answer shows, for a query that is a number and nothing else: those of its code, or
 * of the codes that begin with it. Undefined where only all texts will do.
 * @param limit results that are shown
 */
export function entriesOfNumber(text: string, { entries }: LookupData, limit: number): number[] | undefined {
  const number = /^\s*#?\s*(-?\d+)\s*$/.exec(text.normalize('NFKC').replace(/[−–—]/g, '-'))?.[1];
  if (number === undefined) return undefined;
  const exact = entries.flatMap(({ code }, i) => (code === number ? [i] : []));
  if (exact.length) return exact;
  const longer = entries.flatMap(({ code }, i) => (code.startsWith(number) ? [i] : []));
  return longer.length ? longer.slice(0, limit) : undefined;
}
