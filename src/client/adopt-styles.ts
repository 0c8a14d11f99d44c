/** Styles of what only scripts draw: they come with the script (`?inline`), so that no page carries them. */
const adopted = new Set<string>();

/** Makes the styles hold on this page; once, however often it is called. */
export function adopt(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
