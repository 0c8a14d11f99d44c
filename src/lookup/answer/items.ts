/** The results of an answer: one item per code. */
import type { Interpretation } from '../interpret.ts';
import type { LookupEntry, LookupPlatform } from '../pack.ts';
import type { PlatformEvidence } from '../paste/nearest-platform.ts';
import { QUERY_LENGTH } from '../query.ts';
import type { FoundCode } from '../reading.ts';
import { highlight, type Piece } from '../search/highlight.ts';
import { isOnPlatform, type Lookup, type Result } from '../search/lookup.ts';

export type Platform = Pick<LookupPlatform, 'slug' | 'name' | 'short'>;

export type AnswerItem = {
  code: string;
  /** The text names the code (or its first digits), an entry contains the text literally, or shares words with it. */
  match: 'code' | 'literal' | 'words';
  /** Platform at which to open the code's page. Undefined for the first meaning of the page, which needs no anchor. */
  anchor: string | undefined;
  /** Best match first. */
  meanings: AnswerMeaning[];
  /** Only for a code that stands in the text. */
  found?: Found;
  /** The code explains others of the text, or is explained by one. */
  cause?: { explains: string[] } | { explainedBy: string };
};

export type AnswerMeaning = {
  entry: LookupEntry;
  /** Every platform of the entry; the one that is asked for or shown by the text first. */
  platforms: Platform[];
  text: { en: Piece[]; zh: Piece[] };
  /** Empty when it is not known. */
  errmsg: Piece[];
};

/** Where a code was found in the text, and what the text tells about it. */
export type Found = {
  because: FoundCode['why'];
  /** The surrounding text with the code marked. Absent for a short query, where the code is plain to see. */
  excerpt?: Piece[];
  /** Start and end in the text. */
  span: [start: number, end: number];
  count: number;
  /** Lines of a text of several lines, from 1, in rising order. */
  lines: number[];
  /** What shows the platform; several when the code comes from several. */
  platforms: PlatformReason[];
};

export type PlatformReason = {
  /** More than one when the words fit several, or when two signs disagree. */
  platforms: Platform[];
  /** The words of the text that show the platform. */
  because: string;
  /** Their line in a text of several lines. */
  line?: number;
  /** Two equally strong signs disagree. */
  conflict: boolean;
  /** Whether the code has a meaning there. */
  hasMeaning: boolean;
};

/** Characters shown on either side of a code found in a long text. */
const EXCERPT_LENGTH = 24;

export const platformOf = (slug: string, { data }: Lookup): Platform =>
  data.platforms.find((each) => each.slug === slug) ?? {
    slug,
    name: { en: slug, zh: slug },
    short: { en: slug, zh: slug },
  };

/** Returns the entry that a code's page begins with; undefined if the catalog does not have the code. */
export const firstMeaning = (code: string, { data, meanings }: Lookup): LookupEntry | undefined =>
  data.entries[meanings(code)[0] ?? -1];

/** @param first slug of the platform to name first, such as the one that results are limited to */
export function answerItem(
  { code, entries }: Result,
  { ranking, reading, scope }: Interpretation,
  lookup: Lookup,
  first?: string,
): AnswerItem {
  const { data } = lookup;
  const mark = (text: string) => highlight(text, ranking.query, ranking.tokens, data.variants);
  const [best] = entries;
  const firstOfPage = firstMeaning(code, lookup);
  const isLiteral = ranking.sure.some((i) => data.entries[i]?.code === code);
  const found = [...reading.codes, ...reading.possible].find((each) => each.code === code);
  const shown = [first, ...(found?.platform?.platforms ?? [])];
  const inOrder = (slugs: readonly string[]) => [
    ...slugs.filter((slug) => shown.includes(slug)),
    ...slugs.filter((slug) => !shown.includes(slug)),
  ];
  return {
    code,
    match: ranking.codes.includes(code) ? 'code' : isLiteral ? 'literal' : 'words',
    anchor: best === firstOfPage ? undefined : best?.platforms[0],
    meanings: entries.map((entry) => ({
      entry,
      platforms: inOrder(entry.platforms).map((slug) => platformOf(slug, lookup)),
      text: { en: mark(entry.en), zh: mark(entry.zh) },
      errmsg: entry.errmsg ? mark(entry.errmsg) : [],
    })),
    // A platform that the query names is shown as its scope.
    ...(found && { found: foundIn(ranking.query, scope ? { ...found, platform: undefined } : found, entries, lookup) }),
    ...causeOf(code, reading.root),
  };
}

function causeOf(code: string, root: Interpretation['reading']['root']): Pick<AnswerItem, 'cause'> {
  if (root?.code === code) return { cause: { explains: root.explains } };
  if (root?.explains.includes(code)) return { cause: { explainedBy: root.code } };
  return {};
}

function foundIn(
  text: string,
  { why, span, count, lines, platform, furtherPlatforms }: FoundCode,
  entries: readonly LookupEntry[],
  lookup: Lookup,
): Found {
  const [start, end] = span;
  const isMultiline = text.trim().includes('\n');
  const excerpt = [
    { text: `…${text.slice(Math.max(0, start - EXCERPT_LENGTH), start)}`, marked: false },
    { text: text.slice(start, end), marked: true },
    { text: `${text.slice(end, end + EXCERPT_LENGTH)}…`, marked: false },
  ];
  const reason = (evidence: PlatformEvidence): PlatformReason => ({
    platforms: evidence.platforms.map((slug) => platformOf(slug, lookup)),
    because: evidence.because,
    ...(isMultiline && { line: evidence.line }),
    conflict: evidence.conflict,
    hasMeaning: entries.some((entry) => evidence.platforms.some((slug) => isOnPlatform(entry, slug))),
  });
  return {
    because: why,
    ...(text.length > QUERY_LENGTH && { excerpt }),
    span,
    count,
    lines: isMultiline ? lines : [],
    platforms: [platform, ...furtherPlatforms].flatMap((evidence) => (evidence ? [reason(evidence)] : [])),
  };
}
