/** The result of reading a text, the same for a typed query and a paste. */
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
  /** Position of the best occurrence in the original text, from the key or the number to the end of the number. */
  span: [start: number, end: number];
  /** The number of occurrences, and their lines, 1-based and ascending. */
  count: number;
  lines: number[];
  /** The platform it comes from, if the text shows it. */
  platform: PlatformEvidence | undefined;
  /** Evidence of further platforms that the code also comes from. */
  furtherPlatforms: PlatformEvidence[];
  /** Description of its range; only for a code that the catalog does not have. */
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
  /** For a query: the text without codes and platform, to rank and highlight by. For a paste: its message. */
  words: string;
  /** For a text without a code: the codes whose whole message it contains, the longest message first. */
  said: string[];
  /** Evidence of the platform of the whole text; for a text without a code. */
  platform: PlatformEvidence | undefined;
  /** Platform named in a query. */
  scope: Scope | undefined;
  /** Other vendors whose codes are in the text; these codes are left out. */
  vendors: string[];
  client: ClientError | undefined;
  root: RootCause | undefined;
};
