/** The sentences scripts say. Apart from `strings.ts`, so that the browser need not fetch the texts of pages. */
import type { Locale } from './locales.ts';

const en = {
  count: (codes: number) => (codes === 1 ? '1 code' : `${codes} codes`),
  more: (shown: number, codes: number) => `The first ${shown} of ${codes} codes. Add a word to narrow it down.`,
  none: (query: string) => `Nothing found for “${query}”.`,
  noneNumber: (query: string) => `${query} is not in our list.`,
  noneHelp: 'Check the number, or try fewer or other words. The errmsg of the answer often helps.',
  family: (what: string) => `Numbers like this usually mean: ${what}.`,
  foundIn: 'Found in',
  fromPlatform: (name: string, because: string) => `${name}, because the text has “${because}”.`,
  notThere: (name: string) => `We have no meaning of it on ${name}; elsewhere it means:`,
  vendor: (name: string) => `This looks like an error of ${name}, not of WeChat.`,
  copySafe: 'Copy without secrets',
  copySafeHint: 'Tokens, secrets, OpenIDs, IPs, phone numbers and request ids are replaced by marks.',
  copied: 'Copied',
  copyFailed: 'Could not copy.',
  only: (name: string) => `Only ${name}`,
  removeScope: 'Search all platforms',
  near: 'Nearest numbers we have:',
  official: 'WeCom’s own look-up',
  allCodes: 'All codes on one page',
  repaired: (words: string) => `Showing results for ${words}.`,
  relaxed: 'No entry has all of these words. The closest:',
  filter: 'Platform',
  everywhere: 'All',
  failed: 'The data could not be loaded. Check the connection and try again, or use the page with all codes.',
  retry: 'Try again',
  seeAll: 'All results',
  keys: '↑ ↓ to move, Enter to open, Esc to leave',
  rows: (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`),
};

const zh: typeof en = {
  count: (codes) => `${codes} 个错误码`,
  more: (shown, codes) => `显示前 ${shown} 个，共 ${codes} 个。再加一个词可缩小范围。`,
  none: (query) => `没有找到“${query}”。`,
  noneNumber: (query) => `${query} 不在本站列表中。`,
  noneHelp: '请核对号码，或减少、更换词语。返回结果里的 errmsg 往往有帮助。',
  family: (what) => `这类号码通常表示：${what}。`,
  foundIn: '出处',
  fromPlatform: (name, because) => `${name}，因为文中有“${because}”。`,
  notThere: (name) => `本站没有它在${name}的含义，在其他平台的含义是：`,
  vendor: (name) => `这看起来是${name}的错误，不是微信的。`,
  copySafe: '复制（隐去敏感信息）',
  copySafeHint: '令牌、密钥、OpenID、IP、电话与请求 ID 会替换为标记。',
  copied: '已复制',
  copyFailed: '无法复制。',
  only: (name) => `仅${name}`,
  removeScope: '搜索全部平台',
  near: '本站收录的相邻号码：',
  official: '企业微信官方查询',
  allCodes: '全部错误码（单页）',
  repaired: (words) => `已按 ${words} 搜索。`,
  relaxed: '没有条目包含全部词语，最接近的是：',
  filter: '平台',
  everywhere: '全部',
  failed: '数据加载失败。请检查网络后重试，或使用“全部错误码”页面。',
  retry: '重试',
  seeAll: '全部结果',
  keys: '↑ ↓ 移动，回车打开，Esc 离开',
  rows: (rows) => `${rows} 行`,
};

const STRINGS: Record<Locale, typeof en> = { en, zh };

/** @example browserStrings('zh').retry // → '重试' */
export const browserStrings = (locale: Locale): typeof en => STRINGS[locale];
