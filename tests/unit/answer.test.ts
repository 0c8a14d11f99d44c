import { expect, test } from '@playwright/test';
import { answer } from '../../src/lookup/answer/answer.ts';
import type { AnswerItem } from '../../src/lookup/answer/items.ts';
import { interpret } from '../../src/lookup/interpret.ts';
import { createLookup } from '../../src/lookup/search/lookup.ts';

const platform = (slug: string, en: string, zh: string, hosts: string[] = []) => ({
  slug,
  name: { en, zh },
  short: { en, zh },
  aliases: [slug],
  detect: { hosts, strong: [], names: [slug] },
  docs: [{ title: { en: `List of ${en}`, zh }, url: `https://docs.example/${slug}` }],
});
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
    platform('wecom', 'WeCom', '企业微信', ['qyapi.weixin.qq.com']),
    platform('wifi', 'Wi-Fi', '微信连Wi-Fi'),
  ],
  entries: [
    entry('40013', ['official-account'], 'Invalid AppID.', '不合法的AppID', 'invalid appid'),
    entry('40013', ['wecom'], 'Invalid CorpID.', '不合法的CorpID', 'invalid corpid'),
    entry('41002', ['wecom', 'official-account'], 'The appid parameter is missing.', '缺少appid参数', 'appid missing'),
    entry('45009', ['official-account'], 'The daily quota is used up.', '接口调用超过限制'),
  ],
  concepts: [
    { slug: 'quotas', title: { en: 'Quotas', zh: '额度' }, phrases: ['dailyquota', '清零'] },
    { slug: 'js-sdk', title: { en: 'JS-SDK', zh: 'JS-SDK' }, phrases: ['configfail', 'invalidsignature'] },
  ],
  roots: [
    { code: '40013', platform: 'official-account', explains: ['41001'], why: { en: 'No token.', zh: '没有 token。' } },
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
  expect(items[0]).toMatchObject({ code: '40013', match: 'code', found: { because: 'alone' } });
  expect(items[0]?.anchor).toBeUndefined();
  expect(items[0]?.meanings.map((meaning) => meaning.platforms[0]?.name.en)).toEqual(['Official Account', 'WeCom']);
  // In a short query everybody sees where the code is.
  expect(items[0]?.found?.excerpt).toBeUndefined();
});

test('a pasted response shows where its code is, and its platform with the reason', () => {
  const text = `POST https://qyapi.weixin.qq.com/cgi-bin/gettoken 200 OK\n{"errcode":40013,"errmsg":"invalid id"}`;
  const [item] = ask(text).items;
  expect(item?.anchor).toBe('wecom');
  expect(item?.meanings.map(({ entry }) => entry.platforms[0])).toEqual(['wecom', 'official-account']);
  expect(item?.found?.excerpt?.map((piece) => piece.marked)).toEqual([false, true, false]);
  expect(item?.found?.excerpt?.[1]?.text).toBe('errcode":40013');
  expect(item?.found?.platforms).toMatchObject([
    { because: 'qyapi.weixin.qq.com', line: 1, hasMeaning: true, platforms: [{ name: { zh: '企业微信' } }] },
  ]);
});

test('a platform without a meaning of the code is reported as such', () => {
  const [item] = ask('qyapi.weixin.qq.com errcode 45009').items;
  expect(item?.found?.platforms[0]?.hasMeaning).toBe(false);
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

test('an unknown code comes with its family, neighbours of its range and official look-ups', () => {
  const { items, unknown, notices } = ask('40063');
  expect(items).toEqual([]);
  expect(unknown).toMatchObject([
    { code: '40063', family: { zh: '参数不合法' }, nearest: [{ code: '40013' }], gap: undefined, named: undefined },
  ]);
  expect(unknown[0]?.documents).toHaveLength(3);
  expect(notices).toEqual([{ kind: 'nothing-found' }]);
  expect(ask('43999').unknown[0]).toMatchObject({ nearest: [], gap: { below: '41002', above: '45009' } });
  // Of a named platform only its own look-up.
  expect(ask('40063 wecom').unknown[0]).toMatchObject({
    named: { slug: 'wecom' },
    documents: [{ url: 'https://docs.example/wecom' }],
  });
  // Not of the form of a code, and yet nothing but a number.
  expect(ask('013')).toMatchObject({ unknown: [{ code: '013' }], containing: [{ code: '40013' }] });
});

test('a named platform without the code is reported, and only that code of other platforms is shown', () => {
  const { items, notices, scope } = ask('45009 wecom');
  expect(scope?.platform.slug).toBe('wecom');
  expect(items.map(({ code }) => code)).toEqual(['45009']);
  expect(notices).toMatchObject([{ kind: 'not-on-platform', codes: ['45009'], platform: { slug: 'wecom' } }]);
});

test('codes of a log come in order with count and lines, and the root cause is named', () => {
  const call = (code: string) => `api.weixin.qq.com -> {"errcode":${code}}`;
  const { items, notices } = ask(['call', call('41002'), call('45009'), call('41002'), call('41002')].join('\n'));
  expect(items.map(({ code, found }) => [code, found?.count, found?.lines])).toEqual([
    ['41002', 3, [2, 4, 5]],
    ['45009', 1, [3]],
  ]);
  expect(notices.filter(({ kind }) => kind === 'root')).toEqual([]);
  const failed = ask(['token:', call('40013'), 'then', call('41001')].join('\n'));
  expect(failed.notices).toMatchObject([{ kind: 'root', code: '40013', explains: ['41001'] }]);
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

test('a question that contains a phrase of a concept page shows the page', () => {
  const slugs = (text: string) => ask(text).concepts.map(({ slug }) => slug);
  expect(slugs('how do I reset the Daily  quota?')).toEqual(['quotas']);
  expect(slugs('额度怎么清零')).toEqual(['quotas']);
  expect(slugs('{"errMsg":"config:fail, Error: invalid signature"}')).toEqual(['js-sdk']);
  // The longer phrase is the nearer one.
  expect(slugs('invalid signature, 清零')).toEqual(['js-sdk', 'quotas']);
  // The page of a code links to what explains it.
  expect(slugs('45009 daily quota')).toEqual([]);
  expect(slugs('2026-11-22 10:00:00 INFO the daily quota\n2026-11-22 10:00:01 INFO is fine')).toEqual([]);
  expect(slugs('quota')).toEqual([]);
});
