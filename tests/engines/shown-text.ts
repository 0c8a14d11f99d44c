/** Runs in the page: the first element's text without what is hidden and with its line breaks; null when there is none. */
export const shownText = (selector: string): string | null =>
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees is asked for, not what the document holds.
  document.querySelector<HTMLElement>(selector)?.innerText.trim() ?? null;
