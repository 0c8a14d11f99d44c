import { expect, test } from '@playwright/test';
import { platformSchema } from '../../src/catalog/schema.ts';
import { codeFacts } from '../../src/lookup/code-facts.ts';
import type { LookupEntry } from '../../src/lookup/pack.ts';
import { clientError } from '../../src/lookup/paste/client-error.ts';
import { entriesSaying, messageOf } from '../../src/lookup/paste/message.ts';
import { readPaste } from '../../src/lookup/paste/read-paste.ts';
import { mentionsWechat } from '../../src/lookup/vendors.ts';
import { catalog } from '../fixtures/catalog.ts';
import { facts, lookup } from '../fixtures/lookup.ts';

const read = (text: string) => readPaste(text, facts);
const codes = (text: string) => read(text).codes.map(({ code }) => code);
const asides = (text: string) => read(text).asides.map(({ code, role }) => [code, role]);
const platform = (text: string, code: string) => read(text).codes.find((found) => found.code === code)?.platform;

test('each code has the platform nearest to it', () => {
  const log =
    '10:00:01 ERROR me.chanjar.weixin.mp.api.WxMpService - {"errcode":40164,"errmsg":"invalid ip"}\n' +
    '10:00:02 INFO com.acme.wecom.AlertBot: alert sent';
  expect(platform(log, '40164')).toMatchObject({ platforms: ['official-account'], line: 1 });

  const requests =
    'POST https://api.weixin.qq.com/cgi-bin/message/custom/send\n{"errcode":40003}\n' +
    'POST https://qyapi.weixin.qq.com/cgi-bin/message/send\n{"errcode":60020}';
  expect(platform(requests, '40003')?.platforms).toEqual(['official-account']);
  expect(platform(requests, '60020')).toMatchObject({ platforms: ['wecom'], line: 3 });

  const comment = 'jscode2session {"errcode":40029,"errmsg":"invalid code"}\n# 企业微信 notice failed';
  expect(platform(comment, '40029')?.platforms).toEqual(['mini-program']);

  expect(platform('{"errcode":40013,"errmsg":"invalid appid"}', '40013')).toBeUndefined();
});

test('a stronger sign beats a weaker one at the same distance', () => {
  expect(platform('企业微信 component_access_token {"errcode":40001}', '40001')).toMatchObject({
    platforms: ['open-platform'],
    because: 'component_access_token',
  });
  expect(platform('小程序 WecomBotService errcode=40001', '40001')?.platforms).toEqual(['mini-program']);
});

test('two contradicting strong signs are both reported', () => {
  expect(platform('qyapi.weixin.qq.com component_appid errcode=40001', '40001')).toMatchObject({
    platforms: ['wecom', 'open-platform'],
    because: 'qyapi.weixin.qq.com · component_appid',
    conflict: true,
  });
});

test('packages, classes and client APIs identify a platform', () => {
  for (const [text, slug] of [
    ['Call WeWorkFinanceSdk_t error\nerrcode: 40001', 'wecom'],
    ['at me.chanjar.weixin.cp.api.WxCpService errcode=40001', 'wecom'],
    ['/srv/plugins/weixin_official_account/send.py errcode=40001', 'official-account'],
    ['wx.getBLEDeviceServices(…) errcode=40001', 'mini-program'],
    ['EasyWeChat\\OpenPlatform\\Auth errcode=40001', 'open-platform'],
  ] as const)
    expect(platform(text, '40001')?.platforms, text).toEqual([slug]);
  for (const text of ['wx.config errcode=40001', 'wx.open.example.com errcode=40001', 'import wx.Frame errcode=40001'])
    expect(platform(text, '40001'), text).toBeUndefined();
});

test('the end of a message distinguishes WeCom from other platforms', () => {
  expect(
    platform('{"errcode":40001,"errmsg":"invalid credential rid: 69a943d5-42cef5d3-75feb711"} 企业微信', '40001')
      ?.platforms,
  ).not.toContain('wecom');
  expect(
    platform(
      '{"errcode":41001,"errmsg":"x, more info at https://open.work.weixin.qq.com/devtool/query?e=41001"}',
      '41001',
    )?.platforms,
  ).toEqual(['wecom']);
});

test('a quoted errmsg selects between meanings that all have an errmsg', () => {
  const entry = (slug: string, errmsg: string): LookupEntry => ({
    code: '41002',
    platforms: [slug],
    en: '',
    zh: '',
    errmsg,
  });
  const both = codeFacts({
    ...lookup.data,
    entries: [entry('official-account', 'appid missing'), entry('wecom', 'corp id missing')],
  });
  const platformsFor = (errmsg: string) =>
    readPaste(`{"errcode":41002,"errmsg":"${errmsg}, hint: [x]"}`, both).codes[0]?.platform?.platforms;
  expect(platformsFor('corp id missing')).toEqual(['wecom']);
  expect(platformsFor('appid missing')).toEqual(['official-account']);
  expect(platformsFor('something new')).toBeUndefined();
});

test('a vendor claims the codes of its object, line and block, but not of the whole paste', () => {
  const tests = `ok("wecom", '{"errcode":60020}')\nok("feishu", '{"errcode":40001}')`;
  expect(read(tests)).toMatchObject({ codes: [{ code: '60020' }], vendors: ['Feishu 飞书'] });
  expect(read('https://oapi.dingtalk.com/gettoken {"errcode":40035}')).toMatchObject({
    codes: [],
    vendors: ['DingTalk 钉钉'],
  });
  expect(codes('钉钉和企业微信都失败：{"errcode":60020}')).toEqual(['60020']);
});

