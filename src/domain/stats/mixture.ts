import { smallCdf, tCdf } from './student-t.ts';

/** One part of a predictive distribution: location, scale and degrees of freedom of a t, with its weight. */
export interface Part {
  readonly weight: number;
  readonly mean: number;
  readonly sd: number;
  readonly df: number;
}

/** Weighted mixture of shifted, scaled t distributions; weights add up to 1. */
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

/** A mixture as columns, for the many evaluations of a quantile. */
interface Columns {
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly inverseSds: Float64Array;
  readonly dfs: Float64Array;
}

const columnsOf = (parts: Mixture): Columns => ({
  weights: Float64Array.from(parts, (part) => part.weight),
  means: Float64Array.from(parts, (part) => part.mean),
  inverseSds: Float64Array.from(parts, (part) => (part.sd > 0 ? 1 / part.sd : Number.MAX_VALUE)),
  dfs: Float64Array.from(parts, (part) => part.df),
});

/** Far out on the tail of any t, where its square is still finite. */
const FAR = 1e140;

function columnsCdf({ weights, means, inverseSds, dfs }: Columns, value: number): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    const t = (value - means[i]!) * inverseSds[i]!;
    total += weights[i]! * (t > FAR ? 1 : t < -FAR ? 0 : smallCdf(t, dfs[i]!));
  }
  return total;
}

/** Quantile by regula falsi with the Illinois halving (Dowell & Jarratt 1971) on a growing bracket. */
export function mixtureQuantile(all: Mixture, q: number): number {
  const parts = all.filter((part) => part.weight > 1e-7);
  let low = Infinity;
  let high = -Infinity;
  for (const { mean, sd } of parts) {
    if (mean - sd < low) low = mean - sd;
    if (mean + sd > high) high = mean + sd;
  }
  const columns = columnsOf(parts);
  let width = Math.max(high - low, 1e-12 * Math.max(Math.abs(low), Math.abs(high)), Number.MIN_VALUE);
  let fLow = columnsCdf(columns, low) - q;
  let fHigh = columnsCdf(columns, high) - q;
  for (let i = 0; i < 60 && fLow > 0; i++) {
    low -= width;
    width *= 2;
    fLow = columnsCdf(columns, low) - q;
  }
  for (let i = 0; i < 60 && fHigh < 0; i++) {
    high += width;
    width *= 2;
    fHigh = columnsCdf(columns, high) - q;
  }
  let side = 0;
  for (let i = 0; i < 100 && high - low > 1e-12 * (Math.abs(low) + Math.abs(high)); i++) {
    let guess = (low * fHigh - high * fLow) / (fHigh - fLow);
    if (!(guess > low && guess < high)) guess = (low + high) / 2;
    const f = columnsCdf(columns, guess) - q;
    if (Math.abs(f) < 1e-13) return guess;
    if (f < 0) {
      low = guess;
      fLow = f;
      if (side < 0) fHigh /= 2;
      side = -1;
    } else {
      high = guess;
      fHigh = f;
      if (side > 0) fLow /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
