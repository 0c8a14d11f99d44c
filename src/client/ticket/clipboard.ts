/** Copies text and shows the result, on the button and to screen readers. */

/** Copies a text. @returns false if the browser or the reader denies it */
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

/** Shows a message on the button for SHOWN_MS, and announces it through the page's `[data-copy-status]`. */
export function showCopied(button: HTMLElement, done: boolean, message: string): void {
  const label = labels.get(button) ?? button.textContent ?? '';
  labels.set(button, label);
  const announcer = document.querySelector<HTMLElement>('[data-copy-status]');
  if (announcer) announcer.textContent = message;
  // A one-character label stays one character, so that its row does not shift.
  button.textContent = label.length > 1 ? message : done ? '✓' : '!';
  setTimeout(() => {
    button.textContent = label;
    if (announcer) announcer.textContent = '';
  }, SHOWN_MS);
}
