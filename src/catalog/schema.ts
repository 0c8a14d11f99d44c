/**
 * Defines the schemas of the catalog: the JSON files, the columns of `data/codes.csv`, and entries.
 * `rules.ts` checks the rows of `data/codes.csv`.
 */
import { z } from 'astro/zod';

/** Column order of `data/codes.csv`; the header line must match exactly. */
export const COLUMNS = [
  'code',
  'platforms',
  'topic',
  'errmsg',
  'zh',
  'en',
  'title_zh',
  'title_en',
  'wording',
  'older',
  'status',
  'retry',
  'who',
  'met',
  'source',
  'note_zh',
  'note_en',
] as const;

export type Column = (typeof COLUMNS)[number];

/** The cells of one line of `data/codes.csv`, as text. */
export type Cells = Record<Column, string>;

/** One line of `data/codes.csv`, with its line number (1 = the header). */
export type Row = { line: number } & Cells;

/** The values of columns that have a fixed set of them; `data/README.md` says what each means. */
export const WORDINGS = ['official', 'ours'] as const;
export const STATUSES = ['active', 'unlisted', 'historic'] as const;
export const RETRIES = ['no', 'after-fix', 'refresh-token', 'backoff', 'next-window', 'unknown'] as const;
export const ACTORS = ['developer', 'admin', 'user', 'tencent', 'unknown'] as const;
export const MET = ['often', 'sometimes', ''] as const;

const bilingual = z.object({ en: z.string().min(1), zh: z.string().min(1) }).strict();
/** The form of every code: a number as text, or a name in capitals. */
export const CODE_FORM = /^(-?\d+|[A-Z][A-Z0-9_]*)$/;
/** The form of every slug. */
export const SLUG_FORM = /^[a-z][a-z0-9-]*$/;

/** A part of a regular expression, without capturing groups; it is matched case-insensitively. */
const pattern = z.string().refine((source) => {
  try {
    return new RegExp(`${source}|`, 'gi').exec('')?.length === 1;
  } catch {
    return false;
  }
}, 'invalid pattern; write a regular expression without capturing groups');

const slug = z.string().regex(SLUG_FORM, 'invalid slug; use lower-case letters, digits and hyphens');

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/, 'invalid colour; write it as #rrggbb in lower case');

export const platformSchema = z
  .object({
    slug,
    name: bilingual,
    /** A shorter name, for chips and the like. */
    short: z.object({ en: z.string().min(1).max(14), zh: z.string().min(1).max(6) }).strict(),
    /** Its colour in the light and in the dark theme; contrast to the page is 3:1 or more. */
    colour: z.object({ light: hexColour, dark: hexColour }).strict(),
    /** Other names people use for it, in any language; the search finds it by them. */
    aliases: z.array(z.string().min(1)),
    /** What kind of account or product it is, one line. */
    kind: bilingual,
    /** A description for someone who has only the error. */
    about: bilingual,
    /** Signs in a request or an error that show this platform. */
    signs: z.array(bilingual).min(1),
    /** What shows it at a glance in a request: a host, a path, a parameter. The same in both languages. */
    tell: z.string().min(1).max(44),
    /** Hosts of its API. */
    hosts: z.array(z.string()),
    /** Earlier slugs, whose URLs redirect to this one. */
    former: z.array(slug).optional(),
    /** A smaller or older product: its codes come after others that match as well. */
    older: z.boolean().optional(),
    /** Official documentation; only URLs known to exist. */
    docs: z.array(z.object({ title: bilingual, url: z.url() }).strict()),
    /** Evidence for this platform in a pasted text. Several platforms may have the same pattern. */
    detect: z
      .object({
        /** Hosts in addition to the platform's `hosts`. */
        hosts: z.array(z.string()).optional(),
        /** Paths of its API. */
        paths: z.array(pattern).optional(),
        /** Packages and classes of SDKs. */
        sdk: z.array(pattern).optional(),
        /** Parameter names, and patterns of ids and tokens. */
        tokens: z.array(pattern).optional(),
        /** Unambiguous product names: weaker than the others, because texts mention products in passing. */
        names: z.array(pattern).optional(),
      })
      .strict()
      .optional(),
  })
  .strict();

export const topicSchema = z.object({ slug, name: bilingual, about: bilingual }).strict();

export const sourceSchema = z
  .object({
    id: slug,
    name: bilingual,
    url: z.url().optional(),
    /** Year or month of the copy. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2})?$/)
      .optional(),
    /** The official page it copies. Sources with the same page are not independent of each other. */
    page: bilingual.optional(),
  })
  .strict();

export const metaSchema = z
  .object({
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    /** Date of the last change of the data: the only date the site shows, so that builds do not depend on the clock. */
    date: z.iso.date(),
    licence: z.string().min(1),
  })
  .strict();

/** The kinds of evidence behind a guide; `data/README.md` says what each means. */
export const BASES = ['official-docs', 'sdk-docs', 'thread-confirmed', 'thread-reported', 'arithmetic'] as const;

