import type { Mark } from '../picture/mark.ts';

export type Child = Node | string | null | false;
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void)>>;

/** An element with its attributes and children. Text stays text: nothing is ever read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(
    ...children.filter((child): child is Node | string => (typeof child === 'object' ? child !== null : child !== false && child !== '')),
  );
  return made;
}

/** A drawing as elements of the page. */
export function drawn({ tag, attributes, text, children = [] }: Mark): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text) made.textContent = text;
  made.append(...children.map(drawn));
  return made;
}
