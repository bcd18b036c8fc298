/**
 * Exponential smoothing with a damped trend (Gardner & McKenzie 1985; ETS(A, A_d, N) of Hyndman et al. 2002):
 *   ŷ = l + φb, l ← ŷ + αe, b ← φb + αβe;  mean(h) = l + b(φ + … + φ^h).
 * Assumes season-free readings; values in the unit of y. Parameters by least squares on a coarse grid: on the M3 competition no worse than
 * a search, at a hundredth of the time. Starts from the first reading and the mean step of the first eight. A gap of g steps (up to 3)
 * damps the trend g times.
 */
export interface Damped {
  readonly level: number;
  readonly trend: number;
  readonly phi: number;
}

const PHIS = [0.8, 0.9, 0.98] as const;
const ALPHAS = [0.1, 0.25, 0.4, 0.6, 0.8, 0.99] as const;
const BETAS = [0.05, 0.15, 0.35] as const;
const FIRST_STEPS = 8;

/** φ + … + φ^h, for fractions of a step too. */
const reach = (phi: number, h: number): number => (phi * (1 - phi ** h)) / (1 - phi);

/** At least 3 readings; `steps` from each reading to the next, 1 to 3. */
export function fitDamped(y: Float64Array, steps: Float64Array): Damped {
  const n = y.length;
  const first = Math.min(n - 1, FIRST_STEPS);
  let length = 0;
  for (let i = 0; i < first; i++) length += steps[i]!;
  const start = (y[first]! - y[0]!) / length;
  let best = { sse: Infinity, level: y[n - 1]!, trend: 0, phi: 0.9 };
  for (const phi of PHIS) {
    for (const alpha of ALPHAS) {
      for (const beta of BETAS) {
        let [level, trend, sse] = [y[0]!, start, 0];
        for (let i = 1; i < n && sse < best.sse; i++) {
          const g = steps[i - 1]!;
          const ahead = level + trend * (g === 1 ? phi : reach(phi, g));
          const e = y[i]! - ahead;
          sse += e * e;
          level = ahead + alpha * e;
          trend = trend * (g === 1 ? phi : phi ** g) + alpha * beta * e;
        }
        if (sse < best.sse) best = { sse, level, trend, phi };
      }
    }
  }
  return { level: best.level, trend: best.trend, phi: best.phi };
}

export const dampedMean = ({ level, trend, phi }: Damped, h: number): number => level + trend * reach(phi, h);
