import { fitLine } from './line.ts';
import { median } from './robust.ts';

/**
 * Pulls points further than 3·1.4826·MAD from the least-squares line onto that bound (Hampel 1974, the 3-MAD rule; 1.4826·MAD is σ of
 * normal noise); below 6 points nothing. Assumes that fewer than half of the points are outliers. Unit of y.
 */
export function winsorise(y: Float64Array, t: Float64Array): Float64Array {
  const n = y.length;
  if (n < 6) return y;
  const { intercept, slope } = fitLine(y, t);
  const residuals = new Float64Array(n);
  for (let i = 0; i < n; i++) residuals[i] = y[i]! - (intercept + slope * t[i]!);
  const middle = median(residuals);
  const away = new Float64Array(n);
  for (let i = 0; i < n; i++) away[i] = Math.abs(residuals[i]! - middle);
  const bound = 3 * 1.4826 * median(away);
  if (!(bound > 0)) return y;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    out[i] = intercept + slope * t[i]! + Math.max(middle - bound, Math.min(middle + bound, residuals[i]!));
  }
  return out;
}
