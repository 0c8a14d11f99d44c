/** The keys of a search box: arrows move between the field and the results, Enter opens, Escape leaves. */

export type KeyContext = {
  /** What has the focus: the field, the result link of this index, or something else in the box. */
  focus: 'field' | 'other' | number;
  /** Number of results shown; undefined while the results are hidden. */
  results: number | undefined;
  /** Whether the field has several lines: then the arrows move in its text. */
  isMultiline: boolean;
  /** Whether Enter in the field must open a result; in a one-line field the form does it. */
  opensOnEnter: boolean;
};

/** A number is the index of the result link to focus. */
export type KeyAction = 'open' | 'leave' | 'focus-field' | number;

/**
 * Returns what a key does; undefined for what the browser does with it.
 * @example keyAction({ key: 'ArrowDown', shiftKey: false }, { focus: 'field', results: 3, … }) // → 0
 */
export function keyAction(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { focus, results, isMultiline, opensOnEnter }: KeyContext,
): KeyAction | undefined {
  if (key === 'Enter') return focus === 'field' && opensOnEnter && !shiftKey ? 'open' : undefined;
  if (key === 'Escape') return focus === 'field' ? 'leave' : 'focus-field';
  if ((key !== 'ArrowDown' && key !== 'ArrowUp') || results === undefined || focus === 'other') return undefined;
  if (focus === 'field') {
    if (isMultiline) return undefined;
    return key === 'ArrowDown' && results ? 0 : 'focus-field';
  }
  if (key === 'ArrowUp') return focus ? focus - 1 : 'focus-field';
  return Math.min(focus + 1, results - 1);
}
