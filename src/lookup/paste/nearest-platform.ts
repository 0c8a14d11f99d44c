/** Determines each code's platform, or another vendor, from the nearest evidence. */
import type { CodeFacts } from '../code-facts.ts';
import type { Sign } from '../platform-signs.ts';
import { partitionPoint } from '../search/partition-point.ts';
import type { Layout, Range } from './layout.ts';
import { sameMessage } from './message.ts';

export type PlatformEvidence = {
  /** Slugs of all platforms the words fit; in a conflict those of both signs. */
  platforms: string[];
  /** The words of the text that are the evidence. */
  because: string;
  /** Line of these words, 1-based. */
  line: number;
  /** Two signs of equal weight and distance disagree. */
  conflict: boolean;
};

export type Origin = { evidence: PlatformEvidence | undefined; vendor: string | undefined };

/** Lines before and after a code that count as near it. */
const NEAR = 10;

/** Signs considered before and after a line. */
const MOST_SIGNS = 60;

/** `level`: 0 in the same object, 1 on the line, 2 in the block, 3 near, 4 elsewhere; `away`: lines between. */
type Placed = { sign: Sign; line: number; level: number; away: number };

/** Returns a sign with its distance from a code. Signs after the code count as farther. */
function placed(sign: Sign, line: number, at: { line: number; object: Range | undefined }, layout: Layout): Placed {
  const inside = at.object && sign.start >= at.object[0] && sign.end <= at.object[1];
  const lines = Math.abs(line - at.line);
  let level = 4;
  // Another vendor's host on the line of a response says more than a word in the response.
  if (inside || (lines === 0 && sign.vendor && sign.strength === 4)) level = 0;
  else if (lines === 0) level = 1;
  else if (layout.blockOf(line) === layout.blockOf(at.line)) level = 2;
  else if (lines <= NEAR) level = 3;
  const away = level < 2 ? 0 : line > at.line ? 2 * lines + 1 : 2 * lines;
  return { sign, line, level, away };
}

/** A host and a parameter that disagree are a conflict; only another vendor's host outweighs a parameter. */
const strengthOf = ({ sign }: Placed) => Math.min(sign.strength, 3);
const rank = (a: Placed, b: Placed) => a.level - b.level || strengthOf(b) - strengthOf(a) || a.away - b.away;

/** Returns the vendor of a code: one in its object, line or block; a farther one only without any sign of WeChat. */
function vendorOf(all: readonly Placed[]): string | undefined {
  for (let level = 0; level <= 2; level++) {
    const here = all.filter((each) => each.level === level);
    const strongest = (of: Placed[]) => Math.max(0, ...of.map(({ sign }) => sign.strength));
    const theirs = here.filter(({ sign }) => sign.vendor);
    const ours = here.filter(({ sign }) => !sign.vendor && (sign.strength > 1 || sign.platforms.length));
    if (strongest(theirs) > strongest(ours)) return theirs.sort(rank)[0]?.sign.vendor;
    if (ours.length) return undefined;
  }
  return all.some(({ sign }) => !sign.vendor) ? undefined : all[0]?.sign.vendor;
}

/** Narrows a set of platforms by further signs, nearest first, as long as they do not contradict it. */
function narrowed(first: readonly string[], others: readonly Placed[]): string[] {
  return others.reduce<string[]>(
    (kept, { sign }) => {
      const both = kept.filter((slug) => sign.platforms.includes(slug));
      return both.length ? both : kept;
    },
    [...first],
  );
}

