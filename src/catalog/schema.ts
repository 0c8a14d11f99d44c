/**
 * The shapes of the catalog's facts, and what each column of `data/codes.csv` may hold on its own.
 * What rows must satisfy together (unique, sorted, consistent) is in `rules.ts`.
 */
import { z } from 'astro/zod';

/** Column order of `data/codes.csv`; the header line must be exactly this. Columns may only ever be added at the end. */
export const COLUMNS = [
  'code',
  'platforms',
  'topic',
  'errmsg',
  'zh',
  'en',
  'status',
  'source',
  'note_zh',
  'note_en',
] as const;

export type Column = (typeof COLUMNS)[number];

/** What one line of `data/codes.csv` holds, as text. */
export type Cells = Record<Column, string>;

/** One line of `data/codes.csv`, with the line it stands on (1 = the header). */
export type Row = { line: number } & Cells;

const bilingual = z.object({ en: z.string().min(1), zh: z.string().min(1) }).strict();
/** The form of every code: a number as text, or a name in capitals. */
export const CODE_FORM = /^(-?\d+|[A-Z][A-Z0-9_]*)$/;
/** The form of every slug. */
export const SLUG_FORM = /^[a-z][a-z0-9-]*$/;

const slug = z.string().regex(SLUG_FORM, 'invalid slug; use lower-case letters, digits and hyphens');

const hexColour = z.string().regex(/^#[0-9a-f]{6}$/, 'invalid colour; write it as #rrggbb in lower case');

export const platformSchema = z
  .object({
    slug,
    name: bilingual,
    /** The name where there is little room, such as a chip. */
    short: z.object({ en: z.string().min(1).max(14), zh: z.string().min(1).max(6) }).strict(),
    /** Its colour in the light and in the dark theme; contrast to the page is 3:1 or more. */
    colour: z.object({ light: hexColour, dark: hexColour }).strict(),
    /** Other names people use for it, in any language; the search understands them. */
    aliases: z.array(z.string().min(1)),
    /** What kind of account or product it is, one line. */
    kind: bilingual,
    /** What it is, for someone who has only the error in hand. */
    about: bilingual,
    /** How to tell from a request or an error that you are on it. */
    signs: z.array(bilingual).min(1),
    /** Hosts its API is called at. */
    hosts: z.array(z.string()),
    /** Slugs its pages had elsewhere or earlier: their addresses lead to this one. */
    former: z.array(slug).optional(),
    /** Official documentation; only addresses we know to exist. */
    docs: z.array(z.object({ title: bilingual, url: z.url() }).strict()),
  })
  .strict();

export const topicSchema = z.object({ slug, name: bilingual, about: bilingual }).strict();

export const sourceSchema = z.object({ id: slug, name: bilingual, url: z.url().optional() }).strict();

export const metaSchema = z
  .object({
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    /** Day of the last change of the data: the only date the site shows, so that builds do not depend on the clock. */
    date: z.iso.date(),
    licence: z.string().min(1),
  })
  .strict();

export const entrySchema = z
  .object({
    id: z.string(),
    code: z.string().regex(CODE_FORM),
    /** Home platform first. */
    platforms: z.array(slug).min(1),
    topic: slug,
    /** The literal the API returns; empty when we do not know it. */
    errmsg: z.string(),
    zh: z.string().min(1),
    en: z.string().min(1),
    status: z.enum(['active', 'historic']),
    source: z.array(slug).min(1),
    note: z.object({ zh: z.string(), en: z.string() }).strict(),
    /** Line of `data/codes.csv`, for the link to edit it. */
    line: z.int().min(2),
    /** Day of the entry's last change, as the record of changes has it. */
    changed: z.iso.date(),
  })
  .strict();

export type Platform = z.infer<typeof platformSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Meta = z.infer<typeof metaSchema>;
export type Entry = z.infer<typeof entrySchema>;

/** Returns the first platform of a row as text. `homeOf` does the same for an entry. */
export const homeOfRow = ({ platforms }: Pick<Cells, 'platforms'>): string => platforms.split(' ')[0] ?? '';

/** @example entryId({ code: '40001', platforms: 'official-account mini-program' }) // → '40001-official-account' */
export const entryId = (row: Pick<Cells, 'code' | 'platforms'>): string => `${row.code}-${homeOfRow(row)}`;

/**
 * The entry a row stands for. Promises nothing about validity: run the rules first.
 * @param changed day of its last change
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
    status: row.status as Entry['status'],
    source: row.source.split(' '),
    note: { zh: row.note_zh, en: row.note_en },
    line: row.line,
    changed,
  };
}
