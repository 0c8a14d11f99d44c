import { expect, test } from '@playwright/test';
import { answer } from '../../src/lookup/answer/answer.ts';
import { codeFacts } from '../../src/lookup/code-facts.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { readText } from '../../src/lookup/read-text.ts';
import { facts, lookup } from '../fixtures/lookup.ts';

/** The codes that come first in the results, as the text names them. */
const codes = (text: string) =>
  answer(interpret(text, lookup), lookup)
    .items.filter(({ match }) => match === 'code')
    .map(({ code }) => code);
/** The codes a text names, or else those whose message it contains; codes outside the catalog included. */
const inText = (text: string, catalog = facts) => {
  const { codes, said } = readText(text, catalog);
  return [...codes.map(({ code }) => code), ...said];
};
const all = [...new Set(lookup.data.entries.map(({ code }) => code))];

/** @ stands for one code, # for another. */
const ONE = [
  'how to fix @',
  'why @',
  'what is @',
  '@ meaning',
  '@ solution',
  '@ retry',
  'wechat error @',
  '@ in production only',
  'message push @ today',
  'laravel @',
  'access_token @ expired',
  'invalid id @',
  'count @',
  'the API says @.',
  '@, help',
  '@ 怎么办',
  '@怎么解决',
  '@是什么意思',
  '登录@',
  '推送@',
  '群发@失败',
  '错误@怎么办',
  '报错：@',
  '调用接口返回@',
  '@ 页面报错',
  '@ 人员',
  '用户反馈@了',
  '[@]',
  '"@"',
  '（@）',
  'uniapp/@',
  'errcode:@',
  'springboot 公众号 @ 签名',
  '@;',
  '=> @',
  '"@",',
];
const TWO = ['@ #', '@,#', '@、#', '@和#的区别', '@ vs #', '@/#', 'from @ to #', '先@后#', '@ then # again'];
/** Codes of up to four digits need a key or a word such as “error”. */
const NAMED = [
  'errcode=@',
  'errcode: @',
  '错误码@',
  '错误代码 @ 是什么',
  'error @',
  '小程序报错 @ 怎么办',
  '返回@',
  '@',
];

/** ERROR is also a level of logs: among other words it is no code. */
const long = all.filter((code) => !/^-?\d{1,4}$/.test(code) && code !== 'ERROR');
const short = all.filter((code) => /^-?\d{1,4}$/.test(code));

test('every code is found among other words', () => {
  expect(ONE.length).toBeGreaterThanOrEqual(30);
  // Every code with one of the shapes, so that the time does not grow with their product.
  const missed = long.flatMap((code, i) => {
    const text = (ONE[i % ONE.length] ?? '').replace('@', code);
    return codes(text).join() === code ? [] : [text];
  });
  expect(missed).toEqual([]);
});

test('two codes are both answered, in the order typed', () => {
  const missed = long.flatMap((code, i) => {
    const other = long[(i * 211 + 7) % long.length] ?? '';
    if (other === code) return [];
    const text = (TWO[i % TWO.length] ?? '').replace('@', code).replace('#', other);
    return codes(text).join() === `${code},${other}` ? [] : [text];
  });
  expect(missed).toEqual([]);
});

test('a short code is found after a key, after a word such as “error”, or alone', () => {
  expect(short.length).toBeGreaterThanOrEqual(2);
  const missed = short.flatMap((code) =>
    NAMED.map((shape) => shape.replace('@', code)).filter((text) => codes(text).join() !== code),
  );
  expect(missed).toEqual([]);
});

test('numbers with another obvious meaning are not codes', () => {
  for (const text of [
    '5120 bytes',
    '30s timeout',
    '2048KB',
    '¥40001',
    '$40001',
    '40001元',
    'about 40013 people',
    '订单 40001 件已发货',
    '走了 42001 步',
    'version 4.40001',
    '版本 40001.5',
    'v40001',
    'port 50001',
    'localhost:50002',
    '第40001行',
    'line 40001',
    'app.js:40001:3',
    '12:40001',
    '400-800-60020',
    '+86 13800040001',
    'QQ 40001',
    '10.40.40001',
    '1,240,013',
    '40,013',
    'issue #40029',
    'Issue #83',
    '#A-41001',
    'x40001',
    '40001abc',
    '/orders/40001',
    '40001%',
    '3个错误',
    '报错3次',
    'encode 12345',
  ])
    expect(codes(text), text).toEqual([]);
});

