import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { codeFacts } from '../../src/lookup/code-facts.ts';
import { codeRange, familyOf } from '../../src/lookup/families.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { between, containing, nearest } from '../../src/lookup/nearest-codes.ts';
import {
  entriesOfNumber,
  fill,
  fillGuides,
  type LookupEntry,
  OFTEN,
  pack,
  partOf,
  unpack,
} from '../../src/lookup/pack.ts';
import { redact } from '../../src/lookup/paste/redact.ts';
import { scopeOf } from '../../src/lookup/platform-scope.ts';
import { editDistance } from '../../src/lookup/search/edit-distance.ts';
import { highlight } from '../../src/lookup/search/highlight.ts';
import { lazySteps } from '../../src/lookup/search/lazy-steps.ts';
import { createLookup, resultsOf, withFullText } from '../../src/lookup/search/lookup.ts';
import { isHan, normalise, squeeze, squeezeWithOffsets } from '../../src/lookup/search/normalise.ts';
import { sharedPrefix, stem } from '../../src/lookup/search/stem.ts';
import { indexTokens } from '../../src/lookup/search/tokens.ts';
import { lookupData } from '../../src/site/search-data/from-catalog.ts';
import { catalog } from '../fixtures/small-catalog.ts';

const lookup = createLookup(lookupData(catalog));

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

const facts = codeFacts(lookup.data);

test('a platform named in a query scopes it, in either language, before or behind, with or without a space', () => {
  const scope = (query: string, anywhere = false) => {
    const found = scopeOf(query, facts.data, facts.findNames(query), anywhere);
    return found && [found.platform, found.rest, query.slice(...found.span)];
  };
  expect(scope('wecom 40001')).toEqual(['wecom', '40001', 'wecom']);
  expect(scope('企微60020')).toEqual(['wecom', '60020', '企微']);
  expect(scope('mini 40029')).toEqual(['mini-program', '40029', 'mini']);
  expect(scope('Work WeChat: userid')).toEqual(['wecom', 'userid', 'Work WeChat']);
  expect(scope('41001 wecom')).toEqual(['wecom', '41001', 'wecom']);
  expect(scope('40071 卡券')).toEqual(['cards', '40071', '卡券']);
  expect(scope('推送60020企业微信怎么办', true)).toEqual(['wecom', '推送60020 怎么办', '企业微信']);
  expect(scope('企业微信API 81013', true)).toEqual(['wecom', 'API 81013', '企业微信']);
  expect(scope('wecom60020', true)).toEqual(['wecom', '60020', 'wecom']);
  for (const query of ['wecom', 'minister 40029', '公众号未认证', 'wecom-bot 40001'])
    expect(scope(query), query).toBeUndefined();
  for (const query of ['wecom-bot 40001', '企业微信和小程序 40001']) expect(scope(query, true), query).toBeUndefined();
});

test('a scope that leaves nothing is words after all', () => {
  const { ranking, scope } = interpret('卡券 logo', lookup);
  expect(scope).toBeUndefined();
  expect(resultsOf(ranking, lookup)[0]?.code).toBe('91022');
});

test('a paste with a code is answered with that code alone, the platform it comes from first', () => {
  const { ranking, reading } = interpret(
    `POST https://qyapi.weixin.qq.com/cgi-bin/message/send\n{"errcode":41002,"errmsg":"corpid missing"}`,
    lookup,
  );
  expect(reading.codes.map(({ code }) => code)).toEqual(['41002']);
  const [result] = resultsOf(ranking, lookup);
  expect(result?.entries.map(({ platforms }) => platforms[0])).toEqual(['wecom', 'official-account']);
});

test('a paste without a code is searched for its message', () => {
  const { ranking, reading } = interpret(
    '{"errmsg":"access_token missing, hint: [40013abc], from ip: 203.0.113.7", "note":"long enough to be a paste"}',
    lookup,
  );
  expect(reading.codes).toEqual([]);
  expect(resultsOf(ranking, lookup)[0]?.code).toBe('41001');
});

