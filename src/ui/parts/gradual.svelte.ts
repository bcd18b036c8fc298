/**
 * How many rows of a long list are drawn: a few at once, the rest a few at a time, so that the page answers in between. To be called while a
 * component is set up; `total` is the length of the list. Begins anew when `of` is another: drawn as one, the change would take as long.
 */
export function gradually(total: () => number, step: number, of: () => unknown = () => null): { readonly shown: number } {
  let drawn = $state.raw<{ of: unknown; shown: number }>({ of: of(), shown: step });
  const shown = () => (drawn.of === of() ? drawn.shown : step);
  $effect(() => {
    const now = { of: of(), shown: shown() };
    if (now.shown >= total()) return;
    const timer = setTimeout(() => (drawn = { of: now.of, shown: now.shown + step }));
    return () => clearTimeout(timer);
  });
  return {
    get shown() {
      return shown();
    },
  };
}
