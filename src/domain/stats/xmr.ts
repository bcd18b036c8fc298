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

export interface NaturalLimits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** Distance of the limits from the centre line. */
export const limitWidth = (meanRange: number): number => LIMIT_FACTOR * meanRange;

/** Limits about the mean of a series; null below two values. */
export function naturalLimits(values: ArrayLike<number>, screen = true): NaturalLimits | null {
  const range = meanMovingRange([values], screen);
  if (range === null) return null;
  let centre = 0;
  for (let i = 0; i < values.length; i++) centre += values[i]! / values.length;
  return { centre, lower: centre - limitWidth(range), upper: centre + limitWidth(range) };
}

export type Assurance = 'consistently-meets' | 'hit-and-miss' | 'consistently-fails';

/** NHS assurance: will the process meet its target as it runs? By the limits against the target to keep at least or at most. */
export function assuranceOf(lower: number, upper: number, target: number, direction: 'at-least' | 'at-most'): Assurance {
  if (direction === 'at-least') return lower > target ? 'consistently-meets' : upper < target ? 'consistently-fails' : 'hit-and-miss';
  return upper < target ? 'consistently-meets' : lower > target ? 'consistently-fails' : 'hit-and-miss';
}