test('the failing code is answered, not the code of a wrapper', () => {
  expect(codes('{"code":-1,"data":{"code":0,"errcode":40029,"errmsg":"x"}}')).toEqual(['40029']);
  expect(asides('{"code":-1,"data":{"code":0,"errcode":40029,"errmsg":"x"}}')).toEqual([
    ['-1', 'wrapper'],
    ['0', 'success'],
  ]);
  expect(codes('小程序 {"code":-1,"reason":"6001:no host"}')).toEqual([]);
  expect(codes('"code":-1,"error":"ERR_SKEY_INVALID"')).toEqual([]);
  expect(asides('WxErrorException: 错误代码：-99, {"errcode":48002}')).toEqual([['-99', 'wrapper']]);
  expect(codes('{"errcode":0,"errmsg":"ok"}\n{"errcode":40001}')).toEqual(['40001']);
  expect(codes('{"errcode":0,"errmsg":"ok"}')).toEqual(['0']);
  expect(codes('{"errcode":-1,"errmsg":"system error"}')).toEqual(['-1']);
  expect(asides('wechat status code: 404')).toEqual([['404', 'http']]);
});

test('a truncated number is not a code unless all digits of a known one are there', () => {
  expect(read(`parse('{"errcode":4002...')`)).toMatchObject({
    codes: [],
    asides: [{ code: '4002', role: 'truncated' }],
  });
  expect(codes('{"errcode":40029...')).toEqual(['40029']);
});

test('a log has its codes in order, with count and lines, and the cause if a rule knows it', () => {
  const line = (code: number, message = '') => `ERROR weixin {"errcode":${code},"errmsg":"${message}"}`;
  const log = [line(40001), line(40001), line(45009), 'INFO ok', line(40164), line(40001)].join('\n');
  const { codes: found, root } = read(log);
  expect(found.map(({ code, count, lines }) => [code, count, lines])).toEqual([
    ['40001', 3, [1, 2, 6]],
    ['45009', 1, [3]],
    ['40164', 1, [5]],
  ]);
  expect(root).toMatchObject({ code: '40164', explains: ['40001'] });
  expect(read([line(40001), line(45009)].join('\n')).root).toBeUndefined();
  expect(read([line(40001, 'invalid appsecret'), line(41001)].join('\n')).root).toMatchObject({
    code: '40001',
    explains: ['41001'],
  });
  const both = read('https://qyapi.weixin.qq.com {"errcode":40001}\n\ncomponent_appid {"errcode":40001}').codes[0];
  expect([both?.platform, ...(both?.furtherPlatforms ?? [])].map((each) => [each?.platforms[0], each?.line])).toEqual([
    ['wecom', 1],
    ['open-platform', 3],
  ]);
  // A code does not explain a code of another platform.
  expect(
    read('https://qyapi.weixin.qq.com {"errcode":60020}\n\nhttps://api.weixin.qq.com {"errcode":40001}').root,
  ).toBeUndefined();
});

test('a number without context is a possible code, and only if the text mentions WeChat', () => {
  expect(read('wechat errcode=40001 batch 45015').possible.map(({ code }) => code)).toEqual(['45015']);
  expect(read('nightly run 40001 of batch 45015, all done')).toMatchObject({ codes: [], possible: [] });
  expect(mentionsWechat('nightly run 40001')).toBe(false);
});

test('a client error is distinguished from a server error', () => {
  expect(clientError('request:fail url not in domain list')).toEqual({ api: 'request' });
  expect(clientError('wx.login:fail timeout')?.api).toBe('login');
  expect(clientError('{"errMsg":"x","errno":600002}')).toBeDefined();
  for (const text of [
    '{"errcode":40001,"errmsg":"x"}',
    'errMsg: x rid: 69a943d5-42cef5d3',
    'build: failure',
    'a failed call',
  ])
    expect(clientError(text), text).toBeUndefined();
});

test('a message is extracted from the text around it', () => {
  expect(messageOf('ValueError: api unauthorized rid: 6533ad4a-49397ede-80119039')).toBe('api unauthorized');
  expect(messageOf('[2026-11-25 10:00:00] prod.ERROR: api unauthorized')).not.toContain('2026');
  const codeOf = (text: string) => entriesSaying(text, lookup.data, true)[0]?.code;
  expect(codeOf('ValueError: api unauthorized rid: 6533ad4a-49397ede-80119039')).toBe('48001');
  expect(codeOf('nothing of the kind')).toBeUndefined();
  expect(entriesSaying('worker 7: api unauthorized', lookup.data, false)).toEqual([]);
  // With a code in words the message is another program's.
  expect(codeOf('{"code":"invalid_param","message":"api unauthorized"}')).toBeUndefined();
});

test('a pattern of a platform must be a regular expression without capturing groups', () => {
  const [platform] = catalog.platforms;
  const detect = (pattern: string) => platformSchema.safeParse({ ...platform, detect: { paths: [pattern] } }).success;
  expect(detect('cgi-bin/(?:kf|oa)/')).toBe(true);
  expect(detect('cgi-bin/(kf|oa)/')).toBe(false);
  expect(detect('cgi-bin/(?:kf')).toBe(false);
});
