/** Resolves once what is on the screen now has been painted; at once on a page that nobody sees, which paints nothing. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/** Longest that something waits for an idle moment, in milliseconds. */
const PATIENCE = 500;

/** Resolves when the page has nothing better to do: for what may come after everything that the reader came for. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE });
    else setTimeout(resolve, PATIENCE / 2);
  });
