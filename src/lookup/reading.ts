/** What a text was found to say: the common result of reading a typed query and a paste. */
import type { CodeRange } from './families.ts';
import type { ClientError } from './paste/client-error.ts';
import type { Aside } from './paste/envelopes.ts';
import type { PlatformEvidence } from './paste/nearest-platform.ts';
import type { RootCause } from './paste/root-cause.ts';
import type { Why } from './paste/sightings.ts';
import type { Scope } from './platform-scope.ts';

export type FoundCode = {
  /** As the API gives it: ASCII digits and a plain minus, or a name in capitals. */
  code: string;
  /** Whether the catalog has it. */
  known: boolean;
  why: Why;
  /** 0 to 1; from 0.6 it is an answer. */
  confidence: number;
  /** In the text as given: from the key or the number to the end of the number, at its best occurrence. */
  span: [start: number, end: number];
  /** How often it occurs, and on which lines, from 1, in rising order. */
  count: number;
  lines: number[];
  /** The platform it comes from, where something shows it. */
  platform: PlatformEvidence | undefined;
  /** Where the code also comes from other platforms: what shows these. */
  furtherPlatforms: PlatformEvidence[];
  /** What its range says; only of a code the catalog does not have. */
  range: CodeRange | undefined;
};

export type TextReading = {
  kind: 'query' | 'paste';
  /** Answers: named codes first, each once, in the order they appear. Includes numbers the catalog does not have. */
  codes: FoundCode[];
  /** Codes of the catalog that merely occur in a text about WeChat. */
  possible: FoundCode[];
  /** Numbers around the failing code: wrappers, successes, HTTP statuses, cut numbers. */
  asides: Aside[];
  /** Of a query: what remains without codes and platform, to rank and highlight by. Of a paste: its message. */
  words: string;
  /** Of a text without a code: the codes whose whole message it contains, the longest message first. */
  said: string[];
  /** What shows the platform of the text as a whole; for a text without a code. */
  platform: PlatformEvidence | undefined;
  /** Platform named in a query. */
  scope: Scope | undefined;
  /** Other vendors whose codes stand in the text; their codes are left out. */
  vendors: string[];
  client: ClientError | undefined;
  root: RootCause | undefined;
};

/** Returns the codes of a reading in the order they should be answered, codes outside the catalog included. */
export const orderedCodes = ({ codes, said }: Pick<TextReading, 'codes' | 'said'>): string[] =>
  codes.length ? codes.map(({ code }) => code) : said;
