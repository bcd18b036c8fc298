/**
 * Natural process limits of individual values (XmR chart; Wheeler, 'Understanding Variation', 1993): centre ± 2.66 × mean moving range.
 * As NHS England makes them ('Making data count'), moving ranges of at least 3.267 × their mean are dropped once and the mean taken
 * again, so that one jump does not widen the limits. Assumes values in the order of time and roughly independent. Units of the values.
 */
const LIMIT_FACTOR = 2.66;
const RANGE_LIMIT_FACTOR = 3.267;

/** Mean moving range within each segment (no range is taken across a break), screened once. Null without a single range. */
export function meanMovingRange(segments: readonly ArrayLike<number>[], screen = true): number | null {
  const ranges: number[] = [];
  for (const values of segments) for (let i = 1; i < values.length; i++) ranges.push(Math.abs(values[i]! - values[i - 1]!));
  if (!ranges.length) return null;
  const meanOf = (some: readonly number[]) => {
    let mean = 0;
    for (const range of some) mean += range / some.length;
    return mean;
  };
  const all = meanOf(ranges);
  if (!screen) return all;
  const kept = ranges.filter((range) => range < RANGE_LIMIT_FACTOR * all);
  return kept.length ? meanOf(kept) : all;
}

/** Distance of the limits from the centre line. */
export const limitWidth = (meanRange: number): number => LIMIT_FACTOR * meanRange;
