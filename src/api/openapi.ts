/** Writes the OpenAPI 3.1 description of the API, with examples from the catalog. Pure. */

import type { Catalog, CodeGroup } from '../catalog/index.ts';
import { CODE_FORM } from '../catalog/index.ts';
import { FILES, type Urls } from '../site/urls.ts';
import { csvFile } from './csv.ts';
import { apiCode, apiCodes, apiPlatformCodes, apiPlatforms, apiSources, apiTopics } from './entries.ts';
import { API_FILES, type ApiFile, type ApiParameter, EXAMPLE } from './files.ts';
import { codeMarkdown, type NameResolvers } from './markdown.ts';
import { apiSchema, type JsonSchema } from './schema.ts';

type Facts = Catalog & NameResolvers & { groups: readonly CodeGroup[] };

/** Moves the references to where OpenAPI expects schemas. @example { $ref: '#/$defs/Entry' } → { $ref: '#/components/schemas/Entry' } */
const asComponents = (schemas: Record<string, JsonSchema>): Record<string, JsonSchema> =>
  JSON.parse(JSON.stringify(schemas), (key, value) =>
    key === '$ref' ? String(value).replace('#/$defs/', '#/components/schemas/') : value,
  );

const PARAMETERS: Record<ApiParameter, JsonSchema> = {
  code: {
    name: 'code',
    in: 'path',
    required: true,
    description: 'The code as the API gives it.',
    schema: { type: 'string', pattern: CODE_FORM.source },
    examples: {
      number: { value: EXAMPLE.code },
      busy: { value: '-1', summary: 'A negative number is written with its sign.' },
    },
  },
  platform: {
    name: 'platform',
    in: 'path',
    required: true,
    description: 'Slug of a platform, as in platforms.json.',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
    examples: { wecom: { value: EXAMPLE.platform } },
  },
};

/** Lists in examples are cut to this length: two items show the shape. */
const MAX_ITEMS = 2;

function examples(
  { groups, entries, platforms, topics, sources, ...resolvers }: Facts,
  urls: Urls,
): Record<string, unknown> {
  const { meta } = resolvers;
  const group = groups.find(({ code }) => code === EXAMPLE.code);
  if (!group) throw new Error(`the OpenAPI file needs ${EXAMPLE.code} as an example; it is not in the catalog`);
  const few = entries.slice(0, MAX_ITEMS);
  const all = apiCodes(few, meta, urls);
  const platform = apiPlatformCodes(resolvers.platform(EXAMPLE.platform), entries, meta, urls);
  return {
    getCode: apiCode(group, meta, urls),
    getCodes: all,
    getPlatformCodes: { ...platform, codes: platform.codes.slice(0, MAX_ITEMS) },
    getPlatforms: apiPlatforms(platforms.slice(0, MAX_ITEMS), entries, meta, urls),
    getTopics: apiTopics(topics.slice(0, MAX_ITEMS), entries, meta, urls),
    getSources: apiSources(sources.slice(0, MAX_ITEMS), meta, urls),
    getCsv: csvFile(all.codes),
    getCodeMarkdown: codeMarkdown(group, resolvers, urls),
  };
}

function operation({ id, parameter, type, shape, summary }: ApiFile, example: unknown) {
  const schema = shape
    ? { $ref: `#/components/schemas/${shape}` }
    : type.endsWith('json')
      ? { type: 'object' }
      : { type: 'string' };
  return {
    operationId: id,
    summary: summary.en,
    ...(parameter ? { parameters: [{ $ref: `#/components/parameters/${parameter}` }] } : {}),
    responses: {
      '200': {
        description: summary.en,
        content: {
          [type]: { schema, ...(example === undefined ? {} : { examples: { from_the_data: { value: example } } }) },
        },
      },
      ...(parameter ? { '404': { $ref: '#/components/responses/Unknown' } } : {}),
    },
  };
}

/**
 * Returns the OpenAPI document.
 * @example openapi(await catalog(), urls) // → { openapi: '3.1.1', info: …, servers: [{ url: 'https://…' }], paths: { '/api/v1/codes/{code}.json': … } }
 * @throws if the catalog does not have the example code
 */
export function openapi(facts: Facts, urls: Urls) {
  const shown = examples(facts, urls);
  return {
    openapi: '3.1.1',
    info: {
      title: 'WeChat Error Codes',
      summary: 'What WeChat error codes mean, in English and Chinese, by platform.',
      description:
        'Static files: GET and HEAD only, no key. In version 1, URLs and keys may be added but are never renamed or removed; ignore keys you do not know. Unofficial, not affiliated with Tencent.',
      version: facts.meta.version,
      license: { name: facts.meta.licence, url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: urls.absoluteFile('').replace(/\/$/, '') }],
    security: [],
    externalDocs: { description: 'API and data', url: urls.absolutePage({ kind: 'api' }, 'en') },
    paths: Object.fromEntries(API_FILES.map((file) => [`/${file.path}`, { get: operation(file, shown[file.id]) }])),
    components: {
      parameters: PARAMETERS,
      responses: {
        Unknown: {
          description: 'Not in the list. The body is the site’s “not found” page, in HTML.',
          content: { 'text/html': { schema: { type: 'string' } } },
        },
      },
      schemas: asComponents(apiSchema(urls.absoluteFile(FILES.schema)).$defs),
    },
  };
}