/** A thread or file of a repository, or a page's URL, whose `https://` may be missing. */
export const SOURCE_FORM =
  /^(?:(?<repository>[\w.-]+\/[\w.-]+)(?:#(?<thread>\d+)|:(?<file>\S.*))|(?<page>(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+\/\S*))$/;

/** A text of a guide. It must not be one of a single language, and not longer than what one reads at a glance. */
const guideText = z
  .object({
    en: z.string().trim().min(1).max(420),
    zh: z
      .string()
      .regex(/\p{Script=Han}/u, 'no Chinese text')
      .max(240),
  })
  .strict();

/** Why a code is met and what to do: the content of a file in `data/guides/`. */
export const guideSchema = z
  .object({
    code: z.string().regex(CODE_FORM),
    /** One of the entry's platforms: evidence of one says nothing of another. */
    platform: slug,
    /** What one sees, why, and the number of the fix. */
    causes: z
      .array(z.object({ symptom: guideText, cause: guideText, fix: z.int().min(1) }).strict())
      .min(1)
      .max(5),
    fixes: z.array(guideText).min(1).max(5),
    /** How to make sure that the fix worked. */
    check: guideText.optional(),
    /** Other codes it is taken for, and the difference. */
    confused: z
      .array(z.object({ code: z.string().regex(CODE_FORM), text: guideText }).strict())
      .min(1)
      .max(4)
      .optional(),
    limits: z.array(guideText).min(1).max(4).optional(),
    /** A response as the API gives it; values are invented. */
    sample: z.string().min(1).max(300).optional(),
    /** Constants and exceptions of SDKs, as “SDK: NAME”. */
    sdk: z.array(z.string().min(1).max(120)).min(1).max(5).optional(),
    /** A sentence that may be shown to the end user who causes the error. */
    userText: guideText.optional(),
    /** Codes that follow from it in a log, where the message beside it has the word of `says`, and why. */
    explains: z
      .object({
        codes: z.array(z.string().regex(CODE_FORM)).min(1),
        says: z.string().min(1).optional(),
        why: guideText,
      })
      .strict()
      .optional(),
    /** What it rests on: a page's URL, a repository's file (`owner/name:path`) or thread (`owner/name#1`). */
    sources: z
      .array(
        z
          .object({
            at: z.string().regex(SOURCE_FORM, 'neither a URL nor owner/name:path or owner/name#1'),
            basis: z.enum(BASES),
          })
          .strict(),
      )
      .min(1),
  })
  .strict();

export const entrySchema = z
  .object({
    id: z.string(),
    code: z.string().regex(CODE_FORM),
    /** Home platform first. */
    platforms: z.array(slug).min(1),
    topic: slug,
    /** The literal the API returns; empty if unknown. */
    errmsg: z.string(),
    zh: z.string().min(1),
    en: z.string().min(1),
    /** A short form, empty in a language where the meaning is short enough. `titleOf` chooses. */
    title: z.object({ zh: z.string(), en: z.string() }).strict(),
    /** Whether `zh` is Tencent's text word for word, or written by us from the facts. */
    wording: z.enum(WORDINGS),
    /** What earlier official lists said under this code and platform, word for word; empty if nothing else. */
    older: z.string(),
    status: z.enum(STATUSES),
    /** Whether repeating the call can help. */
    retry: z.enum(RETRIES),
    /** Who has to act. */
    who: z.enum(ACTORS),
    /** How often people meet it. */
    met: z.enum(MET),
    source: z.array(slug).min(1),
    note: z.object({ zh: z.string(), en: z.string() }).strict(),
    /** Why one meets it and what to do, by platform; most entries have none. */
    guides: z.array(guideSchema),
    /** Line of `data/codes.csv`, for the link to edit it. */
    line: z.int().min(2),
    /** Date of the entry's last change, from the record of changes. */
    changed: z.iso.date(),
  })
  .strict();

export type Platform = z.infer<typeof platformSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Meta = z.infer<typeof metaSchema>;
export type Guide = z.infer<typeof guideSchema>;
export type Entry = z.infer<typeof entrySchema>;

/** Returns the first platform of a row as text. `homeOf` does the same for an entry. */
export const homeOfRow = ({ platforms }: Pick<Cells, 'platforms'>): string => platforms.split(' ')[0] ?? '';

/** @example entryId({ code: '40001', platforms: 'official-account mini-program' }) // → '40001-official-account' */
export const entryId = (row: Pick<Cells, 'code' | 'platforms'>): string => `${row.code}-${homeOfRow(row)}`;

/**
 * Converts a row to an entry without validating it: run the rules first.
 * @param changed date of the entry's last change
 * @example toEntry({ code: '40001', platforms: 'official-account mini-program', … }, '2026-11-22')
 *   // → { id: '40001-official-account', code: '40001', platforms: ['official-account', 'mini-program'], … }
 */
export function toEntry(row: Row, changed: string): Entry {
  const platforms = row.platforms.split(' ');
  return {
    id: entryId(row),
    code: row.code,
    platforms,
    topic: row.topic,
    errmsg: row.errmsg,
    zh: row.zh,
    en: row.en,
    title: { zh: row.title_zh, en: row.title_en },
    wording: row.wording as Entry['wording'],
    older: row.older,
    status: row.status as Entry['status'],
    retry: row.retry as Entry['retry'],
    who: row.who as Entry['who'],
    met: row.met as Entry['met'],
    source: row.source.split(' '),
    note: { zh: row.note_zh, en: row.note_en },
    guides: [],
    line: row.line,
    changed,
  };
}
