/**
 * How many rows of a long list are drawn: a few at once, the rest a few at a time, so that the page answers in between. To be called while a
 * component is set up; `total` is the length of the list. Begins anew when `of` is another: drawn as one, the change would take as long.
 * `first`: as many at a time when the list is drawn for the first time, and each row is made.
 */
export function gradually(total: () => number, step: number, of: () => unknown = () => null, first = step): { readonly shown: number } {
  const begun = of();
  let drawn = $state.raw<{ of: unknown; shown: number }>({ of: begun, shown: first });
  const shown = () => (drawn.of === of() ? drawn.shown : step);
  $effect(() => {
    const now = { of: of(), shown: shown() };
    if (now.shown >= total()) return;
    const more = now.of === begun ? first : step;
    const timer = setTimeout(() => (drawn = { of: now.of, shown: now.shown + more }));
    return () => clearTimeout(timer);
  });
  return {
    get shown() {
      return shown();
    },
  };
}
