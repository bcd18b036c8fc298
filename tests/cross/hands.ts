import { until, type ElementRef, type Session } from './session.ts';

/** Finds by selector and visible name; what is hidden is not there. `name` is a part of the text, label or accessible name. */
const FIND = `
  const [selector, name] = arguments;
  const labelOf = (node) => [node.getAttribute('aria-label'), ...[...(node.labels ?? [])].map((label) => label.textContent), node.textContent].filter(Boolean).join(' ');
  const seen = (node) => node.type === 'file' || (node.checkVisibility ? node.checkVisibility() : node.getClientRects().length > 0);
  return [...document.querySelectorAll(selector)].find((node) => seen(node) && !node.disabled && labelOf(node).includes(name)) ?? null;`;

/** What a person does with a page. */
export function handsOf(session: Session) {
  const find = (selector: string, name = '') =>
    until<ElementRef>(`${selector} ${name}`, () => session.run<ElementRef | null>(FIND, selector, name));
  return {
    find,
    press: async (selector: string, name = '') => session.click(await find(selector, name)),
    write: async (selector: string, name: string, text: string) => session.type(await find(selector, name), text),
    /** Lists and days have pickers of their own in each engine: the choice is made as they would report it. */
    choose: async (selector: string, name: string, label: string) => {
      const field = await find(selector, name);
      await session.run(
        `const [field, label] = arguments;
         field.value = field.options ? [...field.options].find((option) => option.text.trim() === label).value : label;
         for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));`,
        field,
        label,
      );
    },
    read: (selector: string) =>
      until<string>(selector, () =>
        session.run<string | null>(
          `const node = document.querySelector(arguments[0]); return node && (node.value ?? node.innerText)`,
          selector,
        ),
      ),
    says: (text: string) => until(`“${text}”`, () => session.run<boolean>('return document.body.innerText.includes(arguments[0])', text)),
  };
}
