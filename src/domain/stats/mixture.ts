import { tCdf } from './student-t.ts';

/** One part of a predictive distribution: location, scale and degrees of freedom of a t, with its weight. */
export interface Part {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
  readonly df: number;
}

/**
 * Weighted mixture of shifted, scaled t distributions, F(y) = Σ w F_df((y − mean)/sd): a Bayesian's prediction where several things may be
 * going on (Bernardo & Smith 1994). Weights add up to 1; means and scales in one unit.
 */
export type Mixture = readonly Part[];

export function mixtureCdf(parts: Mixture, value: number): number {
  let total = 0;
  for (const part of parts) {
    total += part.weight * (part.sd > 0 ? tCdf((value - part.mean) / part.sd, part.df) : value >= part.mean ? 1 : 0);
  }
  return total;
}

export function mixtureMean(parts: Mixture): number {
  let total = 0;
  for (const part of parts) total += part.weight * part.mean;
  return total;
}

/** y ↦ offset + factor·y of the whole distribution. */
export const transform = (parts: Mixture, factor: number, offset: number): Part[] =>
  parts.map((part) => ({ weight: part.weight, mean: offset + factor * part.mean, sd: Math.abs(factor) * part.sd, df: part.df }));

/** Parts whose means differ by less than a sixth of the whole spread, and whose scales by less than an eighth, are one. */
const MEAN_BINS = 6;
const SCALE_BINS = 1 / Math.log(1.125);
/** Scales smaller than this bin, a thousandth of the spread, are points; so every pair of bins has a key of its own. */
const SMALLEST_SCALE = -64;

/**
 * The same distribution in far fewer parts: those alike in mean and scale become one with their mean and variance. A verdict rests on
 * hundreds of parts, which every quantile would have to visit again and again; probabilities move by one in a thousand, seldom by one in a hundred.
 */
export function condense(parts: Mixture): Mixture {
  if (parts.length <= 8) return parts;
  let [total, mean, square] = [0, 0, 0];
  for (const part of parts) {
    total += part.weight;
    mean += part.weight * part.mean;
  }
  mean /= total;
  for (const part of parts) square += part.weight * ((part.mean - mean) ** 2 + part.sd * part.sd);
  const width = Math.sqrt(square / total) / MEAN_BINS;
  if (!(width > 0)) return parts;
  const groups = new Map<number, { weight: number; mean: number; square: number; df: number }>();
  for (const { weight, mean: own, sd, df } of parts) {
    const away = own - mean;
    const scale = Math.max(SMALLEST_SCALE, Math.round(Math.log(sd / width) * SCALE_BINS));
    const key = Math.round(away / width) * 1024 + scale * 8 + df;
    const group = groups.get(key);
    // Variance of a t with df > 2 is sd²·df/(df − 2); what the means of a group add to it, in scale.
    const spread = df > 2 ? (away * away * (df - 2)) / df : away * away;
    if (group) {
      group.weight += weight;
      group.mean += weight * away;
      group.square += weight * (sd * sd + spread);
    } else groups.set(key, { weight, mean: weight * away, square: weight * (sd * sd + spread), df });
  }
  return Array.from(groups.values(), ({ weight, mean: sum, square: squares, df }): Part => {
    const away = sum / weight;
    const share = df > 2 ? (df - 2) / df : 1;
    return { weight, mean: mean + away, sd: Math.sqrt(Math.max(0, squares / weight - away * away * share)), df };
  });
}
