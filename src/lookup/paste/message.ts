/** Extracts error messages, without what logs, SDKs and Tencent add before and after them. */
import type { LookupData, LookupEntry } from '../pack.ts';
import { isHan, normalise, spaced, squeeze } from '../search/normalise.ts';
import { TAILS } from './decoys.ts';

/** Characters of a text that are searched for messages. */
const READ = 4_000;
/** Characters of the shortest messages searched for: shorter ones are in too many texts by chance. */
const SHORTEST = { latin: 8, han: 5 };

const ADDED =
  /more (?:info|details) at\s+\S+|could get access_token by getStableAccessToken,?|view more at\s+\S+|\b(?:rid|hints?)\s*[:=]\s*\S+/gi;
/** Parts before a message: time, level, names in brackets, the class of an exception. */
const BEFORE =
  /^(?:\s*(?:\[[^\]\n]{0,60}\]|\d{4}-\d\d-\d\d[T ][\d:.,]+Z?|(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|(?:Caused by|Uncaught|Error|Exception)\b|[\w.$\\]*(?:Error|Exception|Fault)\b)[\s:：\-–]*)+/;

/** Replaces what is added to messages, and parts with numbers but without a code, by spaces. */
const withoutAdded = (text: string) => TAILS.reduce((rest, tail) => rest.replace(tail, ' '), text.replace(ADDED, ' '));

const trimmed = (raw: string) =>
  withoutAdded(raw)
    .replace(/[\s,;:.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

const QUOTED =
  /err_?msg(?:["'\\\s:=>]|&quot;|%22|%3A){1,12}([^"\\\n&%]{2,300})|"(?:message|msg)"\s*:\s*"([^"]{2,300})"/i;

/**
 * Returns the message of a response, to search for; for a short text without one, the text.
 * @example messageOf('ValueError: api unauthorized rid: 6533ad4a-49397ede-80119039') // → 'api unauthorized'
 */
export function messageOf(text: string): string {
  const quoted = QUOTED.exec(text);
  const raw = quoted?.[1] ?? quoted?.[2] ?? (text.length <= 400 ? text : '');
  const message = trimmed(raw);
  return trimmed(message.replace(BEFORE, '')) || message;
}

/** Returns the message quoted beside a code: after its key in the next 300 characters, or before it. */
export function quotedBeside(text: string, start: number, end: number): string {
  const after = QUOTED.exec(text.slice(end, end + 300));
  const before = after ? null : QUOTED.exec(text.slice(Math.max(0, start - 200), start));
  const plain = /^["'\]):,\s-]{1,6}([A-Za-z\u4e00-\u9fff][^"\n{}]{3,200})/.exec(text.slice(end, end + 220));
  return trimmed(after?.[1] ?? after?.[2] ?? before?.[1] ?? before?.[2] ?? plain?.[1] ?? '');
}

const bare = (text: string) => squeeze(normalise(text));

/** Tells whether a quoted message is the literal of an entry, or begins with it. */
export function sameMessage(quoted: string, errmsg: string): boolean {
  const literal = bare(errmsg);
  return literal.length > 3 && bare(quoted).startsWith(literal);
}

/** A code in lower-case words is not WeChat's, so neither is its message. */
const OTHER_CODE = /["']code["']\s*:\s*["'][a-z][a-z_]{3,}["']/;

/** Returns whether the message in a text is another program's. */
export const isForeign = (text: string): boolean => OTHER_CODE.test(text);

type Literal = { entry: LookupEntry; han: boolean; text: string };

const literals = new WeakMap<readonly LookupEntry[], Literal[]>();

/** Returns the entries' texts that are long enough to search for, normalised, the longest first; cached. */
function literalsOf({ entries, variants }: Pick<LookupData, 'entries' | 'variants'>): Literal[] {
  const before = literals.get(entries);
  if (before) return before;
  const made = entries.flatMap((entry) =>
    [entry.errmsg, entry.zh].flatMap((literal): Literal[] => {
      const plain = normalise(literal, variants);
      const han = isHan(plain);
      const text = han ? squeeze(plain) : spaced(plain);
      return text.trim().length < (han ? SHORTEST.han : SHORTEST.latin) ? [] : [{ entry, han, text }];
    }),
  );
  made.sort((a, b) => b.text.length - a.text.length);
  literals.set(entries, made);
  return made;
}

/** Whether a text is long enough to be WeChat's without further signs, unlike “not found”. */
const isLong = ({ han, text }: Literal) =>
  han ? text.length >= 8 : text.length >= 20 && text.trim().split(' ').length >= 4;

/**
 * Returns the entries whose whole message or Chinese text is in a text, the longest first. For texts without a code.
 * @param wechat whether the text is about WeChat; if not, only long messages count
 * @example entriesSaying('…提示 component ticket is invalid hint: [x]', data, true)[0]?.code // → '61006'
 */
export function entriesSaying(
  text: string,
  data: Pick<LookupData, 'entries' | 'variants'>,
  wechat: boolean,
): LookupEntry[] {
  if (isForeign(text)) return [];
  const plain = normalise(withoutAdded(text.slice(0, READ)), data.variants);
  const words = spaced(plain);
  const joined = squeeze(plain);
  const found = literalsOf(data).filter(
    (literal) => (wechat || isLong(literal)) && (literal.han ? joined : words).includes(literal.text),
  );
  return [...new Set(found.map(({ entry }) => entry))];
}
