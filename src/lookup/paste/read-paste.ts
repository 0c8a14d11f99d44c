/**
 * Finds WeChat error codes in pasted text: responses, logs, dumps, traces, tickets. Pure, and linear in time: it goes
 * from one key or number to the next and reads a bounded stretch around each.
 *
 * It does not decode the text (JSON in JSON, HTML entities, URL encoding …). These encodings leave keys and digits
 * unchanged, so the patterns only need to allow for everything between a key and its value, and positions stay valid.
 */
import type { CodeFacts } from '../code-facts.ts';
import { codeRange } from '../families.ts';
import type { FoundCode, TextReading } from '../reading.ts';
import { mentionsWechat } from '../vendors.ts';
import { clean } from './clean-paste.ts';
import { clientError } from './client-error.ts';
import { blank } from './decoys.ts';
import { unwrap } from './envelopes.ts';
import { layout } from './layout.ts';
import { messageOf, quotedBeside } from './message.ts';
import { type Origin, originFinder, type PlatformEvidence } from './nearest-platform.ts';
import { rootCause } from './root-cause.ts';
import { bareSightings, keyedSightings, nameSightings, type Sighting, urlSightings } from './sightings.ts';

/** Characters read; the rest of a longer paste is ignored. */
const MOST = 1_000_000;
/** Minimum confidence of a code that the text names, and of a number in a code's position. */
const NAMED = 0.8;
const ANSWER = 0.6;

/** Occurrences per code whose message is read; logs repeat the same message. */
const QUOTED = 20;

type Located = Sighting & { quoted: string; line: number; origin: Origin };

/** Drops numbers with a leading zero, which are not codes; -0 becomes 0. */
const valid = (sightings: readonly Sighting[]): Sighting[] =>
  sightings.filter(({ code }) => !/^-?0\d/.test(code)).map((one) => (one.code === '-0' ? { ...one, code: '0' } : one));

/** Returns the most confident sighting per position, in text order. */
function distinct(sightings: readonly Sighting[]): Sighting[] {
  const byEnd = new Map<number, Sighting>();
  for (const one of sightings) {
    const other = byEnd.get(one.end);
    if (!other || one.confidence > other.confidence) byEnd.set(one.end, one);
  }
  return [...byEnd.values()].sort((a, b) => a.start - b.start);
}

/** Merges the occurrences of one code: its best position, all its lines, all its evidence. */
function together(same: readonly Located[], facts: CodeFacts, place: (at: number) => number): FoundCode {
  const best = same.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const evidence = new Map<string, PlatformEvidence>();
  for (const { origin } of [best, ...same]) {
    const key = origin.evidence?.platforms.join() ?? '';
    if (origin.evidence && !evidence.has(key)) evidence.set(key, origin.evidence);
  }
  const [platform, ...furtherPlatforms] = evidence.values();
  return {
    code: best.code,
    known: facts.known(best.code),
    why: best.why,
    confidence: best.confidence,
    span: [place(best.start), place(best.end - 1) + 1],
    count: same.length,
    lines: [...new Set(same.map(({ line }) => line))],
    platform,
    furtherPlatforms,
    range: facts.known(best.code) ? undefined : codeRange(best.code, facts.data),
  };
}

/** Separates answers from codes that merely occur. A bare number beside a named code is a size, a line or an id. */
function ranked(found: readonly FoundCode[]): Pick<TextReading, 'codes' | 'possible'> {
  const first = ({ confidence }: FoundCode) => (confidence >= NAMED ? 0 : confidence >= ANSWER ? 1 : 2);
  const sorted = [...found].sort((a, b) => first(a) - first(b) || a.span[0] - b.span[0]);
  const named = sorted.some((one) => first(one) === 0);
  const answers = sorted.filter((one) => first(one) < 2 || !named);
  return { codes: answers, possible: sorted.filter((one) => !answers.includes(one)) };
}

/**
 * Reads a paste. Never throws; `codes` is empty if the text has no code.
 * @example readPaste('{"errcode":40013,"errmsg":"invalid appid rid: 6253a5b1-40164-0b7c"}', facts).codes[0]?.code // → '40013'
 */
export function readPaste(original: string, facts: CodeFacts): Omit<TextReading, 'said'> {
  const { text: full, offsets } = clean(original.slice(0, MOST));
  const place = (at: number) => offsets[at] ?? original.length;
  const signs = facts.findSigns(full);
  const wechat = mentionsWechat(full) || signs.some(({ platforms }) => platforms.length > 0);
  const gate = { known: facts.known, wechat };
  const text = blank(full);
  const sightings = valid([
    ...urlSightings(full),
    ...keyedSightings(text, gate),
    ...bareSightings(text, gate),
    ...nameSightings(text, gate),
  ]);
  const where = layout(full);
  const { codes, asides } = unwrap(distinct(sightings), full, where, facts.known);
  const originOf = originFinder(signs, where, facts);
  const seen = new Map<string, number>();
  const located = codes.map((one): Located => {
    const before = seen.get(one.code) ?? 0;
    seen.set(one.code, before + 1);
    const quoted = before < QUOTED ? quotedBeside(full, one.start, one.end) : '';
    return { ...one, quoted, line: where.lineOf(one.end), origin: originOf({ code: one.code, at: one.end, quoted }) };
  });
  const ours = located.filter(({ origin }) => !origin.vendor);
  const byCode = new Map<string, Located[]>();
  for (const one of ours) {
    const same = byCode.get(one.code);
    if (same) same.push(one);
    else byCode.set(one.code, [one]);
  }
  const answer = ranked([...byCode.values()].map((same) => together(same, facts, place)));
  const answered = new Set(answer.codes.map(({ code }) => code));
  const vendors = located.flatMap(({ origin }) => origin.vendor ?? []);
  // Without any sign of WeChat, a vendor is returned even if the text has no code.
  const named = signs.every(({ vendor }) => vendor) ? signs.flatMap(({ vendor }) => vendor ?? []) : [];
  return {
    kind: 'paste',
    ...answer,
    asides,
    words: messageOf(full),
    platform: originOf({ code: '', at: 0, quoted: '' }).evidence,
    scope: undefined,
    vendors: [...new Set([...vendors, ...named])],
    client: clientError(full),
    root: rootCause(
      ours
        .filter(({ code }) => answered.has(code))
        .map(({ code, quoted, origin }) => ({ code, quoted, platforms: origin.evidence?.platforms ?? [] })),
      facts.data.roots,
    ),
  };
}
