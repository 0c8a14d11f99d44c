/**
 * The shapes of `/api/v1/`, once: the types, the published JSON Schema and the schemas of the OpenAPI file all come from
 * here. Keys may be added, never renamed, removed or given another type (`tests/data/api-v1.txt` holds them).
 */

import { z } from 'astro/zod';
import { CODE_FORM, SLUG_FORM } from '../catalog/index.ts';

const text = (description: string) => z.string().describe(description);
const day = (description: string) => z.iso.date().describe(description);
const count = (description: string) => z.int().min(0).describe(description);
const slug = (description: string) => z.string().regex(SLUG_FORM).describe(description);
const address = (description: string) => z.url().describe(description);
/** A number as text, or a name in capitals: the form of every code there is. */
const code = (description: string) => z.string().regex(CODE_FORM).describe(description);

const bilingual = z
  .object({ en: text('In English.'), zh: text('In Simplified Chinese.') })
  .meta({ id: 'Bilingual', description: 'The same in both languages.' });

const addresses = z
  .object({ en: address('The English one.'), zh: address('The Chinese one.') })
  .meta({ id: 'Addresses', description: 'Absolute addresses of the same thing in both languages.' });

const entry = z
  .object({
    code: code('The code as the API gives it, as text: a number, or a name in capitals.'),
    platforms: z
      .array(slug('Slug of a platform.'))
      .min(1)
      .describe('Platforms the meaning holds on, the home platform first. No platform has two meanings for one code.'),
    topic: slug('Slug of the topic.'),
    errmsg: text('The text the API returns, without variable ends. Empty when not known.'),
    zh: text('Tencent’s own description, word for word.'),
    en: text('Our own English translation of it.'),
    status: z.enum(['active', 'historic']).describe('“historic” when the API no longer returns it.'),
    source: z.array(slug('Id of a source.')).min(1).describe('Ids of the sources; first where the Chinese is from.'),
    note: bilingual.describe('Our remark, in both languages, or empty in both.'),
    changed: day('Day of the entry’s last change.'),
    url: address('The page in English, at this meaning.'),
  })
  .meta({ id: 'Entry', description: 'One meaning of one code.' });

const platform = z
  .object({
    slug: slug('Its id, as in an entry’s `platforms`.'),
    name: bilingual.describe('Its name.'),
    aliases: z.array(text('A name.')).describe('Other names people use, in any language.'),
    kind: bilingual.describe('What kind of account or product it is.'),
    about: bilingual.describe('What it is, for someone who has only the error in hand.'),
    signs: z
      .array(bilingual.describe('One sign.'))
      .describe('How to tell from a request or an error that you are on it.'),
    hosts: z.array(text('A host name.')).describe('Hosts its API is called at.'),
    docs: z
      .array(
        z
          .object({ title: bilingual.describe('Its title.'), url: address('Where it is.') })
          .meta({ id: 'Document', description: 'A page of official documentation.' }),
      )
      .describe('Official documentation.'),
    counts: z
      .object({ codes: count('Codes with a meaning on this platform.') })
      .meta({ id: 'PlatformCounts', description: 'How much there is of a platform.' })
      .describe('How much there is of it.'),
    url: addresses.describe('Its pages.'),
    data: address('JSON of its entries.'),
  })
  .meta({ id: 'Platform', description: 'A platform: a WeChat product with its own meanings of codes.' });

const topic = z
  .object({
    slug: slug('Its id, as in an entry’s `topic`.'),
    name: bilingual.describe('Its name.'),
    about: bilingual.describe('What it covers.'),
    counts: z
      .object({ codes: count('Codes with an entry in it.'), entries: count('Entries in it.') })
      .meta({ id: 'TopicCounts', description: 'How much there is of a topic.' })
      .describe('How much there is of it.'),
    url: addresses.describe('Its pages.'),
  })
  .meta({ id: 'Topic', description: 'What went wrong, as a subject to browse by.' });

