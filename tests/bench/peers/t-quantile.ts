import { tCdf } from '../../../src/domain/stats/student-t.ts';

/**
 * Quantile of Student's t (Student 1908) with v > 0 degrees of freedom, 0 < p < 1: the root of its distribution function by bisection on the
 * lower tail. From v = 10⁹ on the normal quantile. No unit.
 */
export function tQuantile(p: number, v: number): number {
  const tail = Math.min(p, 1 - p);
  let [low, high] = [-1, 0];
  while (tCdf(low, v) > tail && low > -1e300) low *= 2;
  for (let i = 0; i < 200 && high - low > 1e-15 * Math.abs(low); i++) {
    const middle = (low + high) / 2;
    if (tCdf(middle, v) < tail) low = middle;
    else high = middle;
  }
  return ((p < 0.5 ? 1 : -1) * (low + high)) / 2;
}
