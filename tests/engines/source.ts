/** A function on its way into a page: as source, with JSON going in and coming out. */

/**
 * @returns the source of a function that takes the arguments as one JSON text and promises its answer as JSON
 * @example `(${jsonFunction((a: number) => a + 1)})('[1]')` // → a promise of '{"value":2}', where it is run
 */
export const jsonFunction = (run: (...args: never[]) => unknown): string =>
  `async (json) => JSON.stringify({ value: await (${run})(...JSON.parse(json)) })`;

/** Reads such an answer. A function that returned nothing gives undefined. */
export const readAnswer = <R>(json: string): R => (JSON.parse(json) as { value: R }).value;
