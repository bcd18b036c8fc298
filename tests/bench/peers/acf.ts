import { mean } from '../../../src/domain/stats/robust.ts';

/**
 * Autocorrelation at lags 1 … `lags` (Box & Jenkins 1970): Σ (y_i − ȳ)(y_{i+k} − ȳ) / Σ (y_i − ȳ)², the estimate of R's acf, which divides
 * both sums by n. No unit. Assumes a constant level and readings one step apart.
 */
export function acf(y: readonly number[], lags: number): number[] {
  const middle = mean(y);
  const away = y.map((v) => v - middle);
  const product = (k: number) => away.slice(k).reduce((sum, v, i) => sum + v * away[i]!, 0);
  const square = product(0);
  return Array.from({ length: lags }, (_, i) => product(i + 1) / square);
}
