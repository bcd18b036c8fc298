import { mean } from '../../../src/domain/stats/robust.ts';
import { tQuantile } from './t-quantile.ts';

/**
 * Grubbs' test for one outlier (Grubbs 1950; NIST/SEMATECH e-Handbook 1.3.5.17.1), of the largest value: G = (max − mean)/sd, an outlier
 * where G exceeds (n − 1)/√n · √(t²/(n − 2 + t²)), t the upper α/n quantile of Student's t with n − 2 degrees of freedom. G in σ. Assumes
 * independent normal readings about a constant level, at least 3.
 */
export function grubbsOf(y: readonly number[]): number {
  const middle = mean(y);
  let squares = 0;
  for (const v of y) squares += (v - middle) ** 2;
  return (Math.max(...y) - middle) / Math.sqrt(squares / (y.length - 1));
}

export function grubbsCritical(n: number, alpha: number): number {
  const t = tQuantile(1 - alpha / n, n - 2);
  return ((n - 1) / Math.sqrt(n)) * Math.sqrt((t * t) / (n - 2 + t * t));
}
