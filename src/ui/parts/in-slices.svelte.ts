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
    function workOn(end: number) {
      while (done.length < list.length && performance.now() < end) done.push(work(list[done.length]!));
      state = { items: list, done: [...done] };
    }
    function next() {
      workOn(performance.now() + SLICE_MS);
      if (done.length < list.length) timer = setTimeout(next);
    }
    // What is printed cannot be completed later.
    const finish = () => workOn(Infinity);
    window.addEventListener('beforeprint', finish);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('beforeprint', finish);
    };
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
