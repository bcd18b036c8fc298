/** Well below the 50 ms from which a page feels stuck, with room for one piece of work that takes long itself. */
const SLICE_MS = 8;

/** What slow work has brought so far. */
export interface Sliced<R> {
  /** Results of the first items, in their order. */
  readonly done: readonly R[];
  readonly finished: boolean;
}

/**
 * Slow work on each item of a list, a few milliseconds at a time, so that the page is drawn and answers in between. Begins anew when the
 * list is another. To be called while a component is set up.
 */
export function inSlices<T, R>(items: () => readonly T[], work: (item: T) => R): Sliced<R> {
  let state = $state.raw<{ items: readonly T[] | null; done: readonly R[] }>({ items: null, done: [] });
  $effect(() => {
    const list = items();
    const done: R[] = [];
    let timer = setTimeout(next);
    function next() {
      const end = performance.now() + SLICE_MS;
      while (done.length < list.length && performance.now() < end) done.push(work(list[done.length]!));
      state = { items: list, done: [...done] };
      if (done.length < list.length) timer = setTimeout(next);
    }
    return () => clearTimeout(timer);
  });
  const current = () => (state.items === items() ? state.done : []);
  return {
    get done() {
      return current();
    },
    get finished() {
      return state.items === items() && state.done.length === items().length;
    },
  };
}
