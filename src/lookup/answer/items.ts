/** The results of an answer: one item per code. */
import type { Interpretation } from '../interpret.ts';
import type { LookupEntry, LookupPlatform } from '../pack.ts';
import type { Candidate } from '../paste/extract.ts';
import { QUERY_LENGTH } from '../query.ts';
import { highlight, type Piece } from '../search/highlight.ts';
import type { Lookup, Result } from '../search/lookup.ts';

export type Platform = Pick<LookupPlatform, 'slug' | 'name'>;

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
};

export type AnswerMeaning = {
  entry: LookupEntry;
  /** The entry's home platform. */
  platform: Platform;
  text: { en: Piece[]; zh: Piece[] };
};

/** Where a code was found in the text, and what the text tells about it. */
export type Found = {
  because: Candidate['why'];
  /** The surrounding text with the code marked. Absent for a short query, where the code is plain to see. */
  excerpt?: Piece[];
  platform?: PlatformReason;
};

export type PlatformReason = {
  /** More than one when the words fit several. */
  platforms: Platform[];
  /** The words of the text that show the platform. */
  because: string;
  /** Whether the code has a meaning there. */
  hasMeaning: boolean;
};

/** Characters shown on either side of a code found in a long text. */
const EXCERPT_LENGTH = 24;

export const platformOf = (slug: string, { data }: Lookup): Platform =>
  data.platforms.find((each) => each.slug === slug) ?? { slug, name: { en: slug, zh: slug } };

export function answerItem({ code, entries }: Result, interpretation: Interpretation, lookup: Lookup): AnswerItem {
  const { ranking, candidates } = interpretation;
  const { data } = lookup;
  const mark = (text: string) => highlight(text, ranking.query, ranking.tokens, data.variants);
  const [best] = entries;
  const first = data.entries[lookup.meanings(code)[0] ?? 0];
  const isLiteral = ranking.sure.some((i) => data.entries[i]?.code === code);
  const candidate = candidates.find((each) => each.code === code);
  return {
    code,
    match: ranking.codes.includes(code) ? 'code' : isLiteral ? 'literal' : 'words',
    anchor: best === first ? undefined : best?.platforms[0],
    meanings: entries.map((entry) => ({
      entry,
      platform: platformOf(entry.platforms[0] ?? '', lookup),
      text: { en: mark(entry.en), zh: mark(entry.zh) },
    })),
    ...(candidate && { found: foundIn(interpretation, candidate, entries, lookup) }),
  };
}

function foundIn(
  { ranking: { query }, hint }: Interpretation,
  { why, span: [start, end] }: Candidate,
  entries: readonly LookupEntry[],
  lookup: Lookup,
): Found {
  const excerpt = [
    { text: `…${query.slice(Math.max(0, start - EXCERPT_LENGTH), start)}`, marked: false },
    { text: query.slice(start, end), marked: true },
    { text: `${query.slice(end, end + EXCERPT_LENGTH)}…`, marked: false },
  ];
  const isThere = (slug: string) => slug === 'common' || hint?.platforms.includes(slug);
  return {
    because: why,
    ...(query.length > QUERY_LENGTH && { excerpt }),
    ...(hint && {
      platform: {
        platforms: hint.platforms.map((slug) => platformOf(slug, lookup)),
        because: hint.because,
        hasMeaning: entries.some(({ platforms }) => platforms.some(isThere)),
      },
    }),
  };
}
