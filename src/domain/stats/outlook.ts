import type { DriftFacts } from './decide.ts';
import { mixtureCdf, type Mixture } from './mixture.ts';
import { mixtureQuantiles } from './mixture-quantiles.ts';

/** A predictive distribution in the model's unit with the way to and from the unit of the KPI. */
export interface Prediction {
  readonly mixture: Mixture;
  readonly toValue: (z: number) => number;
  readonly toUnit: (value: number) => number;
}

/** A moment still to come: its step, its phase of the year, and how many periods away it is (totals). */
export interface Horizon {
  readonly t: number;
  readonly phase: number;
  readonly count: number;
}

/** What one review says, in the unit of the KPI. */
export interface Outlook {
  readonly facts: DriftFacts;
  /** 0 = pure noise … 1 = random walk. */
  readonly wander: number;
  readonly seasonal: boolean;
  /** Usual size of the noise (σ) about the level. */
  readonly sigma: number;
  /** Expected level now; totals: expected amount per period. */
  readonly levelNow: number;
  readonly expected: (at: Horizon) => Prediction;
  readonly resumed: (at: Horizon) => Prediction;
  readonly unchanged: (at: Horizon) => Prediction | null;
  /** Share of the predictions that meet the goal, 0–1. */
  readonly chance: (prediction: Prediction) => number;
  /** The same for another target (totals: another sum above the origin) on the same side of the baseline. */
  readonly chanceOf: (prediction: Prediction, target: number) => number;
  /** Share of the predictions inside inclusive limits. */
  readonly chanceWithin: (prediction: Prediction, low: number | null, high: number | null) => number;
  /** P(the level now is beyond the target); 0 where a level decides nothing. */
  readonly pReached: number;
  /** P(the level now is below a value in the unit of the KPI); absent where no level is estimated (totals). */
  readonly levelBelow?: (value: number) => number;
  /** Step of the most likely change, with the size of the change in the unit of the KPI; null where no change is likely. */
  readonly change: { readonly at: number; readonly size: number } | null;
}

const within01 = (p: number): number => Math.min(1, Math.max(0, p));

/** A finite figure: forecasts of figures near the end of the number range stop there. */
export const finite = (v: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, v));

/** Values at the given ascending probabilities, ascending. */
export function quantilesOf(prediction: Prediction, probabilities: readonly number[]): number[] {
  return mixtureQuantiles(prediction.mixture, probabilities)
    .map((z) => finite(prediction.toValue(z)))
    .sort((a, b) => a - b);
}

/** P(value at or beyond the target), where the model's unit grows towards the target. */
export const chanceBeyond = (prediction: Prediction, target: number): number =>
  within01(1 - mixtureCdf(prediction.mixture, prediction.toUnit(target)));

export function chanceWithin({ mixture, toUnit }: Prediction, low: number | null, high: number | null): number {
  const below = high === null ? 1 : mixtureCdf(mixture, toUnit(high));
  return within01(below - (low === null ? 0 : mixtureCdf(mixture, toUnit(low))));
}

/** Keeps what no key result needs out of the model: a figure a billion spans away says no more than one a million away. */
export const bounded = (z: number): number => (z > 1e6 ? 1e6 : z < -1e6 ? -1e6 : z || 0);
