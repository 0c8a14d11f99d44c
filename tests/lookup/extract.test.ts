import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { interpret } from '../../src/lookup/interpret.ts';
import { clean } from '../../src/lookup/paste/clean-paste.ts';
import { readPaste } from '../../src/lookup/paste/read-paste.ts';
import { redact } from '../../src/lookup/paste/redact.ts';
import { readText } from '../../src/lookup/read-text.ts';
import { ROOT } from '../fixtures/catalog.ts';
import { facts, lookup } from '../fixtures/lookup.ts';

/** An invented paste in a shape found in real reports, with what must be found in it. */
type Paste = {
  name: string;
  shape: string;
  text: string;
  /** Best first; empty if nothing may be found. */
  found: string[];
  /** The platform that the text identifies; null for none or several. */
  platform: string | null;
  /** Numbers in the text that are not codes. */
  not?: string[];
  vendor?: string;
};

const pastes: Paste[] = JSON.parse(fs.readFileSync(path.join(ROOT, 'tests/lookup/pastes.json'), 'utf8'));
const known = new Set(lookup.data.entries.map(({ code }) => code));
const find = (text: string) => readText(text, facts);
const codes = (text: string) => find(text).codes.map(({ code }) => code);
const share = (right: number, all: number) => right / all;

test('the table has many pastes with and without a code', () => {
  expect(pastes.filter(({ found }) => found.length).length).toBeGreaterThanOrEqual(200);
  expect(pastes.filter(({ found }) => !found.length).length).toBeGreaterThanOrEqual(60);
});

test('the first code found is correct', () => {
  const positive = pastes.filter(({ found }) => found.length);
  const wrong = positive.filter(({ text, found }) => codes(text)[0] !== found[0]);
  expect(
    share(positive.length - wrong.length, positive.length),
    wrong.map(({ name }) => name).join(' '),
  ).toBeGreaterThanOrEqual(0.99);
});

test('no code is found in pastes without one', () => {
  const negative = pastes.filter(({ found }) => !found.length);
  const wrong = negative.filter(({ text }) => codes(text).length);
  expect(
    share(negative.length - wrong.length, negative.length),
    wrong.map(({ name }) => name).join(' '),
  ).toBeGreaterThanOrEqual(0.97);
});

test('decoys are ignored', () => {
  const caught = pastes.filter(({ text, not = [] }) => codes(text).some((code) => not.includes(code)));
  expect(caught.map(({ name }) => name)).toEqual([]);
});

test('two codes in one text are both answered', () => {
  for (const { name, text, found } of pastes.filter(({ shape }) => shape === 'two-codes')) {
    expect(codes(text), name).toEqual(found);
  }
});

test('the platform is named if the text identifies it', () => {
  for (const { name, text, platform } of pastes)
    if (platform) expect((find(text).codes[0] ?? find(text)).platform?.platforms, name).toEqual([platform]);
});

test('another vendor is named', () => {
  const others = pastes.filter(({ vendor }) => vendor);
  expect(others.length).toBeGreaterThanOrEqual(10);
  for (const { name, text, vendor } of others) expect(find(text).vendors.join().toLowerCase(), name).toContain(vendor);
});

test('an errmsg without a number is searched for, without its tail', () => {
  expect(find('{"errmsg":"access_token missing, hint: [x1], from ip: 1.2.3.4"}').words).toBe('access_token missing');
  expect(find('api unauthorized rid: 6253a5b1-40013-0b7c').words).toBe('api unauthorized');
});

test('the span is the position of the code in the original text', () => {
  for (const text of [
    '\uFEFFlog: {"errcode":40013}',
    'a\u200B错误码：４０００３ b',
    '\u001b[31merrcode\u001b[0m=40029;',
  ]) {
    const [first] = readPaste(text, facts).codes;
    const [start, end] = first?.span ?? [0, 0];
    expect(clean(text.slice(start, end)).text, text).toMatch(/^(?:errcode|错误码)\W*\d{5}$/);
  }
});

const anyCode = fc.constantFrom(...known).filter((code) => /^\d{5,}$/.test(code));
const wrapper = fc.constantFrom<(body: string) => string>(
  (body) => body,
  (body) => `{${body}}`,
  (body) => `2026-11-22 10:00:00 ERROR [main] ${body}`,
  (body) => `wx1234567890abcdef ${body} rid: 6253a5b1-40001-41002`,
  (body) => `array(2) {\n  ${body}\n}`,
  (body) => `\u001b[31m${body}\u001b[0m`,
  (body) => `调用失败，${body}，怎么办？`,
);
const key = fc.constantFrom(
  'errcode',
  'errCode',
  'ErrCode',
  '"errcode"',
  "'errcode'",
  '\\"errcode\\"',
  'err_code',
  'ERR_CODE',
  '错误码',
  '返回码',
  '错误代码',
  '[errcode]',
  '["errcode"]',
);
const separator = fc.constantFrom(':', '：', ' : ', '=', ' => ', '=>', '->', ' ', ' = ', ': "', '=>\n  int(');
const noise = fc
  .string({ unit: fc.constantFrom('a', ' ', '，', '。', '-', '😀', '\u200B', '字', '.', '/') })
  .map((text) => ` ${text} `);

test('a code is found in any wrapper, with any key and separator, amid noise', () => {
  fc.assert(
    fc.property(anyCode, wrapper, key, separator, noise, noise, (code, wrap, name, sep, before, after) => {
      expect(codes(`${before}${wrap(`${name}${sep}${code}`)}${after}`)[0]).toBe(code);
    }),
    { numRuns: 200 },
  );
});

test('no text throws, and every span is within the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const { code, span } of find(text).codes) {
        expect(code).toMatch(/^-?\d+$/);
        expect(span[0]).toBeLessThan(span[1]);
        expect(span[1]).toBeLessThanOrEqual(text.length);
      }
      interpret(text, lookup);
      redact(text);
    }),
    { numRuns: 200 },
  );
});

/** Pieces of texts that make a careless pattern backtrack. */
const HOSTILE = [
  'errcode',
  '"',
  'errcode ',
  '%25',
  '&amp;',
  '1',
  'hint: [',
  'rid: 1234-',
  'a?b&',
  'code:',
  '\\',
  '[(',
  '1.2.3.4',
  '2026-11-',
  'err code is ',
  'a.b.c.d.',
  'api.weixin.qq.com ',
  'rid: 12345678-aa ',
  'http://a/',
  'token=',
  'a@b.',
  '错误码：',
  'openid:"',
  'o_',
  '::ffff:',
];

test('the time to read a text grows linearly with its length', () => {
  // Ten times the text may take ten times as long, plus noise. A pattern that backtracks takes a hundred times as long.
  const cost = (text: string) => {
    const start = process.cpuUsage();
    find(text);
    redact(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  for (const piece of HOSTILE) {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    cost(text(20_000));
    const small = Math.min(...[1, 2, 3].map(() => cost(text(20_000))));
    const large = cost(text(200_000));
    expect(large / Math.max(small, 1000), piece).toBeLessThan(60);
  }
});
