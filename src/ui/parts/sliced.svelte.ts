import { onMount } from 'svelte';

/** A page that draws at 60 frames a second has this long for work between two of them. */
const SLICE_MS = 8;

/**
 * The result of work that is done a few milliseconds at a time, so that the page answers in between; null until it is complete. Before the
 * page is printed the rest is done at once, and so is all of it where `atOnce` says so. To be called while a component is set up; `work`
 * begins anew when what it reads changes.
 */
export function sliced<T>(work: () => Generator<void, T>, atOnce = (): boolean => false): { readonly result: T | null } {
  let result = $state.raw<T | null>(null);
  let running: Generator<void, T> | null = null;
  function goOn(until: number): void {
    while (running) {
      const next = running.next();
      if (next.done) {
        result = next.value;
        running = null;
      } else if (performance.now() > until) return;
    }
  }
  $effect(() => {
    result = null;
    running = work();
    if (atOnce()) goOn(Infinity);
    let timer = setTimeout(function slice() {
      goOn(performance.now() + SLICE_MS);
      if (running) timer = setTimeout(slice);
    });
    return () => {
      clearTimeout(timer);
      running = null;
    };
  });
  onMount(() => {
    const finish = () => goOn(Infinity);
    window.addEventListener('beforeprint', finish);
    return () => window.removeEventListener('beforeprint', finish);
  });
  return {
    get result() {
      return result;
    },
  };
}
