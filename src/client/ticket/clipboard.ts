/** Copies text and confirms it: on the button for a moment, and to screen readers. */

/** @returns false where the browser or its user denies access to the clipboard */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const CONFIRMATION_MS = 2000;
const labels = new WeakMap<HTMLElement, string>();

/** Shows a message on the button for a moment, and announces it through the page's `[data-copy-status]`. */
export function confirmCopy(button: HTMLElement, isCopied: boolean, message: string): void {
  const label = labels.get(button) ?? button.textContent ?? '';
  labels.set(button, label);
  const announcer = document.querySelector<HTMLElement>('[data-copy-status]');
  if (announcer) announcer.textContent = message;
  // A label of one character is replaced by one, so that its row does not move.
  button.textContent = label.length > 1 ? message : isCopied ? '✓' : '!';
  setTimeout(() => {
    button.textContent = label;
    if (announcer) announcer.textContent = '';
  }, CONFIRMATION_MS);
}
