/** Finds the code in a log that explains the others, by what the guides say. */
import type { Root } from '../pack.ts';

export type RootCause = {
  code: string;
  /** The codes of the text it explains. */
  explains: string[];
  why: { en: string; zh: string };
};

/** A code of the text, with the message beside it and the platforms it comes from. */
type Occurrence = { code: string; quoted: string; platforms: readonly string[] };

/** Whether two codes may belong together: no evidence shows different platforms. */
const together = (a: Occurrence, b: Occurrence) =>
  !a.platforms.length || !b.platforms.length || a.platforms.some((slug) => b.platforms.includes(slug));

/**
 * Returns the root cause; undefined unless a guide has it and the text has a code that it explains.
 * @example rootCause([{ code: '40001', … }, { code: '40164', … }], roots)?.code // → '40164'
 */
export function rootCause(occurrences: readonly Occurrence[], roots: readonly Root[]): RootCause | undefined {
  for (const { code, platform, explains, says = '', why } of roots) {
    const causing = occurrences.find(
      (each) =>
        each.code === code &&
        (!each.platforms.length || each.platforms.includes(platform)) &&
        each.quoted.toLowerCase().includes(says),
    );
    if (!causing) continue;
    const explained = occurrences.filter((other) => explains.includes(other.code) && together(causing, other));
    const codes = [...new Set(explained.map((other) => other.code))];
    if (codes.length) return { code, explains: codes, why };
  }
  return undefined;
}
