/**
 * Finds WeChat error codes in whatever people paste: responses, logs, dumps, traces, tickets. Pure and linear: it walks
 * from one key or number to the next and looks at a bounded stretch around each.
 *
 * It does not decode what it reads (JSON in JSON, HTML entities, URL encoding …). Keys and digits survive all of these
 * unchanged, so it is enough to know everything that may stand between a key and its value. That way each code keeps its
 * place in the text as pasted.
 */
import { clean } from './clean-paste.ts';
import { mentionsWechat, otherVendor, type PlatformHint, platformHint } from './platform-hint.ts';

export type Why = 'key' | 'word' | 'address' | 'place' | 'number';

export type Candidate = {
  /** As the API gives it: ASCII digits, a plain minus. */
  code: string;
  /** 0 to 1; for ordering, and to tell a named code from a guess. */
  confidence: number;
  why: Why;
  /** Where it stands in the text as pasted: from the key, or the number, to the end of the number. */
  span: [start: number, end: number];
};

export type Extraction = {
  /** Best first, each code once. */
  codes: Candidate[];
  hint: PlatformHint | undefined;
  /** Another vendor whose error this looks like; then there are no codes. */
  vendor: string | undefined;
  /** The message without code, tails and wrapping, to search for when there is no code. */
  message: string;
};

/** No paste is worth more than this; what follows is not read. */
const MOST = 1_000_000;

/** Keys that only ever name an error code. */
const STRONG = {
  latin: 'err_?code|error[ _-]?code|err[ -]code|errno|return_?code|ret_?code|global_?error_?code',
  han: '错误码|错误代码|错误编码|错误号|返回码',
};
/** Words that name one when a plausible number follows. */
const WEAK = {
  latin: 'code|ret|error|err|fail(?:ed)?(?: with)?|exception',
  han: '报错|返回了?|错误|异常|提示|报|出现|遇到|失败|状态码',
};
/** No letter before a key in Latin script, but for those of %3F and \\n. */
const ALONE = '(?<!(?<!%(?:25){0,3}[0-9A-F]|\\\\)[A-Za-z])';
const KEY = new RegExp(`(${ALONE}(?:${STRONG.latin})|${STRONG.han})|${ALONE}(?:${WEAK.latin})|${WEAK.han}`, 'gi');

/** What may stand between a key and its value, piece by piece. */
const BETWEEN = new RegExp(
  [
    '[\\s"\'`:=>\\-,;|()\\[\\]{}*.]+(?<!-)', // punctuation of every notation, a minus apart: it may belong to the number
    '\\\\+(?:["\'/nrt]|u0022)?', // escapes, however often
    '%(?:25)*(?:22|3A|3D|20|27|5B|5D|7B|3E|0A|5C|2C)', // URL encoding, however often
    '&(?:amp;)*(?:quot|#0?34|#x22|apos|#0?39|nbsp|gt|lt|#x3a|#58|colon);',
    '<!\\[CDATA\\[|<\\/?[A-Za-z:]+>', // XML and table cells
    '(?:int|integer|long|string|str|number|some|i32|i64|u32|float|code|val(?:ue)?)(?:\\(\\d{1,2}\\)(?=[\\s"])|(?=\\())', // int(, string(5) ", Some(
    '(?:is|was|of|are|no\\.?|num(?:ber)?|value|equals|为|是|了|等于|码|代码|信息|提示|号)(?![A-Za-z])',
  ].join('|'),
  'iy',
);
const NUMBER = /-?\d{1,10}/y;

