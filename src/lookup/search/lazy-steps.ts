/** A value whose computation can be advanced in small steps while the page is idle. */
export type LazySteps<T> = {
  /** Returns the value. Runs the remaining steps first. */
  get(): T;
  /** Runs one more step. @returns whether the value is ready */
  step(): boolean;
};

/**
 * @param compute yields between its steps and returns the value; it runs once
 * @example
 * const sum = lazySteps(function* () { yield; return 3; });
 * sum.step() // → false
 * sum.get() // → 3
 */
export function lazySteps<T>(compute: () => Generator<void, T>): LazySteps<T> {
  let steps: Generator<void, T> | undefined;
  let result: { value: T } | undefined;
  const step = () => {
    if (result) return true;
    steps ??= compute();
    const next = steps.next();
    if (next.done) result = { value: next.value };
    return result !== undefined;
  };
  return {
    step,
    get() {
      while (!step());
      return (result as { value: T }).value;
    },
  };
}
