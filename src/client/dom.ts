/** Elements and styles that scripts add to a page. */

/**
 * Creates an element. Strings are added as text: nothing a reader types or the data contains can become markup.
 * @example element('p', { class: 'lead' }, 'a ', element('b', {}, 'c')).outerHTML // → '<p class="lead">a <b>c</b></p>'
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

export function button(label: string, onClick: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const node = element('button', { type: 'button', class: 'button', ...attributes }, label);
  node.addEventListener('click', onClick);
  return node;
}

const adopted = new Set<string>();

/**
 * Applies styles to this page, once. Styles of elements that only scripts create are imported with the script (`?inline`),
 * so that no page contains them.
 */
export function adoptStyles(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
