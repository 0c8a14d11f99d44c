import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { API_FILES, fillPath } from '../../src/api/files.ts';
import { apiSchema, type JsonSchema } from '../../src/api/schema.ts';
import { FILES } from '../../src/site/urls.ts';
import { parameterValues } from '../contract.ts';
import { DIST, ORIGIN, read, site } from '../fixtures/site.ts';

const json = (file: string) => JSON.parse(read(file));
const schema = json(FILES.schema);
const openapi = json(FILES.openapi);

/** Strict: an unknown keyword or format in the schema is an error. */
const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addFormat('date', (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text));
ajv.addFormat('uri', (text) => URL.canParse(text));

/** The schema with closed objects, under another id: keys without a description are invalid. */
const closed: typeof schema = JSON.parse(
  JSON.stringify({ ...schema, $id: `${schema.$id}?closed` }, (_key, value) =>
    value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
  ),
);
const validateAny = ajv.compile(schema);
ajv.addSchema(closed);
const validator = (shape: string) => {
  const found = ajv.getSchema(`${closed.$id}#/$defs/${shape}`);
  if (!found) throw new Error(`the schema does not define ${shape}`);
  return found;
};

/** Every file of the API with its shape. */
const files = API_FILES.flatMap((file) =>
  file.shape
    ? parameterValues(file).map((value) => ({ file: fillPath(file, value), shape: file.shape as string }))
    : [],
);

test('every JSON file matches its schema, links to it, and has no key without a description', () => {
  expect(new Set(files.map(({ shape }) => shape))).toEqual(new Set(API_FILES.flatMap(({ shape }) => shape ?? [])));
  const wrong = files.flatMap(({ file, shape }) => {
    const data = json(file);
    expect(data.$schema, file).toBe(`${ORIGIN}/${FILES.schema}#/$defs/${shape}`);
    const validate = validator(shape);
    if (validate(data) && validateAny(data)) return [];
    return [`${file}: ${ajv.errorsText(validate.errors ?? validateAny.errors)}`];
  });
  expect(wrong).toEqual([]);
});

test('the schema rejects invalid data and accepts new keys', () => {
  const good = json(FILES.code('40001'));
  const validate = ajv.getSchema(`${schema.$id}#/$defs/Code`);
  const accepts = (change: (data: typeof good) => void) => {
    const data = structuredClone(good);
    change(data);
    return [validate?.(data), validateAny(data)];
  };
  expect(accepts(() => {})).toEqual([true, true]);
  expect(accepts((data) => Object.assign(data.entries[0], { fresh: 1 }))).toEqual([true, true]);
  for (const breach of [
    (data: typeof good) => delete data.entries,
    (data: typeof good) => delete data.entries[0].note.en,
    (data: typeof good) => Object.assign(data, { date: '2026-02-30' }),
    (data: typeof good) => Object.assign(data, { code: 40001 }),
    (data: typeof good) => Object.assign(data.entries[0], { url: '/codes/40001/' }),
    (data: typeof good) => Object.assign(data.entries[0], { status: 'retired' }),
    (data: typeof good) => Object.assign(data.entries[0], { platforms: [] }),
  ]) {
    expect(accepts(breach), String(breach)).toEqual([false, false]);
  }
  const undescribed = structuredClone(good);
  undescribed.entries[0].fresh = 1;
  expect(validator('Code')(undescribed)).toBe(false);
});

test('every shape and every key has a description', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(apiSchema(`${ORIGIN}/${FILES.schema}`))));
  const bare: string[] = [];
  for (const [name, shape] of Object.entries<JsonSchema>(schema.$defs)) {
    if (!shape.description) bare.push(name);
    for (const [key, property] of Object.entries(shape.properties as Record<string, JsonSchema>)) {
      if (!property.description) bare.push(`${name}.${key}`);
    }
  }
  expect(bare).toEqual([]);
});

/** Every `$ref` in a document. */
function references(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : references(value),
  );
}
const resolve = (reference: string) =>
  reference
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], openapi);

test('OpenAPI: every reference has a target, and the schemas are those of the JSON Schema', () => {
  const all = references(openapi);
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter((reference) => !reference.startsWith('#/components/') || !resolve(reference))).toEqual([]);
  expect(resolve('#/components/schemas/NoSuchShape')).toBeUndefined();
  const components = JSON.stringify(openapi.components.schemas);
  expect(components.replaceAll('#/components/schemas/', '#/$defs/')).toBe(JSON.stringify(schema.$defs));
});

test('OpenAPI: the described files are the built files', () => {
  const described = Object.keys(openapi.paths);
  expect(described).toEqual(API_FILES.map((file) => `/${file.path}`));
  const built = site.files().filter((file) => /^api\/|\.md$|^llms\.txt$/.test(file));
  const known = new Set(
    described.flatMap((url) => {
      const name = /\{(\w+)\}/.exec(url)?.[1];
      const file = API_FILES.find((each) => `/${each.path}` === url);
      expect(file?.parameter, url).toBe(name);
      return file ? parameterValues(file).map((value) => url.slice(1).replace(`{${name}}`, value)) : [];
    }),
  );
  expect(built.filter((file) => !known.has(file))).toEqual([]);
  expect([...known].filter((file) => !fs.existsSync(path.join(DIST, file)))).toEqual([]);
});

test('OpenAPI: server, licence, parameters, responses and examples are correct', () => {
  expect(openapi.openapi).toMatch(/^3\.1\./);
  expect(openapi.security).toEqual([]);
  expect(openapi.servers).toEqual([{ url: ORIGIN }]);
  expect(openapi.info.license).toEqual({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' });
  for (const file of API_FILES) {
    const { parameters, responses, operationId } = openapi.paths[`/${file.path}`].get;
    expect(operationId).toBe(file.id);
    expect(Boolean(responses['404']), file.path).toBe(Boolean(file.parameter));
    for (const { $ref } of parameters ?? []) {
      const { name, schema: form, examples } = resolve($ref) as typeof openapi;
      expect(name).toBe(file.parameter);
      for (const value of parameterValues(file)) expect(value).toMatch(new RegExp(form.pattern));
      for (const { value } of Object.values<{ value: string }>(examples))
        expect(parameterValues(file)).toContain(value);
    }
    const [type, content] = Object.entries<typeof openapi>(responses['200'].content)[0] ?? [];
    expect(type).toBe(file.type);
    const example = content.examples?.from_the_data?.value;
    if (file.shape) {
      expect(content.schema).toEqual({ $ref: `#/components/schemas/${file.shape}` });
      expect(validator(file.shape)(example), `${file.path}: example`).toBe(true);
    }
    if (file.type === 'text/markdown') expect(example).toBe(read(fillPath(file, '40001')));
    if (file.type === 'text/csv') expect(read(file.path).startsWith(example)).toBe(true);
  }
});

test('llms.txt has the form of llmstxt.org', () => {
  const lines = read(FILES.llms).split('\n');
  expect(lines[0]).toMatch(/^# \S/);
  expect(lines[2]).toMatch(/^> \S/);
  const sections = lines.findIndex((line) => line.startsWith('## '));
  const listed = lines.slice(sections).filter((line) => line && !line.startsWith('## '));
  expect(listed.length).toBeGreaterThan(25);
  expect(listed.filter((line) => !/^- \[[^\]]+\]\(https:\/\/[^)]+\): \S/.test(line))).toEqual([]);
});
