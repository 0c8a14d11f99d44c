import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { familyOf } from '../../src/lookup/families.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { nearest } from '../../src/lookup/nearest-codes.ts';
import { pack, unpack } from '../../src/lookup/pack.ts';
import { redact } from '../../src/lookup/paste/redact.ts';
import { scopeOf } from '../../src/lookup/platform-prefix.ts';
import { editDistance } from '../../src/lookup/search/edit-distance.ts';
import { highlight } from '../../src/lookup/search/highlight.ts';
import { lazySteps } from '../../src/lookup/search/lazy-steps.ts';
import { createLookup, resultsOf, withFullText } from '../../src/lookup/search/lookup.ts';
import { isHan, normalise, squeeze, squeezeWithOffsets } from '../../src/lookup/search/normalise.ts';
import { sharedPrefix, stem } from '../../src/lookup/search/stem.ts';
import { indexTokens } from '../../src/lookup/search/tokens.ts';
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

test('what is made bit by bit, all of it or a part before it is asked for, is what is made at once', () => {
  const whole = lazySteps(function* () {
    yield;
    yield;
    return {};
  });
  expect([whole.step(), whole.step(), whole.step(), whole.step()]).toEqual([false, false, true, true]);
  expect(whole.get()).toBe(whole.get());

  const asked = ['不合法的url域名', 'acess token', '45009', 'wecom menu', '素材'];
  const answers = (prepared: number) => {
    const fresh = createLookup(lookup.data);
    let bits = 0;
    while (bits < prepared && !fresh.prepare()) bits++;
    expect(bits).toBe(Math.min(prepared, all));
    return asked.map((query) => fresh.ask(query));
  };
  const counted = createLookup(lookup.data);
  let all = 0;
  while (!counted.prepare()) all++;
  expect(all).toBeGreaterThan(lookup.data.entries.length / 20);
  for (const prepared of [0, 1, 7, all - 1, all])
    expect(answers(prepared)).toEqual(asked.map((query) => lookup.ask(query)));
});

test('a platform in front of a query narrows it, in either language, with or without a space', () => {
  const scope = (query: string) => scopeOf(query, lookup.data.platforms, lookup.data.variants);
  expect(scope('wecom 40001')).toEqual({ platform: 'wecom', rest: '40001' });
  expect(scope('企微60020')).toEqual({ platform: 'wecom', rest: '60020' });
  expect(scope('mini 40029')).toEqual({ platform: 'mini-program', rest: '40029' });
  expect(scope('Work WeChat: userid')).toEqual({ platform: 'wecom', rest: 'userid' });
  expect(scope('wecom')).toBeUndefined();
  expect(scope('minister 40029')).toBeUndefined();
  expect(scope('公众号未认证')).toBeUndefined();
});

test('a scope that leaves nothing is words after all', () => {
  const { ranking, scope } = interpret('卡券 logo', lookup);
  expect(scope).toBeUndefined();
  expect(resultsOf(ranking, lookup)[0]?.code).toBe('91022');
});

test('a paste with a code is answered with that code alone, the platform it comes from first', () => {
  const { ranking, candidates } = interpret(
    `POST https://qyapi.weixin.qq.com/cgi-bin/message/send\n{"errcode":41002,"errmsg":"corpid missing"}`,
    lookup,
  );
  expect(candidates.map(({ code }) => code)).toEqual(['41002']);
  const [result] = resultsOf(ranking, lookup);
  expect(result?.entries.map(({ platforms }) => platforms[0])).toEqual(['wecom', 'official-account']);
});

test('a paste without a code is searched for its message', () => {
  const { ranking, candidates } = interpret(
    '{"errmsg":"access_token missing, hint: [40013abc], from ip: 203.0.113.7", "note":"long enough to be a paste"}',
    lookup,
  );
  expect(candidates).toEqual([]);
  expect(resultsOf(ranking, lookup)[0]?.code).toBe('41001');
});

test('a number outside our list belongs to a family, and a family is never a guess', () => {
  expect(familyOf('40999')?.en).toBe('an argument is not valid');
  expect(familyOf('9001999')?.zh).toBe('摇一摇周边');
  expect(familyOf('77777')).toBeUndefined();
});

test('redact replaces what identifies or opens something, and nothing else', () => {
  const text =
    'https://api.weixin.qq.com/cgi-bin/token?appid=wx1234567890abcdef&secret=0123456789abcdef0123456789abcdef ' +
    '{"access_token":"68_abcDEF-x","openid":"oABCDEFGHIJKLMNOPQRSTUVWXYZ12","unionid":"u-77","userid":"zhangsan",' +
    '"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 6253a5b1-0b7c-12ab"} ' +
    'hint: [abc123] call 13912345678';
  const safe = redact(text);
  for (const secret of [
    'wx1234567890abcdef',
    '0123456789abcdef0',
    '68_abcDEF',
    'oABCDEF',
    'u-77',
    'zhangsan',
    '203.0.113.7',
    '6253a5b1',
    'abc123',
    '13912345678',
  ]) {
    expect(safe).not.toContain(secret);
  }
  expect(safe).toContain('"errcode":40164');
  expect(safe).toContain('not in whitelist rid: [RID]');
  expect(redact('errcode 40013 invalid appid')).toBe('errcode 40013 invalid appid');
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
  const ranking = lookup.ask('素材');
  const others = lookup.data.entries.map((_, i) => i).reverse();
  const done = withFullText(ranking, others);
  expect(done.sure).toEqual(ranking.sure);
  expect(done.likely.some((i) => ranking.sure.includes(i))).toBe(false);
  expect(done.likely).toHaveLength(others.length - ranking.sure.length);
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
      const { tokens } = lookup.ask(query);
      expect(
        highlight(text, query, tokens, lookup.data.variants)
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