const source = z
  .object({
    id: slug('Its id, as in an entry’s `source`.'),
    name: bilingual.describe('Its name.'),
    url: z.union([z.url(), z.literal('')]).describe('Where it is; empty when it has no public address.'),
  })
  .meta({ id: 'Source', description: 'Where facts come from.' });

/** What every file begins with. */
const head = {
  $schema: address('The shape of this file, in the JSON Schema.'),
  version: text('Version of the data.'),
  date: day('Day of the last change of the data.'),
  licence: text('Licence of the data; see the page for programs on how to give credit.'),
};

const codes = z
  .object({ ...head, codes: z.array(entry).describe('All entries, sorted by code.') })
  .meta({ id: 'Codes', description: 'Every entry there is.' });

const codeFile = z
  .object({
    ...head,
    code: code('The code.'),
    page: addresses.describe('Its pages.'),
    markdown: addresses.describe('The same pages as Markdown.'),
    entries: z.array(entry).min(1).describe('Its meanings, one for each group of platforms.'),
  })
  .meta({ id: 'Code', description: 'Everything about one code.' });

const platformFile = z
  .object({
    ...head,
    platform: platform.describe('The platform.'),
    codes: z.array(entry).describe('The entries that hold on it, sorted by code: at most one for each code.'),
  })
  .meta({ id: 'PlatformCodes', description: 'The codes of one platform.' });

const platforms = z
  .object({ ...head, platforms: z.array(platform).describe('All platforms, in the order of the site.') })
  .meta({ id: 'Platforms', description: 'Every platform there is.' });

const topics = z
  .object({ ...head, topics: z.array(topic).describe('All topics, in the order of the site.') })
  .meta({ id: 'Topics', description: 'Every topic there is.' });

const sources = z
  .object({ ...head, sources: z.array(source).describe('All sources.') })
  .meta({ id: 'Sources', description: 'Every source there is.' });

export type ApiEntry = z.infer<typeof entry>;
export type ApiPlatform = z.infer<typeof platform>;
export type ApiTopic = z.infer<typeof topic>;
export type ApiHead = z.infer<z.ZodObject<typeof head>>;
export type ApiCodes = z.infer<typeof codes>;
export type ApiCode = z.infer<typeof codeFile>;
export type ApiPlatformCodes = z.infer<typeof platformFile>;
export type ApiPlatforms = z.infer<typeof platforms>;
export type ApiTopics = z.infer<typeof topics>;
export type ApiSources = z.infer<typeof sources>;

/** Shapes a whole file can have, by their names in the schema's `$defs`. */
export type FileShape = 'Codes' | 'Code' | 'PlatformCodes' | 'Platforms' | 'Topics' | 'Sources';

export type JsonSchema = { [keyword: string]: unknown };

/**
 * The JSON Schema (2020-12) of every file of the API; each shape is in `$defs`. Objects are open, because keys may come.
 * @param id absolute address of the schema itself
 * @example apiSchema('https://…/schema.json') // → { $schema: …, $id: 'https://…/schema.json', anyOf: [{ $ref: '#/$defs/Codes' }, …], $defs: { Entry: … } }
 */
export function apiSchema(id: string): JsonSchema & { $defs: Record<string, JsonSchema> } {
  const files = z.union([codes, codeFile, platformFile, platforms, topics, sources]);
  const { $schema, anyOf, $defs } = z.toJSONSchema(files, {
    // As input: the output of an object has no unknown key, but a file of tomorrow may.
    io: 'input',
    override: ({ jsonSchema }) => {
      // The pattern says what the format says, at length; the bound is that of the language, not ours.
      if (jsonSchema.format) delete jsonSchema.pattern;
      delete jsonSchema.maximum;
    },
  });
  return {
    $schema,
    $id: id,
    title: 'WeChat Error Codes, API v1',
    description: 'Each file of /api/v1/ has one of these shapes. Keys are added at times, never renamed or removed.',
    anyOf,
    $defs: $defs as Record<string, JsonSchema>,
  };
}