/** Parts that hold number-like runs but no code. They are blanked before anything else is read. */
const TAILS: readonly RegExp[] = [
  // A syslog line's own head, before its time is gone.
  /^[A-Z][a-z]{2}\s+\d{1,2}\s+\S{1,10}\s+\S{1,64}\s+[\w./-]{1,64}\[\d+\]:/gm,
  /\bhints?\s*[:=]?\s*\[[^\]]{0,200}\]?/gi,
  /\breq_?(?:uest)?_?id\b["'\s:=\\]{1,8}[\w.@-]{4,64}/gi,
  /\b(?:rid|trace_?id|span_?id)\b["'\s:=\\]{1,8}[0-9a-f]{4,12}(?:\s*-\s*[0-9a-f]{2,12}){0,6}/gi,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4,12}){2,4}\b/gi,
  /\bfrom ip\s*[:=]?\s*[\d.:a-f]{3,45}/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:\/\d{1,2})?\b/g,
  /\b\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?/g,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g,
  /\b(?:pid|port|line|uid|tid|thread|agentid|agent_id|timestamp|ts|took|cost|elapsed|duration|size|length|bytes|total|count|qps|id|msgid|order(?:_?(?:no|id))?|expires_in|端口|行号|耗时)\b["'\s:=#\\]{1,8}-?\d+(?:\.\d+)?(?:ms|s)?/gi,
  /(?<=localhost|\.(?:com|cn|net|org|io|local|internal|svc|dev|test|top|cc|me|app)):\d{2,5}\b/gi,
  /\.(?:java|py|js|ts|go|php|rb|cs|rs|kt|mjs|cjs|vue):\d+(?::\d+)?/gi,
  /\bwx[0-9a-f]{16}\b|\bww[0-9a-f]{16}\b/gi,
  /\bHTTP(?:\/\d(?:\.\d)?)?["\s:]+(?:status\s*(?:code)?\s*[:=]?\s*)?\d{3}\b/gi,
  /\b(?:http|status|exit)[ _-]?(?:status)?[ _-]?codes?\b["'\s:=\\]{0,8}-?\d{1,3}\b/gi,
  /\b(?:SQLSTATE|ORA|ERROR \d{4} \(|MySQL|errno: \d+\b)[-\s[(:]*\w{0,8}\]?/gi,
  /0x[0-9a-f]+/gi,
  // Process numbers of log lines.
  /\b(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\s+\d{3,6}\s+---/g,
  /\bkill:?\s*\(?-?\d+\)?/g,
];

/** The addresses that name a code. */
const ADDRESSES =
  /devtool\/query\?e=(-?\d{1,9})|(?:#|%23)(?:错误码|%E9%94%99%E8%AF%AF%E7%A0%81)(?:[:：]|%EF%BC%9A|%3A)?\s*(-?\d{1,9})/gi;
const ADDRESS = /https?:(?:\\?\/){2}[^\s"'<>\\]{1,400}/gi;

/** After a number that is an amount. */
const UNIT =
  /^\s{0,2}(?:件|个|元|台|人|次|条|块|斤|米|秒|分钟|天|月|年|页|位|户|家|份|units?\b|bytes?\b|[kmg]?b\b|ms\b|s\b|px\b|items?\b|people\b|users\b|rows?\b|orders?\b|times\b|dollars\b|usd\b|rmb\b|yuan\b|km\b|%)/i;
/** Before a number that is an amount, a name or an address. */
const AMOUNT =
  /(?:[¥$€£]|RMB|CNY|USD|No\.|订单号?|单号|邮编|编号|房间|zip(?: code)?|postcode|tel|phone|电话|手机|QQ|ORA|v|版本|version|port|room|order)\s*[:#：]?\s*$/i;
/** How an error message begins. */
const MESSAGE =
  /^["'\s:,\])}\-–—#=.|]{0,6}(?:errmsg|invalid|missing|empty|require|expired?|illegal|access_token|appid|user|api |not? |unauthorized|forbid|reach|out of|exceed|response|media|code been|system|param|wrong|too many|must|data format|component|template|不合法|缺少|缺失|无效|超时|过期|错误|失败|不存在|超过|没有|未|无权限|权限|系统|用户|需要|不支持|不允许|接口|请求|非法|已|access)/i;

const MESSAGE_BEFORE =
  /(?:invalid|missing|expired?|not|fail(?:ed)?|limit|error|unauthorized|require\w*|exceed\w*|不合法|缺少|无效|超时|过期|错误|失败|不存在|限制|权限)[^\n]{0,12}$/i;
/** What people write around a code they ask about. */
const ASKED_BEFORE = /(?:错|报|返回|提示|出现|遇到|code|怎么|什么)[^\d\n]{0,12}$/i;
const ASKED_AFTER = /^[\s,，、:：]{0,3}(?:错误|报错|怎么|是什么|什么意思|啥|错|error|err\b)/i;

const plausible = (code: string) => /^-?\d{5,9}$/.test(code) || /^-\d{3,4}$/.test(code);

/**
 * @param known tells whether the catalog has a code: it may be shown without a key beside it
 * @returns never throws; text without a code gives an empty list
 * @example extract('{"errcode":40013,"errmsg":"invalid appid rid: 6253a5b1-40164-0b7c"}', known).codes
 *   // → [{ code: '40013', confidence: 0.95, why: 'key', span: [2, 16] }]
 */
export function extract(original: string, known: (code: string) => boolean): Extraction {
  const { text: full, offsets } = clean(original.slice(0, MOST));
  const hint = platformHint(full);
  const vendor = otherVendor(full);
  const message = messageOf(full);
  if (vendor) return { codes: [], hint: undefined, vendor, message };

  const wechat = hint !== undefined || mentionsWechat(full);
  const found: Candidate[] = [];
  const place = (at: number) => offsets[at] ?? original.length;
  const add = (code: string, confidence: number, why: Why, start: number, end: number) => {
    // A leading zero is no code's; -0 is 0.
    if (/^-?0\d/.test(code)) return;
    const value = code === '-0' ? '0' : code;
    found.push({ code: value, confidence, why, span: [place(start), place(end - 1) + 1] });
  };

  for (const match of full.matchAll(ADDRESSES)) {
    const code = match[1] ?? match[2] ?? '';
    add(code, 0.85, 'address', match.index + match[0].length - code.length, match.index + match[0].length);
  }
  const text = blank(full);

  for (const match of text.matchAll(KEY)) {
    const strong = match[1] !== undefined;
    const value = valueAfter(text, match.index + match[0].length) ?? columnBelow(text, match.index, match[0]);
    if (!value) continue;
    const { code, end } = value;
    const after = text.slice(end, end + 24);
    if (UNIT.test(after) && !strong) continue;
    const exact = strong && /^err_?code$|错误|返回码/i.test(match[0]);
    // Of three reasons (ours, a text about WeChat, the form of a code) WeChat's own key needs one, another vendor's word two.
    const reasons = [known(code), wechat, plausible(code)].filter(Boolean).length;
    if (strong && reasons >= (exact ? 1 : 2)) {
      add(code, 0.95, 'key', match.index, end);
    } else if (
      !strong &&
      !/^-?\d{1,4}$/.test(code) &&
      (known(code) || (wechat && plausible(code) && /code|错误|报错|返回|ret|err/i.test(match[0])))
    ) {
      add(code, /^(?:code|ret)$/i.test(match[0]) ? 0.9 : 0.8, 'word', match.index, end);
    } else if (!strong && /^(?:code|ret)$/i.test(match[0]) && wechat && /^(?:0|-1)$/.test(code)) {
      add(code, 0.3, 'word', match.index, end);
    }
  }

  for (const match of text.matchAll(/(?<![\w.%&#-]|#x)(#?)(-?\d{5,9})(?![\w%]|\.\d|,\d{3})/g)) {
    const code = match[2] ?? '';
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 40);
    if (UNIT.test(after) || AMOUNT.test(before)) continue;
    const ours = known(code);
    // A number we do not know needs a better reason: WeChat's usual form, and a message or an error's name beside it.
    if (!ours && !/^(?:[4-9]\d{4}|-\d{5,6})$/.test(code)) continue;
    const says = MESSAGE.test(after);
    const named = /(?:error|exception|err|code|errors?\.New)["'\s:([#-]{0,4}$/i.test(before);
    const asked = ASKED_BEFORE.test(before) || ASKED_AFTER.test(after);
    const bracketed = /[[(（【]$/.test(before) && /^[\])）】]/.test(after);
    const alone = text.trim().replace(/[?？!！。.,，]+$/, '') === match[0];
    if (alone) add(code, 0.9, 'number', start, end);
    else if (bracketed && (wechat || says || MESSAGE_BEFORE.test(before)) && (ours || wechat))
      add(code, 0.7, 'place', start, end);
    else if (says && (ours || wechat || named)) add(code, 0.65, 'place', start, end);
    else if (named && (ours || wechat)) add(code, 0.65, 'place', start, end);
    else if (ours && asked) add(code, 0.65, 'place', start, end);
    else if (ours && wechat) add(code, 0.4, 'number', start, end);
  }
  for (const match of text.matchAll(/(?<![\w.])-1(?=["'\s:,)\]-]{1,4}(?:system (?:error|busy)|系统繁忙))/gi)) {
    add('-1', 0.65, 'place', match.index, match.index + 2);
  }
  return { codes: best(found), hint, vendor: undefined, message };
}

/** Blanks what holds numbers that are no codes; lengths stay. */
function blank(full: string): string {
  // An address is read for ?errcode= and the like, not for its path.
  let text = full.replace(ADDRESS, (address) =>
    address
      .replace(/^[^?#]*/, (path) => ' '.repeat(path.length))
      .replace(/([?&#])(?!(?:err(?:or)?_?code|errno|ret|e|code)=)(?![^?&#]{0,300}err_?code)[^?&#]*/gi, (part) =>
        ' '.repeat(part.length),
      ),
  );
  for (const tail of TAILS) text = text.replace(tail, (part) => ' '.repeat(part.length));
  return text;
}

type Value = { code: string; end: number };

/** The number that follows a key, past at most 60 characters of what may stand between. */
function valueAfter(text: string, from: number): Value | undefined {
  let at = from;
  for (let steps = 0; steps < 24 && at - from < 60; steps++) {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text);
    if (number) {
      const end = at + number[0].length;
      // 40001.5, 40001abc and 400013…: not this number.
      if (
        /^(?:\d|\.\d|(?!err|msg)[A-Za-z_])/i.test(text.slice(end, end + 3)) &&
        !/^(?:n|r|t)?(?:\\|%|&)/.test(text.slice(end, end + 2))
      )
        return undefined;
      return { code: number[0], end };
    }
    // A lone minus before something else than a digit is punctuation: errcode - 40001, errcode->40001.
    if (text[at] === '-') {
      at++;
      continue;
    }
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(text);
    if (!between?.[0]) return undefined;
    at += between[0].length;
  }
  return undefined;
}

/** A table as consoles print it: names, a rule of dashes, values. Looks at most 300 characters back and 600 ahead. */
function columnBelow(text: string, keyAt: number, key: string): Value | undefined {
  const ahead = text.slice(keyAt, keyAt + 600);
  const [rest = '', second = '', third = ''] = ahead.split('\n', 3);
  if (rest === ahead) return undefined;
  const framed = /^[\s|+]*-{3,}[\s|+-]*$/.test(second);
  if (!framed && !/^err_?code[\s|,\t]+err_?msg/i.test(rest)) return undefined;
  const back = text.slice(Math.max(0, keyAt - 300), keyAt);
  const names = back.slice(back.lastIndexOf('\n') + 1) + rest;
  const column = names
    .split(/[\s|,]+/)
    .filter(Boolean)
    .findIndex((name) => name.toLowerCase() === key.toLowerCase());
  const cell = [...(framed ? third : second).matchAll(/[^\s|,]+/g)][column];
  if (!cell || !/^-?\d{1,9}$/.test(cell[0])) return undefined;
  const at = keyAt + rest.length + 1 + (framed ? second.length + 1 : 0) + cell.index;
  return { code: cell[0], end: at + cell[0].length };
}

/** Each code once, best first; what only wraps another is left out. */
function best(found: readonly Candidate[]): Candidate[] {
  const byCode = new Map<string, Candidate>();
  for (const candidate of found) {
    const other = byCode.get(candidate.code);
    if (!other || candidate.confidence > other.confidence) byCode.set(candidate.code, candidate);
  }
  const all = [...byCode.values()].sort((a, b) => b.confidence - a.confidence || a.span[0] - b.span[0]);
  const top = all[0]?.confidence ?? 0;
  // 0 and -1 wrap whatever they carry; a bare number beside a named code is a size, a line or an id.
  const particular = all.some(({ code }) => code !== '0' && code !== '-1');
  return all.filter(
    ({ code, confidence }) => !(particular && (code === '0' || code === '-1')) && (top < 0.8 || confidence >= 0.6),
  );
}

/**
 * The message of a response, ready to be searched for.
 * @example messageOf('{"errmsg":"access_token missing, hint: [x1], from ip: 1.2.3.4"}') // → 'access_token missing'
 */
function messageOf(text: string): string {
  const said =
    /err_?msg(?:["'\\\s:=>]|&quot;|%22|%3A){1,12}([^"\\\n&%]{2,300})|"(?:message|msg)"\s*:\s*"([^"]{2,300})"/i.exec(
      text,
    );
  const raw = said?.[1] ?? said?.[2] ?? (text.length <= 400 ? text : '');
  let message = raw.replace(
    /more (?:info|details) at\s+\S+|could get access_token by getStableAccessToken,?|view more at\s+\S+/gi,
    ' ',
  );
  for (const tail of TAILS) message = message.replace(tail, ' ');
  return message
    .replace(/[\s,;:.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
