/**
 * How many rows of a long list are drawn: a few at once, the rest a few at a time, so that the page answers in between. To be called while a
 * component is set up; `total` is the length of the list.
 */
export function gradually(total: () => number, step: number): { readonly shown: number } {
  let shown = $state(step);
  $effect(() => {
    if (shown >= total()) return;
    const timer = setTimeout(() => (shown += step));
    return () => clearTimeout(timer);
  });
  return {
    get shown() {
      return shown;
    },
  };
}
