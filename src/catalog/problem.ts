/** One thing wrong with a data file, said so that an editor can find it and mend it. */
export type Problem = {
  file: string;
  /** 1-based; absent when the problem is the whole file's. */
  line?: number;
  column?: string;
  /** What is wrong, then what to do. */
  message: string;
};

/**
 * @example formatProblem({ file: 'data/codes.csv', line: 41, column: 'en', message: 'missing; every entry needs an English meaning' })
 *   // → 'data/codes.csv:41 en: missing; every entry needs an English meaning'
 */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}${line ? `:${line}` : ''}${column ? ` ${column}` : ''}: ${message}`;
}

/** Thrown when the catalog has problems. The message lists every one of them, a line each. */
export class CatalogError extends Error {
  override name = 'CatalogError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data`;
    super([count, ...problems.map(formatProblem)].join('\n'));
    this.problems = problems;
  }
}
