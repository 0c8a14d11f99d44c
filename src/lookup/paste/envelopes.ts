/** Separates codes from the numbers around them: wrappers of SDKs, successes, HTTP statuses, truncated numbers. */
import type { Layout } from './layout.ts';
import type { Sighting } from './sightings.ts';

export type Role = 'wrapper' | 'success' | 'http' | 'truncated';

export type Aside = {
  /** The number; if truncated, the part that is left. */
  code: string;
  role: Role;
  why: { en: string; zh: string };
};

const WHY: Record<Role, { en: string; zh: string }> = {
  wrapper: {
    en: 'An SDK or your own server wraps the answer in this number; it is not WeChat’s.',
    zh: '这是 SDK 或自己的服务端包装的数字，并非微信返回的错误码。',
  },
  success: { en: '0 means success: another call failed.', zh: '0 表示成功：失败的是另一次调用。' },
  http: { en: 'An HTTP status, not a WeChat code.', zh: '这是 HTTP 状态码，不是微信错误码。' },
  truncated: {
    en: 'The number is cut off: this is only its beginning.',
    zh: '数字被截断：这里只有开头几位。',
  },
};

/** Numbers that SDKs use for errors without a code. */
const SDK_DEFAULT = /^-(?:1|99|100|999)$/;
const GENERIC_KEY = /^(?:code|ret|status|error|err|状态码)$/;
const BUSY = /^["'\s:,\])}-]{0,6}(?:\S{0,12}["'\s:]{0,4})?(?:system (?:error|busy)|系统繁忙)/i;
const HTTP = /\b(?:HTTP(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?)\b["'\s:=]{1,6}([1-5]\d\d)(?!\d)/gi;
const CUT = /^(?:\.{3}|…|\\?["']?\.{3})/;

const aside = (code: string, role: Role): Aside => ({ code, role, why: WHY[role] });

/** Tells whether a number is truncated. A known code of five digits may be complete; a shorter one is a beginning. */
const isCut = ({ code, end }: Sighting, text: string, known: (code: string) => boolean) =>
  CUT.test(text.slice(end, end + 5)) && !(known(code) && /\d{5}/.test(code));

/** Whether another code is in the same block. */
function carries(one: Sighting, others: readonly Sighting[], layout: Layout): boolean {
  const line = layout.lineOf(one.end);
  return others.some((other) => layout.blockOf(layout.lineOf(other.end)) === layout.blockOf(line));
}

function roleOf(one: Sighting, named: readonly Sighting[], text: string, layout: Layout): Role | undefined {
  const generic = GENERIC_KEY.test(one.key);
  if (one.code === '0') return named.length || generic ? 'success' : undefined;
  if (/^[1-5]\d\d$/.test(one.code) && generic) return 'http';
  if (!SDK_DEFAULT.test(one.code)) return undefined;
  const busy = BUSY.test(text.slice(one.end, one.end + 40));
  if (generic && !busy) return 'wrapper';
  if (busy) return undefined;
  return carries(one, named, layout) || (one.code !== '-1' && named.length) ? 'wrapper' : undefined;
}

/**
 * Splits sightings into codes and the numbers around them.
 * @example for `{"code":-1,"data":{"errcode":40029}}`: codes 40029, asides −1 as a wrapper
 */
export function unwrap(
  sightings: readonly Sighting[],
  text: string,
  layout: Layout,
  known: (code: string) => boolean,
): { codes: Sighting[]; asides: Aside[] } {
  const codes: Sighting[] = [];
  const asides: Aside[] = [...text.matchAll(HTTP)].map((match) => aside(match[1] ?? '', 'http'));
  const whole = sightings.filter((one) => !isCut(one, text, known));
  const named = whole.filter(({ confidence, code }) => confidence >= 0.6 && !SDK_DEFAULT.test(code) && code !== '0');
  for (const one of sightings) {
    const role = whole.includes(one) ? roleOf(one, named, text, layout) : 'truncated';
    if (role) asides.push(aside(one.code, role));
    else codes.push(one);
  }
  return { codes, asides };
}
