/** An element, as W3C WebDriver names it. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
export type ElementRef = { readonly [ELEMENT]: string };
export const idOf = (element: ElementRef): string => element[ELEMENT];

/** One browser with an empty profile, driven by the commands of W3C WebDriver that the journey needs. */
export interface Session {
  /** `Firefox 153.7`. */
  readonly name: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs the body of a function in the page. */
  run<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  click(element: ElementRef): Promise<void>;
  /** Types; into a file field the path of the file. */
  type(element: ElementRef, text: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that can, or cannot, be tried here. */
export interface Engine {
  readonly name: string;
  /** Why it cannot run on this machine; null where it can. */
  missing(): string | null;
  start(): Promise<Session>;
}

/** Keys that are no characters. */
export const END = '\uE010';

/** Asks again until there is an answer: pages draw when they are ready. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>, most = 20_000): Promise<T> {
  const end = Date.now() + most;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
