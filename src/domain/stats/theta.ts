import { fitLine } from './line.ts';
import { smooth, type Smoothed } from './smoothing.ts';

/**
 * The Theta method (Assimakopoulos & Nikolopoulos 2000), winner of the M3 competition, in the form of Hyndman & Billah 2003: simple
 * exponential smoothing with half the slope b of the least-squares line as drift, mean(h) = l + b/2 · (h − 1 + (1 − (1 − α)ⁿ)/α). Assumes
 * season-free readings; α on .1 … 1 by least squares. t in steps, ascending; values in the unit of y.
 */
export interface Theta {
  readonly level: number;
  readonly drift: number;
  /** Steps by which the line is ahead of the level, (1 − (1 − α)ⁿ)/α − 1. */
  readonly lead: number;
}

const ALPHAS: readonly number[] = Array.from({ length: 10 }, (_, i) => 0.1 * (i + 1));

/** Theta of readings that are smoothed already. */
export const thetaOf = ({ alpha, level }: Smoothed, y: Float64Array, t: Float64Array): Theta => ({
  level,
  drift: fitLine(y, t).slope / 2,
  lead: (1 - (1 - alpha) ** y.length) / alpha - 1,
});

export function fitTheta(y: Float64Array, t: Float64Array, steps: Float64Array): Theta {
  let best: Smoothed | null = null;
  for (const alpha of ALPHAS) {
    const fit = smooth(y, steps, alpha);
    if (!best || fit.sse < best.sse) best = fit;
  }
  return thetaOf(best!, y, t);
}

export const thetaMean = ({ level, drift, lead }: Theta, h: number): number => level + drift * (h + lead);
