/** Describes a code that the catalog does not have by the range of its number. */
import { rangeOf } from './nearest-codes.ts';
import type { LookupData } from './pack.ts';

type Family = { from: number; to: number; en: string; zh: string };

/**
 * Up to 48xxx the leading digits show the kind of error. Each statement is true for at least 80 % of the codes that
 * Tencent's lists have in its range; ranges where it is not, such as 42010 and up, are left out.
 */
const FAMILIES: readonly Family[] = [
  { from: 40000, to: 40099, en: 'an argument is not valid', zh: '参数不合法' },
  { from: 40100, to: 40199, en: 'an argument is not valid or not allowed', zh: '参数不合法或不被允许' },
  { from: 41000, to: 41027, en: 'an argument is missing', zh: '缺少参数' },
  { from: 42001, to: 42009, en: 'something has expired', zh: '过期、失效' },
  {
    from: 43000,
    to: 43099,
    en: 'the method is wrong, or a relationship or permission is needed',
    zh: '请求方式不对，或需要某种关系、授权',
  },
  { from: 44000, to: 44099, en: 'the body is empty', zh: '内容为空' },
  { from: 45001, to: 45034, en: 'a limit is exceeded', zh: '超过限制' },
  { from: 47001, to: 47003, en: 'the request cannot be parsed', zh: '解析错误' },
  { from: 48001, to: 48008, en: 'the API is not authorized, banned or discontinued', zh: '接口未授权、被封禁或已废弃' },
  {
    from: 60001,
    to: 60031,
    en: 'WeCom: departments, apps or the IP whitelist',
    zh: '企业微信：部门、应用、IP 白名单',
  },
  { from: 9001000, to: 9001999, en: 'Shake Nearby', zh: '摇一摇周边' },
  { from: 9002000, to: 9002999, en: 'Wi-Fi via Weixin', zh: '微信连Wi-Fi' },
];

/** @example familyOf('40063')?.en // → 'an argument is not valid' */
export const familyOf = (code: string): { en: string; zh: string } | undefined =>
  FAMILIES.find(({ from, to }) => Number(code) >= from && Number(code) <= to);

export type CodeRange = {
  /** The usual meaning of such numbers. */
  means: { en: string; zh: string } | undefined;
  /** Slugs of the platforms that have most codes of the range; empty if these are many, or the known codes are few. */
  platforms: string[];
  /** Codes of the catalog in the range. */
  count: number;
};

const ENOUGH_CODES = 5;
const ENOUGH_SHARE = 0.8;
/** A range that more platforms share does not identify one. */
const FEW = 2;

/**
 * Returns what the catalog's codes of the same hundred, or else of the same thousand, have in common.
 * @example codeRange('60099', data) // → { means: undefined, platforms: ['wecom'], count: 52 }
 */
export function codeRange(code: string, { entries }: Pick<LookupData, 'entries'>): CodeRange {
  const means = familyOf(code);
  for (const cut of [-2, -3]) {
    const near = entries.filter(
      (entry) => rangeOf(entry.code) === rangeOf(code) && entry.code.slice(0, cut) === code.slice(0, cut),
    );
    const codes = new Set(near.map((entry) => entry.code));
    if (codes.size < ENOUGH_CODES) continue;
    const on = new Map<string, Set<string>>();
    for (const entry of near)
      for (const slug of entry.platforms) on.set(slug, (on.get(slug) ?? new Set()).add(entry.code));
    const platforms = [...on].filter(([, has]) => has.size >= ENOUGH_SHARE * codes.size).map(([slug]) => slug);
    return { means, platforms: platforms.length <= FEW ? platforms : [], count: codes.size };
  }
  return { means, platforms: [], count: 0 };
}
