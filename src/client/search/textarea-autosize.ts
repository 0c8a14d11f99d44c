/** A text area as high as its text, for browsers that do not know `field-sizing` (Safari before 26.2). */

const known = CSS.supports('field-sizing', 'content');

/** Call it when the text has changed. How far the area may grow is said in its style. */
export function grow(area: HTMLTextAreaElement): void {
  if (known) return;
  area.style.height = '0';
  area.style.height = `${area.scrollHeight}px`;
}