test('an unknown number in the place of a code is reported, with the reason', () => {
  const named = (text: string) => readText(text, facts).codes.map(({ code, known, why }) => [code, known, why]);
  expect(named('ercode 846699')).toEqual([['846699', false, 'key']]);
  expect(named('errcoed 846699')).toEqual([['846699', false, 'key']]);
  expect(named('错误吗 846699')).toEqual([['846699', false, 'key']]);
  expect(named('提示：-80972')).toEqual([['-80972', false, 'word']]);
  expect(named('laravel 40299')).toEqual([['40299', false, 'shape']]);
  expect(named('-41901')).toEqual([['-41901', false, 'alone']]);
  expect(named('40299')).toEqual([['40299', false, 'alone']]);
  expect(readText('ercode 40000', facts).codes[0]?.range?.means?.zh).toBe('参数不合法');
  // The start of known codes is searched for as a prefix.
  expect(named('4016')).toEqual([]);
});

test('a minus belongs to a number, unless it follows a Latin word or a number', () => {
  expect(codes('−1')).toEqual(['-1']);
  expect(codes('errcode-40001')).toEqual(['40001']);
  expect(inText('返回-15013')).toEqual(['-15013']);
  expect(codes('40001-40003')).toEqual(['40001', '40003']);
});

test('full-width digits are digits', () => {
  expect(codes('错误４０００１怎么办')).toEqual(['40001']);
});

test('the platform becomes the scope, and the other words remain', () => {
  const reading = readText('laravel 41001 wecom expired', facts);
  expect(reading.words).toBe('laravel expired');
  expect(reading.scope).toMatchObject({ platform: 'wecom', span: [14, 19] });
  // 客服 is an ordinary word here, because 40029 has no meaning on that platform.
  expect(readText('40029 客服', facts).scope).toBeUndefined();
  expect(readText('40071 卡券', facts).scope?.platform).toBe('cards');
});

test('a code next to another vendor is theirs, unless WeChat is named as well', () => {
  expect(readText('飞书 40001', facts)).toMatchObject({ codes: [], vendors: ['Feishu 飞书'] });
  expect(codes('钉钉和微信 40001')).toEqual(['40001']);
});

test('a code in letters is found in upper and lower case', () => {
  const named = codeFacts({
    ...lookup.data,
    entries: ['SIGN_ERROR', 'ORDERPAID', 'ERROR'].map((code) => ({
      code,
      platforms: ['wecom'],
      en: '',
      zh: '',
      errmsg: '',
    })),
  });
  const found = (text: string) => inText(text, named);
  expect(found('支付 SIGN_ERROR 怎么办')).toEqual(['SIGN_ERROR']);
  expect(found('sign_error java')).toEqual(['SIGN_ERROR']);
  expect(found('ORDERPAID?')).toEqual(['ORDERPAID']);
  expect(found('orderpaid java')).toEqual([]);
  expect(found('an ERROR of mine')).toEqual([]);
});

test('words around a code that only ask add nothing, and others a few entries after it', () => {
  const shown = (text: string) => answer(interpret(text, lookup), lookup).items.map(({ code }) => code);
  for (const text of ['what does 45009 mean', '错误码 45009', '45009 怎么解决', 'how to fix 45009', 'wx 45009'])
    expect(shown(text), text).toEqual(['45009']);
  const [first, ...rest] = shown('45009 素材');
  expect(first).toBe('45009');
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.length).toBeLessThanOrEqual(5);
});

test('a client error is named as one and not answered by a server code', () => {
  const { items, notices } = answer(interpret('request:fail', lookup), lookup);
  expect(items).toEqual([]);
  expect(notices).toMatchObject([{ kind: 'client', api: 'request' }, { kind: 'nothing-found' }]);
});

test('older products come after what people meet today', () => {
  const codes = answer(interpret('白名单', lookup), lookup).items.map(({ code }) => code);
  expect(codes.indexOf('60020')).toBeLessThan(codes.indexOf('61341'));
  expect(codes.indexOf('40164')).toBeLessThan(codes.indexOf('61341'));
});

test('a constant of an SDK names its code', () => {
  expect(codes('WxMpErrorMsgEnum.CODE_40164')).toEqual(['40164']);
  expect(codes('ERR_40164 and zipcode_40013')).toEqual(['40164']);
});
