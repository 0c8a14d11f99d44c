/** Finds the keys and words that name an error code, and the number that follows them. */
import { editDistance } from '../search/edit-distance.ts';

/** Keys that always name an error code. */
const STRONG = {
  latin: 'err_?code|error[ _-]?code|err[ -]code|errno|return_?code|ret_?code|global_?error_?code',
  // The last character of 错误码 is often mistyped as one of the same sound.
  han: '错误[码吗嘛马玛妈]|错误代[码吗马]|错误编[码号]|错误号|返回[码值]|报错码',
};
/** Words that name an error code if a plausible number follows. */
const WEAK = {
  latin: 'code|ret|error|err|fail(?:ed)?(?: with)?|exception',
  han: '报错|返回了?|错误|异常|提示|报|出现|遇到|失败|状态码',
};
/** Rejects a letter before a key in Latin script, except in %3F and \\n. */
const ALONE = '(?<!(?<!%(?:25){0,3}[0-9A-F]|\\\\)[A-Za-z])';
export const KEY = new RegExp(
  `(${ALONE}(?:${STRONG.latin})|${STRONG.han})|${ALONE}(?:${WEAK.latin})|${WEAK.han}`,
  'gi',
);

/** The parts that may be between a key and its value. */
const BETWEEN = new RegExp(
  [
    '[\\s"\'`:=>\\-,;|()\\[\\]{}*.]+(?<!-)', // punctuation of every notation; not a minus, which may belong to the number
    '\\\\+(?:["\'/nrt]|u0022)?', // escapes, also repeated
    '%(?:25)*(?:22|3A|3D|20|27|5B|5D|7B|3E|0A|5C|2C)', // URL encoding, also repeated
    '&(?:amp;)*(?:quot|#0?34|#x22|apos|#0?39|nbsp|gt|lt|#x3a|#58|colon);',
    '<!\\[CDATA\\[|<\\/?[A-Za-z:]+>', // XML and table cells
    '(?:int|integer|long|string|str|number|some|i32|i64|u32|float|code|val(?:ue)?)(?:\\(\\d{1,2}\\)(?=[\\s"])|(?=\\())', // int(, string(5) ", Some(
    '(?:is|was|of|are|no\\.?|num(?:ber)?|value|equals|为|是|了|等于|码|代码|信息|提示|号)(?![A-Za-z])',
  ].join('|'),
  'iy',
);
const NUMBER = /-?\d{1,10}/y;

type Value = { code: string; end: number };

/** Returns the number after a key, with at most 60 characters between them. */
export function valueAfter(text: string, from: number): Value | undefined {
  let at = from;
  for (let steps = 0; steps < 24 && at - from < 60; steps++) {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text);
    if (number) {
      const end = at + number[0].length;
      // 40001.5, 40001abc and 400013… are not this number.
      if (
        /^(?:\d|\.\d|(?!err|msg)[A-Za-z_])/i.test(text.slice(end, end + 3)) &&
        !/^(?:n|r|t)?(?:\\|%|&)/.test(text.slice(end, end + 2))
      )
        return undefined;
      return { code: number[0], end };
    }
    // A minus that is not before a digit is punctuation: errcode - 40001, errcode->40001.
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

/** Returns the value below a key in a console table: names, dashes, values. Reads 300 characters back and 600 ahead. */
export function columnBelow(text: string, keyAt: number, key: string): Value | undefined {
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

/** A key or word before a number, with the parts that may be between them. */
const BEFORE_NUMBER = new RegExp(
  `(?:(${ALONE}(?:${STRONG.latin})|${STRONG.han})|${ALONE}(?:${WEAK.latin}|returns?|returned|got|get|err_?no)|${WEAK.han})` +
    '(?:为|是|了|码|代码|信息|号|[ :：=（(\\[【"\'`#>,，\u300c-]|is |no\\.? ?|number |of ){0,6}$',
  'i',
);

/**
 * Returns whether a key (`errcode`, 错误码, also misspelt) or a word of failure precedes the number at `start`.
 * @example keyBefore('ercode 846609', 7) // → 'key'
 */
export function keyBefore(text: string, start: number): 'key' | 'word' | undefined {
  const before = text.slice(Math.max(0, start - 40), start);
  const match = BEFORE_NUMBER.exec(before);
  if (match) return match[1] === undefined ? 'word' : 'key';
  // WechatError 87014, WxErrorCode40001: the class of an exception.
  if (/[a-z](?:Error|Exception|Code)[\s:：([]{0,4}$/.test(before)) return 'word';
  const word = /(?<![A-Za-z])(e[a-z]{4,10})[\s:=：-]{0,3}$/i.exec(before)?.[1]?.toLowerCase();
  if (!word) return undefined;
  // encode is two edits from errcode, ercode and errcoed one.
  const near = editDistance(word, 'errcode', 1) <= 1 || editDistance(word, 'errorcode', 2) <= 2;
  return near ? 'key' : editDistance(word, 'error', 1) <= 1 ? 'word' : undefined;
}
