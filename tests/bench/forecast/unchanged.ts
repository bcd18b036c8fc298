import { quantilesOf, type Outlook, type Prediction } from '../../../src/domain/stats/outlook.ts';
import { reviewLevel } from '../../../src/domain/stats/review-level.ts';
import type { Observations } from '../../../src/domain/stats/season-adjust.ts';

/** Median and ranges of one coming reading. */
export interface Ahead {
  readonly median: number;
  readonly range80: readonly [number, number];
  readonly range95: readonly [number, number];
}

export interface Unchanged {
  readonly outlook: Outlook;
  readonly at: (horizon: number) => Prediction;
}

const observations = (y: readonly number[], first: number, phase: (i: number) => number): Observations => ({
  t: Float64Array.from(y, (_, i) => first + i),
  y: Float64Array.from(y),
  phase: Int32Array.from(y, (_, i) => phase(i)),
});

/**
 * 'If nothing changes' as the product says it of a KPI: all figures but the last are history, the last is the first of a key result. Its
 * target only sets the scale of the smallest σ that is believed. `season`: readings in a year, 0 for none. Null below five figures.
 */
export function ifNothingChanges(y: readonly number[], season: number, horizons: number): Unchanged | null {
  const n = y.length;
  const phase = (i: number) => (season ? i % season : 0);
  const low = Math.min(...y);
  const review = {
    history: observations(y.slice(0, -1), 2 - n, phase),
    points: observations(y.slice(-1), 1, () => phase(n - 1)),
    baseline: low,
    target: low + (Math.max(...y) - low || Math.abs(low) || 1),
    due: 1 + horizons,
    plan: (t: number) => Math.min(1, Math.max(0, t / (1 + horizons))),
    season,
  };
  const outlook = reviewLevel(review);
  return outlook && { outlook, at: (h) => outlook.unchanged({ t: 1 + h, phase: phase(n - 1 + h), count: h })! };
}

export function aheadOf(prediction: Prediction): Ahead {
  const [p2_5, p10, median, p90, p97_5] = quantilesOf(prediction, [0.025, 0.1, 0.5, 0.9, 0.975]) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { median, range80: [p10, p90], range95: [p2_5, p97_5] };
}
