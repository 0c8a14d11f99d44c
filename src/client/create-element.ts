/**
 * Creates an element with attributes and children. Strings are added as text, so that input and data cannot become
 * markup.
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
