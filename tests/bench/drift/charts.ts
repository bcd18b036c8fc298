import { meanMovingRange } from '../../../src/domain/stats/xmr.ts';
import { cusum } from '../peers/cusum.ts';
import { ewma } from '../peers/ewma.ts';
import { mannKendall } from '../peers/mann-kendall.ts';
import { nelson } from '../peers/nelson.ts';
import { theilSen } from '../peers/theil-sen.ts';
import { westernElectric } from '../peers/western-electric.ts';
import type { Side } from '../peers/zone-runs.ts';
import type { Review } from './review.ts';

/** Usual settings: smoothing .3 with limits at 3σ (NIST), half a σ of slack and a decision interval of 5σ, a test at 5% on one side. */
export const EWMA = { lambda: 0.3, L: 3 } as const;
export const CUSUM = { k: 0.5, h: 5 } as const;
const MANN_KENDALL_Z = -1.645;
/** σ from the mean moving range of two (Wheeler). */
const D2 = 1.128;

/**
 * A level goal as a control chart sees it: distances from the planned line since the start, in σ of the history, negative where behind.
 * The centre line is the plan: about its own mean, a key result that moves as planned would be out of control.
 */
function chartOf({ world, asOf }: Review): number[] {
  const { start, due, goal } = world.keyResult;
  const series = world.seriesAt(asOf);
  if (goal.kind !== 'reach' || !series) return [];
  const span = goal.target - goal.baseline;
  const known = series.points.filter(({ day }) => day <= asOf);
  const before = known.filter(({ day }) => day <= start).map(({ value }) => value);
  const sigma = (meanMovingRange([before], false) ?? Infinity) / D2;
  return known
    .filter(({ day }) => day > start)
    .map(({ day, value }) => (Math.sign(span) * (value - goal.baseline - (span * (day - start)) / (due - start))) / sigma);
}

const onZones = (rules: (z: readonly number[], i: number) => readonly Side[]) => (review: Review) => {
  const z = chartOf(review);
  return z.length > 0 && rules(z, z.length - 1).includes(-1);
};

/** Control charts, each flagging where a pattern on the bad side ends at the newest figure. */
export const CHARTS: readonly (readonly [name: string, flags: (review: Review) => boolean])[] = [
  ['Western Electric', onZones(westernElectric)],
  ['Nelson', onZones(nelson)],
  [
    'EWMA',
    (review) => {
      const { values, lower } = ewma(chartOf(review), EWMA.lambda, 0, 1, EWMA.L);
      return values.length > 0 && values.at(-1)! < lower;
    },
  ],
  ['CUSUM', (review) => (cusum(chartOf(review), 0, CUSUM.k).low.at(-1) ?? 0) > CUSUM.h],
  ['Mann–Kendall', (review) => mannKendall(chartOf(review)).z < MANN_KENDALL_Z],
];

/** Speed as a share of the planned by the Theil–Sen slope of the distances from the plan; null below three figures. */
export function robustPace(review: Review): number | null {
  const { goal, start, due } = review.world.keyResult;
  const series = review.world.seriesAt(review.asOf);
  if (goal.kind !== 'reach' || !series) return null;
  const since = series.points.filter(({ day }) => day > start && day <= review.asOf);
  if (since.length < 3) return null;
  const step = (since.at(-1)!.day - since[0]!.day) / (since.length - 1);
  return (theilSen(since.map(({ value }) => value)) * (due - start)) / step / (goal.target - goal.baseline);
}
