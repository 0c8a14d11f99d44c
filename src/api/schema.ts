/**
 * Defines the shapes of `/api/v1/`: the source of the types, the published JSON Schema and the schemas of the OpenAPI
 * file. Keys may be added, never renamed, removed or given another type (`tests/data/api-v1.txt` records them).
 */

import { z } from 'astro/zod';
import { ACTORS, BASES, CODE_FORM, MET, RETRIES, SLUG_FORM, STATUSES, WORDINGS } from '../catalog/index.ts';

const text = (description: string) => z.string().describe(description);
const day = (description: string) => z.iso.date().describe(description);
const count = (description: string) => z.int().min(0).describe(description);
const slug = (description: string) => z.string().regex(SLUG_FORM).describe(description);
const url = (description: string) => z.url().describe(description);
/** A number as text, or a name in capitals: the form of every code. */
const code = (description: string) => z.string().regex(CODE_FORM).describe(description);

const bilingual = z
  .object({ en: text('In English.'), zh: text('In Simplified Chinese.') })
  .meta({ id: 'Bilingual', description: 'The same in both languages.' });

const urls = z
  .object({ en: url('The English one.'), zh: url('The Chinese one.') })
  .meta({ id: 'Addresses', description: 'Absolute URLs of the same thing in both languages.' });

const guide = z
  .object({
    platform: slug('The platform it speaks of: one of the entry’s.'),
    causes: z
      .array(
        z
          .object({
            symptom: bilingual.describe('What one sees.'),
            cause: bilingual.describe('Why it happens.'),
            fix: count('Which of `fixes` helps, counted from 1.'),
          })
          .meta({ id: 'Cause', description: 'A cause and the sign that tells it from others.' }),
      )
      .describe('Causes, the most frequent first.'),
    fixes: z.array(bilingual.describe('One fix.')).describe('What to do.'),
    check: bilingual.optional().describe('How to make sure that the fix worked.'),
    confused: z
      .array(
        z
          .object({ code: code('The other code.'), text: bilingual.describe('The difference.') })
          .meta({ id: 'Confused', description: 'A code that it is taken for.' }),
      )
      .optional()
      .describe('Codes that it is taken for.'),
    limits: z.array(bilingual.describe('One limit.')).optional().describe('Numbers that apply.'),
    sample: text('A response; values are invented.').optional(),
    sdk: z.array(text('“SDK: NAME”.')).optional().describe('Constants and exceptions of SDKs.'),
    explains: z
      .object({
        codes: z.array(code('A code.')),
        says: text('A word the message beside the code has.').optional(),
        why: bilingual,
      })
      .strict()
      .optional()
      .describe('Codes of a log that follow from it.'),
    userText: bilingual.optional().describe('What may be shown to the end user who causes the error.'),
    sources: z
      .array(
        z
          .object({
            at: text('A page, a file or a thread.'),
            basis: z.enum(BASES).describe('What kind of evidence it is; “arithmetic” is our inference.'),
          })
          .meta({ id: 'Evidence', description: 'What a guide rests on.' }),
      )
      .describe('What it rests on.'),
  })
  .meta({ id: 'Guide', description: 'Why one meets a code, and what to do.' });

const entry = z
  .object({
    code: code('The code as the API gives it, as text: a number, or a name in capitals.'),
    platforms: z
      .array(slug('Slug of a platform.'))
      .min(1)
      .describe(
        'Platforms the meaning applies to, the home platform first. No platform has two meanings for one code.',
      ),
    topic: slug('Slug of the topic.'),
    errmsg: text('The text the API returns, without variable ends. Empty when not known.'),
    zh: text('The meaning in Chinese; `wording` tells whose words they are.'),
    en: text('The meaning in English, our own words.'),
    title: bilingual.describe('The meaning in short: at most 24 Chinese or 60 Latin characters.'),
    wording: z.enum(WORDINGS).describe('“official” if `zh` is Tencent’s text word for word, else “ours”.'),
    older: text('What earlier official lists said under this code and platform, in Chinese; empty if nothing else.'),
    status: z
      .enum(STATUSES)
      .describe('“historic” if the API no longer returns it, “unlisted” if no current list has it any more.'),
    retry: z
      .enum(RETRIES)
      .describe(
        'Whether repeating the call can help: never, after a fix, with a new token, after a wait, in the next period.',
      ),
    who: z.enum(ACTORS).describe('Who has to act.'),
    met: z.enum(MET).describe('How often people meet it, judged by public reports; empty if rarely.'),
    source: z
      .array(slug('Id of a source.'))
      .min(1)
      .describe('Ids of the sources; an official Chinese text is from the first.'),
    note: bilingual.describe('Our note, in both languages, or empty in both.'),
    guides: z.array(guide).describe('Why one meets it, and what to do, by platform; most entries have none.'),
    changed: day('Date of the entry’s last change.'),
    url: url('URL of this meaning on the English page.'),
  })
  .meta({ id: 'Entry', description: 'One meaning of one code.' });