test('a family is told only where most codes of the range fit, and a platform where most are its own', () => {
  expect(familyOf('40063')?.en).toBe('an argument is not valid');
  expect(familyOf('9001999')?.zh).toBe('摇一摇周边');
  // What follows is of many kinds: cards of messages, templates, plug-ins.
  for (const code of ['40999', '42030', '45047', '46009', '50100', '77777', '-41001'])
    expect(familyOf(code), code).toBeUndefined();
  const members = ['60102', '60103', '60104', '60110', '60111'].map((code) => ({
    code,
    platforms: ['wecom'],
    en: '',
    zh: '',
    errmsg: '',
  }));
  expect(codeRange('60199', { entries: members }).platforms).toEqual(['wecom']);
  expect(codeRange('60199', { entries: members.slice(1) }).platforms).toEqual([]);
  const everywhere = members.map((entry, i) => ({
    ...entry,
    code: `4010${i}`,
    platforms: ['wecom', 'mini-program', 'open-platform'],
  }));
  expect(codeRange('40163', { entries: everywhere })).toMatchObject({
    platforms: [],
    means: { zh: '参数不合法或不被允许' },
  });
  expect(codeRange('-41001', lookup.data)).toEqual({ means: undefined, platforms: [], count: 0 });
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

test('head and parts together are the data, and the head knows every code and the texts met often', () => {
  const { head, parts, guides } = JSON.parse(JSON.stringify(pack(lookup.data))) as ReturnType<typeof pack>;
  const data = unpack(head);
  const facts = ({ code, platforms, priority }: LookupEntry) => ({ code, platforms, priority });
  expect(data.entries.map(facts)).toEqual(lookup.data.entries.map(facts));
  const known = lookup.data.entries.map((entry) => (entry.priority === OFTEN ? entry.en : ''));
  expect(data.entries.map(({ en }) => en)).toEqual(known);
  for (const [i, part] of parts.entries()) fill(data, part, i, head.facts);
  fillGuides(data, guides);
  expect(data).toEqual(lookup.data);
  expect(parts.length).toBe(partOf(lookup.data.entries.length - 1) + 1);
});

test('a number needs the texts of its code, or of those that begin with it; all else needs all', () => {
  const codes = (text: string, limit = 3) =>
    entriesOfNumber(text, lookup.data, limit)?.map((i) => lookup.data.entries[i]?.code);
  expect(codes(' 40164 ')).toEqual(['40164']);
  expect(codes('４０００１')).toEqual(['40001', '40001']);
  expect(codes('−1')).toEqual(['-1']);
  expect(codes('4000')).toEqual(['40001', '40001', '40002']);
  for (const text of ['99999', '40001 wecom', 'token', '']) expect(codes(text)).toBeUndefined();
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

test('nearest stays in the range and looks to both sides', () => {
  const all = ['-41002', '-1', '40155', '40164', '40165', '41001', '91055', '301001', 'SIGN_ERROR'];
  expect(nearest('40163', all, 2)).toEqual(['40155', '40164']);
  expect(nearest('40163', all, 4)).toEqual(['40155', '40164', '40165']);
  expect(nearest('-41001', all, 4)).toEqual(['-41002']);
  expect(nearest('99999', all, 4)).toEqual([]);
  expect(between('99999', all)).toEqual({ below: '91055', above: '301001' });
  expect(between('999999', all)).toEqual({ below: '301001' });
});

test('a part of a number gives the codes that end, begin and go on with it', () => {
  expect(containing('164', ['40164', '16400', '41640', '164', 'E164'])).toEqual(['40164', '16400', '41640']);
  expect(containing('0013', ['40013', '40164'])).toEqual(['40013']);
  expect(containing('4', ['40013'])).toEqual([]);
  expect(containing('ab', ['40013'])).toEqual([]);
});
