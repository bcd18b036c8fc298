import { SIGMA_FLOOR } from './constants.ts';
import { fitShrunkDrift } from './shrunk-drift.ts';
import type { Readings } from './readings.ts';

/** The planned path in spans (0 = baseline, 1 = target), beside where the history stood and how it moved. */
export interface Path {
  readonly at: (t: number) => number;
  /** Level of the history at the start; 0 where there is too little of it. */
  readonly start: number;
  /** Drift of the history per step. */
  readonly slope: number;
}

/** Fewest readings whose level says more than the baseline that a person wrote down. */
const MIN_HISTORY = 4;
/** A level of the history within two standard errors of the baseline does not contradict it. */
const DOUBT = 4;

/**
 * The path starts at the level of the history, so that a noisy last reading as baseline is not drift, and ends at the target. The level
 * has an error of its own, σ² max(α/(2 − α), 1/n), so it moves the start by o · max(0, 1 − 4se²/o²) only: a baseline that the history
 * does not contradict is believed (shrinkage of the positive part; James & Stein 1961).
 */
export function pathOf(history: Readings, plan: (t: number) => number, inflate: number): Path {
  const n = history.t.length;
  const past = n >= MIN_HISTORY ? fitShrunkDrift(history.z, history.t, SIGMA_FLOOR, inflate) : null;
  if (!past) return { at: plan, start: 0, slope: 0 };
  const { level, drift, alpha, sigma2 } = past;
  const away = level - drift * history.t[n - 1]!;
  const error = sigma2 * Math.max(alpha / (2 - alpha), 1 / n);
  const offset = away === 0 ? 0 : away * Math.max(0, 1 - (DOUBT * error) / (away * away));
  const at = (t: number) => {
    const share = plan(t);
    return share + offset * (1 - share);
  };
  return { at, start: away, slope: drift };
}
