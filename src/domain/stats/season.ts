import { fitLine } from './line.ts';
import { yearMeans } from './year-means.ts';

/** Seasonal effects of one year, by phase 0 … length − 1. */
export interface Season {
  /** Effects multiply (every value positive) or add. */
  readonly multiplicative: boolean;
  /** F statistic of the phase means. */
  readonly f: number;
  /** A reading differs from a factor learned from k years by 1 + 1/k times the noise variance: all σ² are multiplied by this. */
  readonly inflate: number;
  /** Factor (1 = none) or addend (0 = none) of each phase. */
  readonly effects: Float64Array;
}

/** Used from this F on; below it the KPI is treated as free of season. */
const F_LIMIT = 3;
/** No season multiplies by more than e to this; beyond are figures that differ by orders of magnitude. */
const LARGEST_LOG = 10;

/** Sums of squares between and within phases of values e with their phases; null where a phase has none. */
function phaseMeans(e: readonly number[], phase: readonly number[], length: number) {
  const sums = new Float64Array(length);
  const counts = new Float64Array(length);
  let all = 0;
  for (let i = 0; i < e.length; i++) {
    sums[phase[i]!]! += e[i]!;
    counts[phase[i]!]! += 1;
    all += e[i]!;
  }
  all /= e.length;
  const means = new Float64Array(length);
  let between = 0;
  for (let k = 0; k < length; k++) {
    if (!counts[k]) return null;
    means[k] = sums[k]! / counts[k]!;
    between += counts[k]! * (means[k]! - all) ** 2;
  }
  let within = 0;
  for (let i = 0; i < e.length; i++) within += (e[i]! - means[phase[i]!]!) ** 2;
  return { means, between, within };
}

/** F from the residuals about one straight line, where each phase has a single value about the yearly mean. */
function lineF(t: Float64Array, y: Float64Array, phase: Int32Array, length: number, multiplicative: boolean): number {
  const values = multiplicative ? y.map(Math.log) : y;
  const { intercept, slope } = fitLine(values, t);
  const residuals = Array.from(values, (v, i) => v - intercept - slope * t[i]!);
  const groups = phaseMeans(residuals, Array.from(phase), length);
  if (!groups) return 0;
  if (!(groups.within > 0)) return groups.between > 0 ? Infinity : 0;
  return groups.between / (length - 1) / (groups.within / Math.max(1, residuals.length - length - 1));
}

/**
 * Seasonal effects by classical decomposition (residuals about a centred one-year mean, averaged per phase), used where a one-way F test
 * of the phase means exceeds 3 over at least two years, and shrunk by 1 − 1/F (James & Stein 1961: the share of the phase variance that
 * is not noise). t in steps, ascending; phase 0 … length − 1. Null where there is no season to be seen.
 */
export function findSeason(t: Float64Array, y: Float64Array, phase: Int32Array, length: number): Season | null {
  const n = t.length;
  if (!(length >= 2) || n < 2 * length) return null;
  const trend = yearMeans(t, y, length);
  const multiplicative = y.every((v) => v > 0);
  const e: number[] = [];
  const phases: number[] = [];
  for (let i = 0; i < n; i++) {
    if (Number.isNaN(trend[i]!)) continue;
    e.push(multiplicative ? Math.log(y[i]! / trend[i]!) : y[i]! - trend[i]!);
    phases.push(phase[i]!);
  }
  if (e.length < length || !e.every(Number.isFinite)) return null;
  const groups = phaseMeans(e, phases, length);
  if (!groups) return null;
  const df = e.length - length;
  const f =
    df >= 1 && groups.within > 0 ? groups.between / (length - 1) / (groups.within / df) : lineF(t, y, phase, length, multiplicative);
  if (!(f > F_LIMIT)) return null;
  const shrink = Math.max(0, 1 - 1 / f);
  let grand = 0;
  for (const m of groups.means) grand += m;
  grand /= length;
  const effects = groups.means.map((m) => {
    const effect = shrink * (m - grand);
    return multiplicative ? Math.exp(Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, effect))) : effect;
  });
  return { multiplicative, f, inflate: 1 + length / e.length, effects };
}
