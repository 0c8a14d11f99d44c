/** A value that takes a while to make: made at once when it is asked for, or bit by bit before that. */
export type Gradual<T> = {
  /** The value. Makes what is still to be made. */
  get(): T;
  /** Makes one more bit. @returns whether the value is there */
  step(): boolean;
};

/**
 * @param making yields between its bits and returns the value; it runs once
 * @example
 * const sum = gradual(function* () { yield; return 3; });
 * sum.step() // → false
 * sum.get() // → 3
 */
export function gradual<T>(making: () => Generator<void, T>): Gradual<T> {
  let bits: Generator<void, T> | undefined;
  let made: { value: T } | undefined;
  const step = () => {
    if (made) return true;
    bits ??= making();
    const next = bits.next();
    if (next.done) made = { value: next.value };
    return made !== undefined;
  };
  return {
    step,
    get() {
      while (!step());
      return (made as { value: T }).value;
    },
  };
}
