/**
 * Reads a typed query: one line in free wording. A number that is a known code counts as that code whatever the other
 * words are, unless it is visibly something else: an amount, a date, a version, a port, a line.
 */
import type { CodeFacts } from './code-facts.ts';
import { codeRange } from './families.ts';
import { clean } from './paste/clean-paste.ts';
import { clientError } from './paste/client-error.ts';
import { AMOUNT, blankTyped, THINGS, UNIT } from './paste/decoys.ts';
import { keyBefore } from './paste/keys.ts';
import { layout } from './paste/layout.ts';
import { originFinder } from './paste/nearest-platform.ts';
import type { Why } from './paste/sightings.ts';
import { scopeOf } from './platform-scope.ts';
import type { FoundCode, TextReading } from './reading.ts';

type Token = { code: string; why: Why; start: number; end: number };

const digitsOf = (code: string) => code.replace('-', '').length;
/** A date, such as 20261125. */
const DAY = /^20[0-4]\d(?:0\d|1[0-2])(?:[0-2]\d|3[01])$/;
/** After a number: a word that calls it an error. */
const CALLED = /^\s{0,2}(?:错误|报错|异常|error\b|err\b|errcode)/i;
const ASKED = /^[\s:：,，]{0,2}(?:是什么|什么|怎么|啥|如何|meaning|系统繁忙|system (?:error|busy))/i;

/** Tells whether the numbers joined to a number, as by a hyphen, are codes. If one is not, none of them is. */
function joined(text: string, start: number, end: number, known: (code: string) => boolean): boolean {
  const before = /(\d+)[-/:~]$/.exec(text.slice(Math.max(0, start - 12), start))?.[1];
  const after = /^[-/:~](\d+)/.exec(text.slice(end, end + 12))?.[1];
  const isCode = (other: string) => other.length >= 5 && (known(other) || known(`-${other}`));
  return [before, after].every((other) => other === undefined || isCode(other));
}

/** Whether the digits are a part of something longer: a decimal, a version, a word, a URL escape, a thousand's group. */
function isPart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (/\d\.$|[%@]$|\d,$/.test(before) && !/\d{5},$/.test(before)) return true;
  if (/^(?:\.\d|%|,\d{3}(?!\d))/.test(after)) return end - start < 5 || !/^,\d{3}/.test(after);
  // /orders/40001 is a path, /codes/40001 names a code.
  if (/\/(?!codes?\/|err\w*\/)[\w.-]+\/$/i.test(before)) return true;
  // A-40001 is an id, laravel-40001 a tool and a code, abc40001 a word.
  if (/(?<![A-Za-z])[A-Za-z]{1,2}-$/.test(before)) return true;
  // CODE_40164 is how SDKs name it.
  const isConstant = /(?<![A-Za-z])(?:err(?:or)?_?)?code_$|(?<![A-Za-z])err(?:or)?_$/i.test(before);
  if (/[A-Za-z_]\w*$/.test(before) && !isConstant && !keyBefore(text, start) && !isName(text, start)) return true;
  return /^(?:[A-Za-z_])/.test(after) && !/^(?:err|error|errcode|errmsg|code)(?![a-z])/i.test(after);
}

/** Whether a platform's name touches the number: wecom60020. */
const isName = (text: string, start: number) =>
  /(?<![A-Za-z])(?:wecom|wework|wxwork|qywx|wechat|weixin)$/i.test(text.slice(Math.max(0, start - 8), start));

/** Returns a number with its sign. A minus is a sign after a space, bracket, colon or Chinese; after a letter a hyphen. */
function signed(text: string, start: number, end: number, known: (code: string) => boolean): string {
  const digits = text.slice(start, end);
  if (text[start - 1] !== '-') return digits;
  const before = text[start - 2] ?? ' ';
  if (/\d/.test(before)) return digits;
  const glued = /[A-Za-z_]/.test(before);
  if (glued ? known(digits) || !known(`-${digits}`) : !known(`-${digits}`) && known(digits) && !/\s/.test(before))
    return digits;
  return `-${digits}`;
}

