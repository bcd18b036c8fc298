/**
 * Work that may be interrupted: it yields wherever it may pause, often, and returns its result. Run at once for small documents, or in
 * slices where the page has to stay responsive.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Longest that a slice holds the thread, in milliseconds: with what else a task does, well below the 50 that a person notices. */
const SLICE = 8;

/** Runs all steps without a pause. */
export function runAtOnce<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** Lets clicks and frames through. */
const pause = (): Promise<void> =>
  'scheduler' in globalThis && 'yield' in globalThis.scheduler
    ? globalThis.scheduler.yield()
    : new Promise((resolve) => {
        setTimeout(resolve, 0);
      });

/** Runs steps in slices of a few milliseconds each. */
export async function runInSlices<T>(steps: Steps<T>): Promise<T> {
  let begin = performance.now();
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    if (performance.now() - begin < SLICE) continue;
    await pause();
    begin = performance.now();
  }
}