function evidenceOf(all: readonly Placed[]): PlatformEvidence | undefined {
  const about = all.filter(({ sign }) => sign.platforms.length);
  if (!about.length) return undefined;
  const best = about.reduce((a, b) => (rank(b, a) < 0 ? b : a));
  // Only a sign that fits several platforms is narrowed by those farther away.
  const signs =
    best.sign.platforms.length > 1 ? about.sort(rank) : [best, ...about.filter((each) => rank(each, best) === 0)];
  const equal = signs.filter(
    ({ level, away, sign }) =>
      level === best.level && away === best.away && Math.min(sign.strength, 3) === strengthOf(best),
  );
  const against = equal.find(({ sign }) => !sign.platforms.some((slug) => best.sign.platforms.includes(slug)));
  const narrow = against
    ? [...new Set([...best.sign.platforms, ...against.sign.platforms])]
    : narrowed(best.sign.platforms, signs);
  // Show the most specific words for these platforms.
  const shown = against
    ? best
    : (signs.find(({ sign, level }) => level === best.level && sign.platforms.length === narrow.length) ?? best);
  return {
    platforms: narrow,
    because: against ? `${best.sign.words} · ${against.sign.words}` : shown.sign.words,
    line: shown.line,
    conflict: against !== undefined,
  };
}

/** Returns the platforms of a code's entries whose message the text quotes, if other entries have another message. */
function byMessage(code: string, quoted: string, facts: CodeFacts): string[] {
  const entries = facts.entriesOf(code);
  if (!quoted || entries.length < 2 || entries.some(({ errmsg }) => !errmsg)) return [];
  const same = entries.filter(({ errmsg }) => sameMessage(quoted, errmsg));
  return same.length < entries.length ? same.flatMap(({ platforms }) => platforms) : [];
}

/** More platforms than this do not show where an unknown code comes from. */
const FEW = 3;

/** Narrows a broad sign, such as a shared host, to the platforms that have the code. */
function withMeaning(evidence: PlatformEvidence, code: string, facts: CodeFacts): PlatformEvidence | undefined {
  if (evidence.platforms.length < 2 || evidence.conflict) return evidence;
  const there = evidence.platforms.filter((slug) => facts.platformsOf(code).includes(slug));
  if (there.length) return { ...evidence, platforms: there };
  return facts.known(code) || evidence.platforms.length <= FEW ? evidence : undefined;
}

/** A code to find the platform of: its position, and the message quoted beside it. */
type Asked = { code: string; at: number; quoted: string };

/** Returns a function that finds a code's origin. Signs are indexed once, so that a log with many codes stays fast. */
export function originFinder(signs: readonly Sign[], layout: Layout, facts: CodeFacts): (asked: Asked) => Origin {
  const lined = signs.map((sign) => ({ sign, line: layout.lineOf(sign.start) }));
  // Of distant signs only the first of each kind matters.
  const kinds = new Map<string, (typeof lined)[number]>();
  for (const each of lined) {
    const kind = `${each.sign.vendor ?? ''} ${each.sign.platforms.join()} ${each.sign.strength}`;
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  const far = [...kinds.values()];
  const firstFrom = (line: number) => partitionPoint(lined, (each) => each.line < line);
  /** Looks further back than NEAR, because traces are long; the number of signs is bounded. */
  const around = (line: number) => {
    const [from, to] = [firstFrom(line - 4 * NEAR), firstFrom(line + NEAR + 1)];
    const here = firstFrom(line);
    return lined.slice(Math.max(from, here - MOST_SIGNS), Math.min(to, here + MOST_SIGNS));
  };
  return ({ code, at, quoted }) => {
    const here = { line: layout.lineOf(at), object: layout.objectAround(at) };
    const all = [...around(here.line), ...far].map(({ sign, line }) => placed(sign, line, here, layout));
    const said = byMessage(code, quoted, facts);
    if (said.length) {
      const sign: Sign = { platforms: said, strength: 3, start: at, end: at, words: quoted.slice(0, 40) };
      all.push({ sign, line: here.line, level: 0, away: 0 });
    }
    const vendor = vendorOf(all);
    const evidence = vendor ? undefined : evidenceOf(all);
    return { vendor, evidence: evidence && withMeaning(evidence, code, facts) };
  };
}
