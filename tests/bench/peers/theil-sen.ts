import { median } from '../../../src/domain/stats/robust.ts';

/**
 * Theil–Sen slope (Theil 1950; Sen 1968): the median of the slopes between all pairs of readings, which up to 29% of outliers cannot
 * spoil. Unit of y per step; readings one step apart.
 */
export function theilSen(y: readonly number[]): number {
  const slopes: number[] = [];
  for (let j = 1; j < y.length; j++) for (let i = 0; i < j; i++) slopes.push((y[j]! - y[i]!) / (j - i));
  return median(slopes);
}
