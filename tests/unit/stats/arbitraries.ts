import fc from 'fast-check';

/** Figures of a usual size with a few decimals. */
export const figures = (minLength: number, maxLength: number) =>
  fc.array(
    fc.integer({ min: -4000, max: 4000 }).map((v) => v / 1000),
    { minLength, maxLength },
  );

/** Ascending steps of `n` readings, most one step apart. */
export const readingTimes = (n: number, first = 0) =>
  fc.array(fc.constantFrom(1, 1, 1, 2, 0.5, 4), { minLength: n, maxLength: n }).map((gaps) => {
    let now = first;
    return Float64Array.from(gaps, (gap) => (now += gap));
  });
