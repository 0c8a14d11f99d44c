/** Copying, and saying so: on the button for a moment, and to screen readers. */

/** Whether the text is in the clipboard now; it is not where the browser or its user denies it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const SHOWN_MS = 2000;
const labels = new WeakMap<HTMLElement, string>();

/** Shows for a moment on the button how copying went, and announces it through the page's `[data-copy-status]`. */
export function sayCopied(button: HTMLElement, done: boolean, said: string): void {
  const label = labels.get(button) ?? button.textContent ?? '';
  labels.set(button, label);
  const announcer = document.querySelector<HTMLElement>('[data-copy-status]');
  if (announcer) announcer.textContent = said;
  // A sign of one character stays one, so that its row does not move.
  button.textContent = label.length > 1 ? said : done ? '✓' : '!';
  setTimeout(() => {
    button.textContent = label;
    if (announcer) announcer.textContent = '';
  }, SHOWN_MS);
}
