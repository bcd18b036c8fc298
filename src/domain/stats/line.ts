import { mean } from './robust.ts';

/**
 * Least-squares line y ≈ intercept + slope·t (Legendre 1805): slope = Σ(t − t̄)(y − ȳ)/Σ(t − t̄)², 0 where all t are equal. Unit of y, and of y
 * per step. The line itself assumes nothing; its slope is the best estimate where the noise is independent and even.
 */
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