const platform = z
  .object({
    slug: slug('Its id, as in an entry’s `platforms`.'),
    name: bilingual.describe('Its name.'),
    aliases: z.array(text('A name.')).describe('Other names people use, in any language.'),
    kind: bilingual.describe('What kind of account or product it is.'),
    about: bilingual.describe('A description for someone who has only the error.'),
    signs: z.array(bilingual.describe('One sign.')).describe('Signs in a request or an error that show this platform.'),
    hosts: z.array(text('A host name.')).describe('Hosts of its API.'),
    docs: z
      .array(
        z
          .object({ title: bilingual.describe('Its title.'), url: url('Its URL.') })
          .meta({ id: 'Document', description: 'A page of official documentation.' }),
      )
      .describe('Official documentation.'),
    counts: z
      .object({ codes: count('Codes with a meaning on this platform.') })
      .meta({ id: 'PlatformCounts', description: 'Counts for a platform.' })
      .describe('Counts.'),
    url: urls.describe('Its pages.'),
    data: url('URL of its entries as JSON.'),
  })
  .meta({ id: 'Platform', description: 'A platform: a WeChat product with its own meanings of codes.' });

const topic = z
  .object({
    slug: slug('Its id, as in an entry’s `topic`.'),
    name: bilingual.describe('Its name.'),
    about: bilingual.describe('What it covers.'),
    counts: z
      .object({ codes: count('Codes with an entry in it.'), entries: count('Entries in it.') })
      .meta({ id: 'TopicCounts', description: 'Counts for a topic.' })
      .describe('Counts.'),
    url: urls.describe('Its pages.'),
  })
  .meta({ id: 'Topic', description: 'What went wrong, as a subject to browse by.' });

const source = z
  .object({
    id: slug('Its id, as in an entry’s `source`.'),
    name: bilingual.describe('Its name.'),
    url: z.union([z.url(), z.literal('')]).describe('Its URL; empty if it has no public one.'),
    date: text('Year or month of the copy; empty if not known.'),
    page: z
      .union([bilingual, z.null()])
      .describe('The official page it copies. Sources with the same page are not independent of each other.'),
  })
  .meta({ id: 'Source', description: 'Where facts come from.' });

/** The first keys of every file. */
const head = {
  $schema: url('The shape of this file, in the JSON Schema.'),
  version: text('Version of the data.'),
  date: day('Date of the last change of the data.'),
  licence: text('Licence of the data; the API page says how to give credit.'),
};

const codes = z
  .object({ ...head, codes: z.array(entry).describe('All entries, sorted by code.') })
  .meta({ id: 'Codes', description: 'All entries.' });

const codeFile = z
  .object({
    ...head,
    code: code('The code.'),
    page: urls.describe('Its pages.'),
    markdown: urls.describe('The same pages as Markdown.'),
    entries: z.array(entry).min(1).describe('Its meanings, one per group of platforms.'),
  })
  .meta({ id: 'Code', description: 'Everything about one code.' });

const platformFile = z
  .object({
    ...head,
    platform: platform.describe('The platform.'),
    codes: z.array(entry).describe('The entries that apply to it, sorted by code: at most one per code.'),
  })
  .meta({ id: 'PlatformCodes', description: 'The codes of one platform.' });

const platforms = z
  .object({ ...head, platforms: z.array(platform).describe('All platforms, in the order of the site.') })
  .meta({ id: 'Platforms', description: 'All platforms.' });

const topics = z
  .object({ ...head, topics: z.array(topic).describe('All topics, in the order of the site.') })
  .meta({ id: 'Topics', description: 'All topics.' });

const sources = z
  .object({ ...head, sources: z.array(source).describe('All sources.') })
  .meta({ id: 'Sources', description: 'All sources.' });

export type ApiEntry = z.infer<typeof entry>;
export type ApiPlatform = z.infer<typeof platform>;
export type ApiHead = z.infer<z.ZodObject<typeof head>>;
export type ApiCodes = z.infer<typeof codes>;
export type ApiCode = z.infer<typeof codeFile>;
export type ApiPlatformCodes = z.infer<typeof platformFile>;
export type ApiPlatforms = z.infer<typeof platforms>;
export type ApiTopics = z.infer<typeof topics>;
export type ApiSources = z.infer<typeof sources>;

/** The shapes of whole files, by their names in the schema's `$defs`. */
export type FileShape = 'Codes' | 'Code' | 'PlatformCodes' | 'Platforms' | 'Topics' | 'Sources';

export type JsonSchema = { [keyword: string]: unknown };

/**
 * Returns the JSON Schema (2020-12) of the API's files, every shape in `$defs`. Objects are open: keys may be added.
 * @param id absolute URL of the schema itself
 * @example apiSchema('https://…/schema.json') // → { $schema: …, $id: 'https://…/schema.json', anyOf: [{ $ref: '#/$defs/Codes' }, …], $defs: { Entry: … } }
 */
export function apiSchema(id: string): JsonSchema & { $defs: Record<string, JsonSchema> } {
  const files = z.union([codes, codeFile, platformFile, platforms, topics, sources]);
  const { $schema, anyOf, $defs } = z.toJSONSchema(files, {
    // As input, so that objects stay open: a later file may have more keys.
    io: 'input',
    override: ({ jsonSchema }) => {
      // The pattern repeats the format; the maximum is JavaScript's, not ours.
      if (jsonSchema.format) delete jsonSchema.pattern;
      delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    $id: id,
    title: 'WeChat Error Codes, API v1',
    description: 'Each file of /api/v1/ has one of these shapes. Keys may be added, but are never renamed or removed.',
    anyOf,
    $defs: $defs as Record<string, JsonSchema>,
  };
}
