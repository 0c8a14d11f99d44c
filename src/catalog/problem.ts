/** A problem in a data file, described so that an editor can find and fix it. */
export type Problem = {
  file: string;
  /** 1-based; absent when the problem concerns the whole file. */
  line?: number;
  column?: string;
  /** The problem, then what to do about it. */
  message: string;
};

/**
 * Returns a problem as one line of text.
 * @example formatProblem({ file: 'data/codes.csv', line: 41, column: 'en', message: 'missing; every entry needs an English meaning' })
 *   // → 'data/codes.csv:41 en: missing; every entry needs an English meaning'
 */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}${line ? `:${line}` : ''}${column ? ` ${column}` : ''}: ${message}`;
}

/** Thrown when the catalog has problems. The message lists all of them, one per line. */
export class CatalogError extends Error {
  override name = 'CatalogError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data`;
    super([count, ...problems.map(formatProblem)].join('\n'));
    this.problems = problems;
  }
}
