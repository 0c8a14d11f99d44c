import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { highlight } from '../../src/lookup/highlight.ts';
import { complete, resultsOf } from '../../src/lookup/lookup.ts';
import { nearest } from '../../src/lookup/near.ts';
import { isHan, normalise, squeeze, squeezeWithOffsets } from '../../src/lookup/normalise.ts';
import { pack, unpack } from '../../src/lookup/pack.ts';
import { namedCodes } from '../../src/lookup/plan.ts';
import { indexTokens } from '../../src/lookup/tokens.ts';
import { editDistance, sharedPrefix, stem } from '../../src/lookup/words.ts';
import { lookup } from '../fixtures/catalog.ts';

const codes = (query: string, platform?: string) =>
  resultsOf(lookup.ask(query), lookup, platform).map(({ code }) => code);

test('normalise folds width, case, traditional characters and spelling pairs', () => {
  expect(normalise('ＡｐｐＩＤ 錯誤，账号', lookup.data.variants)).toBe('appid 错误,帐号');
  expect(squeeze('access_token, 超时。')).toBe('accesstoken超时');
});

test('squeezeWithOffsets points back into the original', () => {
  const { squeezed, offsets } = squeezeWithOffsets('（ＡＢ）①x');
  expect(squeezed).toBe('ab1x');
  expect(offsets).toEqual([1, 2, 4, 5]);
});

test('indexTokens cuts identifiers and Chinese', () => {
  expect(indexTokens('缺少access_token')).toEqual(['缺', '少', '缺少', 'accesstoken', 'access', 'token']);
  expect(indexTokens('callbackurl')).toContain('url');
  expect(indexTokens('CardExt')).toEqual(expect.arrayContaining(['cardext', 'card', 'ext']));
});

test('forms of a word share a stem, and other words do not', () => {
  for (const [a, b] of [
    ['expiry', 'expired'],
    ['menus', 'menu'],
    ['parameters', 'parameter'],
    ['deleting', 'deleted'],
  ]) {
    expect(stem(a ?? ''), `${a} ${b}`).toBe(stem(b ?? ''));
  }
  expect(stem('menu')).not.toBe(stem('media'));
  expect(sharedPrefix(['expired', 'expiry'])).toBe('expir');
});

test('editDistance counts swaps as one edit and gives up beyond the bound', () => {
  expect(editDistance('recieve', 'receive', 2)).toBe(1);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
});

test('namedCodes reads codes in text, and short ones only after a marker', () => {
  const known = new Set(['-1', '0', '40003', '45009']);
  expect(namedCodes('微信返回40003', known)).toEqual(['40003']);
  expect(namedCodes('库存为0', known)).toEqual([]);
  expect(namedCodes('errcode: 0', known)).toEqual(['0']);
  expect(namedCodes('{"errcode":-1} then 45009', known)).toEqual(['-1', '45009']);
  expect(namedCodes('40003.5 and a40003', known)).toEqual([]);
});

test('a code, its width forms and its prefix are found', () => {
  expect(codes('40164')[0]).toBe('40164');
  expect(codes('４０１６４')).toEqual(['40164']);
  expect(codes('4016')).toEqual(['40164']);
  expect(codes('−1')).toEqual(['-1']);
  expect(codes('40999')).toEqual([]);
});

test('a platform keeps only meanings that hold there', () => {
  expect(resultsOf(lookup.ask('40001'), lookup)[0]?.entries).toHaveLength(2);
  expect(resultsOf(lookup.ask('40001'), lookup, 'open-platform')[0]?.entries).toHaveLength(1);
  expect(codes('40001', 'wifi')).toEqual([]);
});

test('what is sure stays first when the full-text tier answers', () => {
  const answer = lookup.ask('素材');
  const others = lookup.data.entries.map((_, i) => i).reverse();
  const done = complete(answer, others);
  expect(done.sure).toEqual(answer.sure);
  expect(done.likely.some((i) => answer.sure.includes(i))).toBe(false);
  expect(done.likely).toHaveLength(others.length - answer.sure.length);
});

test('pack and unpack are inverse', () => {
  expect(unpack(JSON.parse(JSON.stringify(pack(lookup.data))))).toEqual(lookup.data);
});

test('pack refuses an entry of an unknown platform', () => {
  const [entry] = lookup.data.entries;
  if (!entry) throw new Error('no entry');
  expect(() => pack({ ...lookup.data, entries: [{ ...entry, platforms: ['nowhere'] }] })).toThrow(/nowhere/);
});

test('variants hold traditional forms of characters of the data only', () => {
  expect(lookup.data.variants.get('錯')).toBe('错');
  for (const [traditional, simplified] of lookup.data.variants) {
    expect(traditional).not.toBe(simplified);
    expect(isHan(traditional)).toBe(true);
  }
});

test('highlight marks the query literally, through width, case and underscores', () => {
  const pieces = highlight('缺少access_token参数', 'Access Token', [], new Map());
  expect(pieces).toEqual([
    { text: '缺少', marked: false },
    { text: 'access_token', marked: true },
    { text: '参数', marked: false },
  ]);
});

test('highlight never changes the text, and nothing throws, whatever is asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, query) => {
      const { wanted } = lookup.ask(query);
      expect(
        highlight(text, query, wanted, lookup.data.variants)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test('nearest gives the numbers on both sides', () => {
  expect(nearest('40999', ['-1', '40164', '41001', '41002', 'SIGN_ERROR'], 2)).toEqual(['41001', '41002']);
  expect(nearest('40500', ['40164', '41001'], 5)).toEqual(['40164', '41001']);
});
