import type { Wanted } from './print.ts';

/**
 * The numbers to reach. Shares of false flags and areas under the curve: the drift study's tables. Where those have no number (detection by
 * week, the wandering level) it is what the study's first model does in the same world over the same twelve reviews (500 key results).
 */
interface NoiseFloor {
  readonly perReview: number;
  readonly ever: number;
}

export const FALSE_FLAGS: Readonly<Record<string, NoiseFloor>> = {
  iid: { perReview: 0.003, ever: 0.03 },
  't4 tails': { perReview: 0.004, ever: 0.04 },
  '5% outliers': { perReview: 0.008, ever: 0.06 },
  'skewed (exponential)': { perReview: 0.003, ever: 0.02 },
  'AR(.3)': { perReview: 0.017, ever: 0.12 },
  'AR(.5)': { perReview: 0.025, ever: 0.22 },
  'local level': { perReview: 0.118, ever: 0.29 },
};

/** Share found by the review of week 4, 6, 8, 10 and 13 (the last before the due date is that of week 12). */
export const DETECTION: Readonly<Record<string, readonly number[]>> = {
  stalled: [0.11, 0.54, 0.93, 0.99, 1],
  half: [0.02, 0.13, 0.31, 0.63, 0.87],
  reversed: [0.3, 0.93, 1, 1, 1],
  shift: [0, 0.04, 0.53, 0.91, 0.98],
};

/** Area under the curve and share found at 5% false flags, by week; at week 6 the issue's own bar. */
export const DISCRIMINATION: readonly { readonly week: number; readonly auc: number; readonly found: number }[] = [
  { week: 4, auc: 0.746, found: 0.3 },
  { week: 6, auc: 0.87, found: 0.49 },
  { week: 8, auc: 0.915, found: 0.66 },
  { week: 10, auc: 0.944, found: 0.77 },
  { week: 12, auc: 0.962, found: 0.84 },
];

/** Wanted on mixed worlds. */
export const MIXED = {
  falseFlags: { most: 0.015 },
  falseFlagsSeasonal: { most: 0.02 },
  everFalse: { most: 0.06 },
  foundMidway: { least: 0.6 },
  foundLate: { least: 0.76 },
  aucBehind: { least: 0.857 },
  aucChance: { least: 0.869 },
  brier: { most: 0.16 },
  calibration: { most: 0.03 },
  coverage: { least: 0.76, most: 0.86 },
  none: { most: 0 },
  /** The keep goals of sketch 2 on held-out worlds. */
  foundKeep: { least: 0.762 },
  halfLate: { least: 0.475 },
  shiftLate: { least: 0.506 },
} as const satisfies Record<string, Wanted>;

/** Share of the flagged key results that are called by their name (sketch 2 on held-out worlds). */
export const NAMES = { shift: 0.57, reversed: 0.7, stalled: 0.87, half: 0.95 } as const;
