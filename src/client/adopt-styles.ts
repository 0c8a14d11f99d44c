/** Styles of elements that only scripts create. They are in the script (`?inline`) instead of in every page. */
const adopted = new Set<string>();

/** Adds styles to the page, once. */
export function adopt(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