/** Returns why a separate number counts as a code; undefined if it does not. */
function whyOf(code: string, text: string, start: number, end: number, facts: CodeFacts): Why | undefined {
  const known = facts.known(code);
  const key = keyBefore(text, start);
  const likely =
    code.startsWith('-') || (/^(?:[4-9]\d{4}|\d{6,9})$/.test(code) && facts.inRange(code) && !DAY.test(code));
  const alone = text.replace(/[\s#"'“”()[\]（）【】.。?？!！,，]+/g, '') === code;
  if (alone) return known || /^(?:\d{5,9}|-\d+)$/.test(code) ? 'alone' : undefined;
  const called = CALLED.test(text.slice(end)) && (code.startsWith('-') || digitsOf(code) >= 3);
  if (digitsOf(code) >= 5) {
    if (known) return key ? 'key' : 'number';
    if (key) return key === 'key' ? 'key' : 'word';
    return called || likely ? 'shape' : undefined;
  }
  if (key === 'key') return /^[1-5]\d\d$/.test(code) && !known ? undefined : 'key';
  if ((key || called) && (known || (code.startsWith('-') && code.length > 1))) return 'word';
  // A negative number is almost always a code; −1 may be an offset, unless it is asked about or the only number.
  if (!known || !code.startsWith('-')) return undefined;
  return digitsOf(code) > 2 || ASKED.test(text.slice(end)) || !/\d{2}/.test(text) ? 'number' : undefined;
}

/** Before an amount: a word not about errors. “about 40013 people” is one; “40013 users”, “报错 45009 次” are not. */
const COUNTED_AFTER =
  /(?<!code|err|error|wechat|weixin|wecom|微信|公众号|小程序|错误|报错|错误码|返回|提示)[\s:：]{0,2}$/i;

function isAmount(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 16);
  const before = text.slice(Math.max(0, start - 16), start);
  if (keyBefore(text, start) === 'key') return false;
  if (UNIT.test(after) || AMOUNT.test(before)) return true;
  return THINGS.test(after) && /\S/.test(before) && COUNTED_AFTER.test(before);
}

/** Returns the codes that are numbers, in text order. */
function numbers(text: string, facts: CodeFacts): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0].length > 10 || isPart(text, start, end) || !joined(text, start, end, facts.known)) continue;
    const code = signed(text, start, end, facts.known);
    const from = code.startsWith('-') ? start - 1 : start;
    if (/^-?0\d/.test(code)) continue;
    if (isAmount(text, from, end)) continue;
    const why = whyOf(code === '-0' ? '0' : code, text, from, end, facts);
    if (why) tokens.push({ code: code === '-0' ? '0' : code, why, start: from, end });
  }
  return tokens;
}

/** Returns the codes that are names, in any case if they have an underscore: SIGN_ERROR, sign_error, ORDERPAID. */
function names(text: string, { known }: CodeFacts): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/(?<![A-Za-z0-9_.])[A-Za-z][A-Za-z0-9_]{3,}(?![A-Za-z0-9_])/g)) {
    const word = match[0];
    const code = word.toUpperCase();
    const start = match.index;
    const alone = text.trim() === word;
    // ERROR is a code of WeChat Pay, and also a common word.
    const particular = word.includes('_') || (word === code && word.length > 5);
    if (known(code) && (particular || alone || (word === code && keyBefore(text, start) === 'key')))
      tokens.push({ code, why: 'name', start, end: start + word.length });
  }
  return tokens;
}

function unique(tokens: readonly Token[]): Token[] {
  const seen = new Set<string>();
  return tokens.filter(({ code }) => !seen.has(code) && seen.add(code));
}

/** Drops 0 (success) and −1 (a wrapper's code) if there are other codes. */
function particular(tokens: readonly Token[]): Token[] {
  const others = tokens.filter(({ code }) => code !== '0' && code !== '-1');
  return others.length ? others : [...tokens];
}

/** Returns the query without its codes and platform. */
function remaining(query: string, spans: readonly (readonly [number, number])[]): string {
  let rest = '';
  let from = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    rest += `${query.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return (rest + query.slice(from)).replace(/\s+/g, ' ').trim();
}

/**
 * Reads a query. Never throws. Codes are in the order typed, each once.
 * @example readQuery('40001和42001的区别', facts).codes.map(({ code }) => code) // → ['40001', '42001']
 */
export function readQuery(query: string, facts: CodeFacts): Omit<TextReading, 'said'> {
  const { text, offsets } = clean(query);
  const originalIndex = (at: number) => offsets[at] ?? query.length;
  const readable = blankTyped(text);
  const signs = facts.findSigns(text);
  const originOf = originFinder(signs, layout(text), facts);
  const tokens = unique([...numbers(readable, facts), ...names(readable, facts)].sort((a, b) => a.start - b.start));
  const located = particular(tokens).map((token) => ({
    ...token,
    origin: originOf({ code: token.code, at: token.end, quoted: '' }),
  }));
  const codes = located
    .filter(({ origin }) => !origin.vendor)
    .map(({ code, why, start, end, origin }): FoundCode => {
      const known = facts.known(code);
      return {
        code,
        known,
        why,
        confidence: 0.9,
        span: [originalIndex(start), originalIndex(end - 1) + 1],
        count: 1,
        lines: [1],
        platform: origin.evidence,
        furtherPlatforms: [],
        range: known ? undefined : codeRange(code, facts.data),
      };
    });
  const scope = scopeOf(query, facts.data, facts.findNames(query), codes.length > 0);
  // An ambiguous name counts as a platform only if a code exists there.
  const fits =
    scope &&
    (scope.sure || !codes.length || codes.some(({ code }) => facts.platformsOf(code).includes(scope.platform)));
  const vendors = signs.every(({ vendor }) => vendor) ? signs : located.map(({ origin }) => origin);
  return {
    kind: 'query',
    codes,
    possible: [],
    asides: [],
    words: remaining(query, [...codes.map(({ span }) => span), ...(fits ? [scope.span] : [])]),
    platform: originOf({ code: '', at: 0, quoted: '' }).evidence,
    scope: fits ? scope : undefined,
    vendors: [...new Set(vendors.flatMap(({ vendor }) => vendor ?? []))],
    client: clientError(text),
    root: undefined,
  };
}
