/** Finds every number and name in a text that may be a code, with the reason. Does not judge the text as a whole. */
import { AMOUNT, CODE_URL, NAMED_THING, THINGS, UNIT } from './decoys.ts';
import { columnBelow, KEY, valueAfter } from './keys.ts';

export type Why = 'key' | 'word' | 'address' | 'place' | 'number' | 'name' | 'alone' | 'shape';

export type Sighting = {
  code: string;
  /** 0 to 1: from 0.8 the text names it as a code, from 0.6 it is in a code's position, below it merely occurs. */
  confidence: number;
  why: Why;
  /** In the cleaned text, from the key or the number to the end of the number. */
  start: number;
  end: number;
  /** The key or word that names it, in lower case. */
  key: string;
};

export type Gate = { known(code: string): boolean /** Whether the text is about WeChat. */; wechat: boolean };

/** The beginning of an error message. */
const MESSAGE =
  /^["'\s:,\])}\-–—#=.|]{0,6}(?:errmsg|invalid|missing|empty|require|expired?|illegal|access_token|appid|user|api |not? |unauthorized|forbid|reach|out of|exceed|response|media|code been|system|param|wrong|too many|must|data format|component|template|不合法|缺少|缺失|无效|超时|过期|错误|失败|不存在|超过|没有|未|无权限|权限|系统|用户|需要|不支持|不允许|接口|请求|非法|已|access)/i;
const MESSAGE_BEFORE =
  /(?:invalid|missing|expired?|not|fail(?:ed)?|limit|error|unauthorized|require\w*|exceed\w*|不合法|缺少|无效|超时|过期|错误|失败|不存在|限制|权限)[^\n]{0,12}$/i;
/** Words around a code that people ask about. */
const ASKED_BEFORE = /(?:错|报|返回|提示|出现|遇到|code|怎么|什么)[^\d\n]{0,12}$/i;
const ASKED_AFTER = /^[\s,，、:：]{0,3}(?:错误|报错|怎么|是什么|什么意思|啥|错|error|err\b)/i;
const FAILURE = /fail|error|exception|错误|失败|异常|报错/i;
/** After a code: WeChat's message key, or an ellipsis. Such a code needs no further sign. */
const WITH_MESSAGE = /^(?:[\s\S]{0,24}err_?(?:msg|message)|\.{3}|…)/i;

const plausible = (code: string) => /^-?\d{5,9}$/.test(code) || /^-\d{3,4}$/.test(code);

type Keyed = { match: RegExpMatchArray; strong: boolean; code: string; end: number };

/** Returns confidence and reason. WeChat's key (`errcode`) needs one supporting signal, a generic key (`errno`) two. */
function weigh({ match, strong, code, end }: Keyed, text: string, { known, wechat }: Gate): [number, Why] | undefined {
  const key = match[0];
  const reasons = [known(code), wechat, plausible(code)].filter(Boolean).length;
  const exact = strong && /^err_?code$|错误|返回码/i.test(key);
  if (strong && (reasons >= (exact ? 1 : 2) || (exact && WITH_MESSAGE.test(text.slice(end, end + 40)))))
    return [0.95, 'key'];
  if (strong) return undefined;
  const short = /^-?\d{1,4}$/.test(code);
  const bareKey = /^(?:code|ret)$/i.test(key);
  const names = wechat && plausible(code) && /code|错误|报错|返回|提示|ret|err/i.test(key);
  if ((!short && (known(code) || names)) || (code.startsWith('-') && code.length > 2 && names))
    return [bareKey ? 0.9 : 0.8, 'word'];
  // After a Chinese word of failure, a long negative number is almost always a code.
  if (/[错返提]/.test(key) && /^-\d{5,9}$/.test(code)) return [0.8, 'word'];
  return bareKey && wechat && /^(?:0|-1)$/.test(code) ? [0.3, 'word'] : undefined;
}

/** Returns the codes after a key or a word. */
export function keyedSightings(text: string, gate: Gate): Sighting[] {
  const found: Sighting[] = [];
  for (const match of text.matchAll(KEY)) {
    const strong = match[1] !== undefined;
    const value = valueAfter(text, match.index + match[0].length) ?? columnBelow(text, match.index, match[0]);
    if (!value) continue;
    const after = text.slice(value.end, value.end + 24);
    if (!strong && (UNIT.test(after) || THINGS.test(after))) continue;
    const code = nearerReading(value.code, text, value.end, gate.known);
    const weight = weigh({ match, strong, code, end: value.end }, text, gate);
    if (!weight) continue;
    const [confidence, why] = weight;
    found.push({ code, confidence, why, start: match.index, end: value.end, key: match[0].toLowerCase() });
  }
  return found;
}

/** Drops the minus after a Latin key, as in errcode-40001, if only the positive code is known. */
function nearerReading(code: string, text: string, end: number, known: (code: string) => boolean): string {
  const positive = code.slice(1);
  if (!code.startsWith('-') || !/[A-Za-z]/.test(text[end - code.length - 1] ?? '')) return code;
  return known(positive) && !known(code) ? positive : code;
}

/** Returns the codes in URLs that contain one. */
export const urlSightings = (text: string): Sighting[] =>
  [...text.matchAll(CODE_URL)].map((match) => {
    const code = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length;
    return { code, confidence: 0.85, why: 'address', start: end - code.length, end, key: '' };
  });

/** Returns confidence and reason of a number without a key. */
function placeOf(match: RegExpMatchArray, text: string, { known, wechat }: Gate): [number, Why] | undefined {
  const code = match[2] ?? '';
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (UNIT.test(after) || THINGS.test(after) || AMOUNT.test(before) || NAMED_THING.test(before)) return undefined;
  const ours = known(code);
  // An unknown number needs WeChat's usual format, and a message or an error's name beside it.
  if (!ours && !/^(?:[4-9]\d{4}|-\d{5,6})$/.test(code)) return undefined;
  const says = MESSAGE.test(after);
  const named = /(?:error|exception|err|code|errors?\.New)["'\s:([#-]{0,4}$/i.test(before);
  const near = before.slice(-24);
  const asked = ASKED_BEFORE.test(near) || ASKED_AFTER.test(after);
  const bracketed = /[[(（【]$/.test(before) && /^[\])）】]/.test(after);
  if (bracketed && (wechat || says || MESSAGE_BEFORE.test(near)) && (ours || wechat)) return [0.7, 'place'];
  if ((says && (ours || wechat || named)) || (named && (ours || wechat)) || (ours && asked)) return [0.65, 'place'];
  if (!ours || !wechat) return undefined;
  const line = `${before.slice(before.lastIndexOf('\n') + 1)} ${after.split('\n', 1)[0]}`;
  return FAILURE.test(line) ? [0.45, 'number'] : [0.4, 'number'];
}

/** Returns the numbers of five to nine digits without a key. */
export function bareSightings(text: string, gate: Gate): Sighting[] {
  const found: Sighting[] = [];
  for (const match of text.matchAll(/(?<![\w.%&#-]|#x)(#?)(-?\d{5,9})(?![\w%]|\.\d|,\d{3})/g)) {
    const place = placeOf(match, text, gate);
    if (!place) continue;
    const [confidence, why] = place;
    const code = match[2] ?? '';
    found.push({ code, confidence, why, start: match.index, end: match.index + match[0].length, key: '' });
  }
  for (const match of text.matchAll(/(?<![\w.])-1(?=["'\s:,)\]-]{1,4}(?:system (?:error|busy)|系统繁忙))/gi))
    found.push({ code: '-1', confidence: 0.65, why: 'place', start: match.index, end: match.index + 2, key: '' });
  return found;
}

/** Returns the codes that are names (WeChat Pay, in capitals), after a key or in a text about WeChat. */
export function nameSightings(text: string, { known, wechat }: Gate): Sighting[] {
  const found: Sighting[] = [];
  for (const match of text.matchAll(/(?<![A-Za-z0-9_.])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![A-Za-z0-9_])/g)) {
    const code = match[0];
    if (code.length < 5 || !known(code)) continue;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const keyed = /(?:code|错误代码|错误码)["'\s:：=>[\](]{1,8}(?:<!\[CDATA\[|)$/i.test(before);
    const particular = code.includes('_') || code.length >= 8;
    if (!keyed && !(wechat && particular)) continue;
    if (keyed && !wechat && !/err_?code/i.test(before)) continue;
    found.push({
      code,
      confidence: keyed ? 0.95 : 0.6,
      why: 'name',
      start: match.index,
      end: match.index + code.length,
      key: keyed ? 'code' : '',
    });
  }
  return found;
}
