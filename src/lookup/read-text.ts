/** Reads a text as a typed question or as a paste, which have different rules. */
import type { CodeFacts } from './code-facts.ts';
import { entriesSaying } from './paste/message.ts';
import { readPaste } from './paste/read-paste.ts';
import { readQuery } from './read-query.ts';
import type { TextReading } from './reading.ts';
import { mentionsWechat } from './vendors.ts';

/** Characters of the longest typed question; more than a URL may contain (see `isQuery`). */
const TYPED_LENGTH = 200;
/** Notations of programs: JSON, XML, calls, log heads, URLs, pairs of key and value, ids of a response, SQL, columns. */
const MADE_BY_A_PROGRAM = [
  /["'\\]\s*:|[{<]\s*["'\\]?\w+["'\\]?\s*[:=>]|\w+\(\w*\)|=>|::|\w\[\d+\]|\w=-?["'\w]|https?:\/\/|HTTP\/\d/,
  /\bat [\w.$]+\(|\b(?:TRACE|DEBUG|INFO|WARN|FATAL)\b|^(?:ERROR|Caused by|Traceback)\b|\w(?:Error|Exception)\s*[:{(]/,
  /\d{1,2}:\d\d:\d\d|^\s*\[?\d{4}-\d\d-\d\d|\d+(?:\.\d+){3}:\d+|\b(?:SELECT|INSERT|UPDATE|DELETE) .*\b(?:FROM|INTO|SET|WHERE)\b/,
  /^(?:GET|POST|PUT|DELETE) \S|\b(?:rid|hints?)\s*:|err_?msg|;\s*$|\S\s{2,}\S+\s{2,}\S/,
];

/** The form of a code, and nothing but signs around it: `40163;`, `=> SIGN_ERROR`. */
const CODE_AND_SIGNS = /^[^\p{L}\d]*(?:\d+|[A-Z][A-Z\d_]+)[^\p{L}\d]*$/u;

/** Returns whether a person typed the text. @example isTyped('推送60020 怎么办') // → true */
const isTyped = (text: string): boolean =>
  text.length <= TYPED_LENGTH &&
  !/[\n\r]/.test(text.trim()) &&
  (CODE_AND_SIGNS.test(text) || !MADE_BY_A_PROGRAM.some((notation) => notation.test(text)));

/** Returns the codes whose message a text contains; first those on the platform that the text shows. */
function saidIn(text: string, { kind, platform }: Omit<TextReading, 'said'>, facts: CodeFacts): string[] {
  const platforms = platform?.platforms ?? [];
  const wechat = kind === 'query' || platforms.length > 0 || mentionsWechat(text);
  const entries = entriesSaying(text, facts.data, wechat);
  const there = entries.filter((entry) => entry.platforms.some((slug) => platforms.includes(slug)));
  return [...new Set([...there, ...entries].map(({ code }) => code))];
}

/** Reads a text. Never throws. */
export function readText(text: string, facts: CodeFacts): TextReading {
  const reading = isTyped(text) ? readQuery(text, facts) : readPaste(text, facts);
  const silent = reading.codes.length > 0 || reading.vendors.length > 0;
  return { ...reading, said: silent ? [] : saidIn(text, reading, facts) };
}
