import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { answer } from '../../src/lookup/answer/answer.ts';
import { codeFacts } from '../../src/lookup/code-facts.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import type { LookupEntry } from '../../src/lookup/pack.ts';
import { readText } from '../../src/lookup/read-text.ts';
import { createLookup } from '../../src/lookup/search/lookup.ts';
import { lookupData } from '../../src/site/search-data/from-catalog.ts';
import { ROOT } from '../fixtures/builds.ts';
import { lookup } from '../fixtures/lookup.ts';

/** A text that people sent, with the code that answers it. */
type Report = {
  text: string;
  /** Null if nothing may be answered. */
  code: string | null;
  /** Other correct answers. */
  accept: string[];
  /** If the text identifies it. */
  platform?: string;
  why: string;
};

const read = <T>(name: string): T => JSON.parse(fs.readFileSync(path.join(ROOT, 'tests/lookup', name), 'utf8'));
const reports = read<Report[]>('reports.json');
const entry = (code: string, platform: string, errmsg: string, zh = ''): LookupEntry => ({
  code,
  platforms: [platform],
  en: errmsg,
  zh,
  errmsg,
});
/** Platforms and meanings that may be missing from the catalog: the data of a platform is enough to recognise it. */
const further = lookupData({ entries: [], platforms: read('next-platforms.json') }).platforms;
const data = {
  ...lookup.data,
  platforms: [
    ...lookup.data.platforms,
    ...further.filter(({ slug }) => lookup.data.platforms.every((other) => other.slug !== slug)),
  ],
  entries: [
    ...lookup.data.entries,
    entry('600002', 'mini-program', 'url not in domain list'),
    entry('61006', 'open-platform', 'component ticket is invalid'),
    entry('-601034', 'mini-program', '', '没有权限，请先开通云开发或者云托管'),
  ],
};
const facts = codeFacts(data);
const full = createLookup(data);
/** The first result, a code that is named as unknown, or nothing. */
const firstOf = (text: string): string | null => {
  const { items, unknown } = answer(interpret(text, full), full);
  return items[0]?.code ?? unknown[0]?.code ?? null;
};

test('every report is answered with its code first, or without a code', () => {
  expect(reports.length).toBe(44);
  const wrong = reports.flatMap(({ text, code, accept }) => {
    const first = firstOf(text);
    return first === code || (first !== null && accept.includes(first)) ? [] : [{ text, code, first }];
  });
  expect(wrong).toEqual([]);
});

test('the platform that a report identifies is recognised', () => {
  const shown = reports.filter(({ platform }) => platform);
  expect(shown.length).toBeGreaterThanOrEqual(15);
  for (const { text, platform } of shown) {
    const reading = readText(text, facts);
    const [first] = reading.codes;
    expect((first ?? reading).platform?.platforms[0], text).toBe(platform);
  }
});

test('two codes in a report are both answered, in the order typed', () => {
  const two = reports.filter(({ code, accept }) => code && accept.some((other) => /^[4-9]\d{4}$/.test(other)));
  expect(two.length).toBeGreaterThanOrEqual(2);
  for (const { text, code, accept } of two)
    expect(readText(text, facts).codes.map((each) => each.code)).toEqual([code, ...accept]);
});
