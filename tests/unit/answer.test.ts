import { expect, test } from '@playwright/test';
import { answer } from '../../src/lookup/answer/answer.ts';
import type { AnswerItem } from '../../src/lookup/answer/items.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { createLookup } from '../../src/lookup/search/lookup.ts';

const platform = (slug: string, en: string, zh: string) => ({ slug, name: { en, zh }, aliases: [slug] });
const entry = (code: string, platforms: string[], en: string, zh: string, errmsg = '') => ({
  code,
  platforms,
  en,
  zh,
  errmsg,
});
const lookup = createLookup({
  platforms: [
    platform('official-account', 'Official Account', '公众号'),
    platform('wecom', 'WeCom', '企业微信'),
    platform('wifi', 'Wi-Fi', '微信连Wi-Fi'),
  ],
  entries: [
    entry('40013', ['official-account'], 'Invalid AppID.', '不合法的AppID', 'invalid appid'),
    entry('40013', ['wecom'], 'Invalid CorpID.', '不合法的CorpID', 'invalid corpid'),
    entry('41002', ['wecom', 'official-account'], 'The appid parameter is missing.', '缺少appid参数', 'appid missing'),
    entry('45009', ['official-account'], 'The daily quota is used up.', '接口调用超过限制'),
  ],
  variants: new Map(),
});
const ask = (text: string, options?: Parameters<typeof answer>[2]) => answer(interpret(text, lookup), lookup, options);
const marks = (item: AnswerItem | undefined, language: 'en' | 'zh') =>
  item?.meanings.map(({ text }) => text[language].filter(({ marked }) => marked).map(({ text }) => text));

test('a code has one item with all its meanings and opens at the top of its page', () => {
  const { items, total, codes, unknown, notices } = ask('40013');
  expect(items).toHaveLength(1);
  expect(total).toBe(1);
  expect(codes).toEqual(['40013']);
  expect([unknown, notices]).toEqual([[], []]);
  expect(items[0]).toMatchObject({ code: '40013', match: 'code', found: { because: 'number' } });
  expect(items[0]?.anchor).toBeUndefined();
  expect(items[0]?.meanings.map((meaning) => meaning.platform.name.en)).toEqual(['Official Account', 'WeCom']);
  // In a short query everybody sees where the code is.
  expect(items[0]?.found?.excerpt).toBeUndefined();
});

test('a pasted response shows where its code is, and its platform with the reason', () => {
  const text = `POST https://qyapi.weixin.qq.com/cgi-bin/gettoken 200 OK\n{"errcode":40013,"errmsg":"invalid corpid"}`;
  const [item] = ask(text).items;
  expect(item?.anchor).toBe('wecom');
  expect(item?.meanings.map(({ entry }) => entry.platforms[0])).toEqual(['wecom', 'official-account']);
  expect(item?.found?.excerpt?.map((piece) => piece.marked)).toEqual([false, true, false]);
  expect(item?.found?.excerpt?.[1]?.text).toBe('errcode":40013');
  expect(item?.found?.platform).toMatchObject({ because: 'qyapi.weixin.qq.com', hasMeaning: true });
  expect(item?.found?.platform?.platforms.map(({ name }) => name.zh)).toEqual(['企业微信']);
});

test('a platform without a meaning of the code is reported as such', () => {
  const [item] = ask('qyapi.weixin.qq.com errcode 45009').items;
  expect(item?.found?.platform?.hasMeaning).toBe(false);
});

test('words mark what they match, and tell literal matches from others', () => {
  const { items, filters } = ask('missing appid');
  expect(items.map(({ code, match }) => [code, match])).toEqual([['41002', 'words']]);
  expect(marks(items[0], 'en')).toEqual([['appid', 'missing']]);
  expect(ask('Invalid AppID').items[0]).toMatchObject({ code: '40013', match: 'literal' });
  expect(filters.map(({ platform, count }) => [platform.slug, count])).toEqual([
    ['official-account', 1],
    ['wecom', 1],
  ]);
});

test('a filter keeps the meanings on its platform and offers the same platforms', () => {
  const { items, filters, platform } = ask('40013', { platform: 'wecom' });
  expect(platform).toBe('wecom');
  expect(items[0]?.meanings.map(({ entry }) => entry.en)).toEqual(['Invalid CorpID.']);
  expect(items[0]?.anchor).toBe('wecom');
  expect(filters.map(({ platform }) => platform.slug)).toEqual(['official-account', 'wecom']);
});

test('a platform in front of the query is a scope that can be removed, without filters', () => {
  const { scope, items, filters } = ask('wecom 40013');
  expect(scope).toMatchObject({ platform: { slug: 'wecom' }, rest: '40013' });
  expect(items[0]?.meanings).toHaveLength(1);
  expect(filters).toEqual([]);
});

test('the limit leaves the total', () => {
  const { items, total } = ask('4', { limit: 2 });
  expect(items.map(({ code }) => code)).toEqual(['40013', '41002']);
  expect(total).toBe(3);
});

test('an unknown code comes with its family and neighbours', () => {
  const { items, unknown, notices } = ask('40999');
  expect(items).toEqual([]);
  expect(unknown).toEqual([
    { code: '40999', family: expect.objectContaining({ zh: '参数不合法' }), nearest: ['40013', '41002', '45009'] },
  ]);
  expect(notices).toEqual([{ kind: 'nothing-found' }]);
  // Not of the form of a code, and yet nothing but a number.
  expect(ask('777').unknown.map(({ code }) => code)).toEqual(['777']);
});

test('notices: corrected, relaxed, of another vendor, nothing found', () => {
  expect(ask('mising').notices).toEqual([{ kind: 'corrected', query: 'missing' }]);
  expect(ask('daily appid quota').notices).toEqual([{ kind: 'relaxed' }]);
  expect(ask('oapi.dingtalk.com {"errcode":40013}').notices).toEqual([
    { kind: 'other-vendor', vendor: 'DingTalk 钉钉' },
  ]);
  expect(ask(' 天气 ').notices).toEqual([{ kind: 'nothing-found', query: '天气' }]);
  expect(ask('zq '.repeat(30)).notices).toEqual([
    { kind: 'nothing-found', query: `${'zq '.repeat(30).slice(0, 64)}…` },
  ]);
});

test('an answer is plain data', () => {
  for (const text of ['40013', 'appid', '40999', 'wecom 40013', 'mising']) {
    const shown = ask(text);
    expect(structuredClone(shown)).toEqual(shown);
  }
});
