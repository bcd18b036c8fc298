/** Means, medians, lines, and a bound on outliers. Units are those of the values. */

export function mean(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total / values.length;
}

export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return 0;
  return n % 2 ? sorted[(n - 1) / 2]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
}

/** Least-squares line y ≈ intercept + slope·t; slope 0 where all t are equal. */
export function fitLine(y: Float64Array, t: Float64Array): { intercept: number; slope: number } {
  const meanT = mean(t);
  const meanY = mean(y);
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < y.length; i++) {
    const dt = t[i]! - meanT;
    sxx += dt * dt;
    sxy += dt * (y[i]! - meanY);
  }
  const slope = sxx > 0 ? sxy / sxx : 0;
  return { intercept: meanY - slope * meanT, slope };
}

/** Pulls points further than 3·1.4826·MAD from the least-squares line onto that bound (Hampel's 3-MAD rule); below 6 points nothing. */
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
