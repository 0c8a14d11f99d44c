/** Remembers the codes looked up on this device: their pages, never a text that was typed or pasted. */
const KEY = 'recent-codes';
const MAX = 6;

/** Returns the codes, the latest first. Empty where the browser keeps nothing. */
function read(): string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string' && /^[\w-]+$/.test(code)) : [];
  } catch {
    return [];
  }
}

/** Puts a code first. */
export function remember(code: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([code, ...read().filter((each) => each !== code)].slice(0, MAX)));
  } catch {
    // Storage is full or forbidden: nothing is remembered.
  }
}

/** Lists the codes in a `[data-recent]` element, before its button, which forgets them. */
export function showRecent(box: HTMLElement): void {
  const button = box.querySelector('button') as HTMLButtonElement;
  const codes = read();
  box.hidden = codes.length === 0;
  for (const code of codes) {
    const link = document.createElement('a');
    link.href = `${box.dataset.recent}${code}/`;
    link.textContent = code;
    button.before(link);
  }
  button.addEventListener('click', () => {
    localStorage.removeItem(KEY);
    box.hidden = true;
  });
}
