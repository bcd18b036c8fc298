import type { Mixture } from './mixture.ts';
import { smallCdf } from './student-t.ts';

/** A mixture as columns, for the many evaluations of a quantile. */
interface Columns {
  readonly count: number;
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly inverseSds: Float64Array;
  readonly dfs: Float64Array;
  /** Between them lies nearly everything. */
  readonly low: number;
  readonly high: number;
}

/** Lighter parts move no quantile. */
const NEGLIGIBLE = 1e-7;

function columnsOf(parts: Mixture): Columns {
  const n = parts.length;
  const [weights, means, inverseSds, dfs] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let [count, low, high] = [0, Infinity, -Infinity];
  for (const { weight, mean, sd, df } of parts) {
    if (weight <= NEGLIGIBLE) continue;
    weights[count] = weight;
    means[count] = mean;
    inverseSds[count] = sd > 0 ? 1 / sd : Number.MAX_VALUE;
    dfs[count] = df;
    count++;
    if (mean - sd < low) low = mean - sd;
    if (mean + sd > high) high = mean + sd;
  }
  return { count, weights, means, inverseSds, dfs, low, high };
}

/** Far out on the tail of any t, where its square is still finite. */
const FAR = 1e140;

function cdf({ count, weights, means, inverseSds, dfs }: Columns, value: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) {
    const t = (value - means[i]!) * inverseSds[i]!;
    total += weights[i]! * (t > FAR ? 1 : t < -FAR ? 0 : smallCdf(t, dfs[i]!));
  }
  return total;
}

/** Probability and value are exact to about this share: far finer than any figure shown. */
const PRECISION = 1e-8;

/** Steps after which secants are given up: on a distribution with a narrow part, a cliff in a plain, they hardly move. */
const SECANTS = 20;

/** A root of cdf − q between two values by regula falsi with the Illinois halving (Dowell & Jarratt 1971), then by bisection. */
function rootBetween(columns: Columns, q: number, from: number, to: number, atFrom: number, atTo: number): number {
  let [low, high, fLow, fHigh, side] = [from, to, atFrom - q, atTo - q, 0];
  for (let i = 0; i < 200 && high - low > PRECISION * (Math.abs(low) + Math.abs(high)); i++) {
    let guess = (low * fHigh - high * fLow) / (fHigh - fLow);
    if (i >= SECANTS || !(guess > low && guess < high)) guess = (low + high) / 2;
    const f = cdf(columns, guess) - q;
    if (Math.abs(f) < PRECISION) return guess;
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

/** Quantiles of ascending probabilities; each begins where the one before ended. */
export function mixtureQuantiles(parts: Mixture, probabilities: readonly number[]): number[] {
  const columns = columnsOf(parts);
  let { low } = columns;
  const { high } = columns;
  const first = Math.max(high - low, 1e-12 * Math.max(Math.abs(low), Math.abs(high)), Number.MIN_VALUE);
  let below = cdf(columns, low);
  for (let i = 0, width = first; i < 60 && below > probabilities[0]!; i++, width *= 2) {
    low -= width;
    below = cdf(columns, low);
  }
  // The upper end is only moved out as far as the largest quantile asks.
  let [top, above] = [high, cdf(columns, high)];
  return probabilities.map((q) => {
    for (let i = 0, width = first; i < 60 && above < q; i++, width *= 2) {
      top += width;
      above = cdf(columns, top);
    }
    low = rootBetween(columns, q, low, top, below, above);
    below = cdf(columns, low);
    return low;
  });
}
