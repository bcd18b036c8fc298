import { historyLevel } from './baseline.ts';
import type { EpochDay } from './calendar.ts';
import type { Series } from './series.ts';
import { reviewKeep } from './stats/review-keep.ts';
import { mean } from './stats/robust.ts';
import { dataOf, isInWindow, isMeasured, observationsOf, seasonLength, stepsBetween } from './steps.ts';

/** How a KPI went since a day, in its own unit (running totals: amounts per period). */
export interface Course {
  /** Level before the start, and now. */
  readonly from: number;
  readonly to: number;
  /** σ of the noise. */
  readonly noise: number;
  /** Up or down by more than its noise; 0 where noise explains what is seen. */
  readonly moved: 1 | -1 | 0;
}

/** P(the level ramps since the start or shifted since) from which a KPI is said to have moved. */
const SURE = 0.8;

/**
 * Whether a KPI moved since a start by more than its noise: by the model of keep goals (stats/keep.ts), which weighs 'the level keeps'
 * against 'it ramps' and 'it shifted at a date' by Bayes under white, wandering and autocorrelated noise. Moved = P(ramp or shift) ≥ 0.8 and
 * the levels differ by more than one σ of the noise. Null with fewer than 4 figures before or 3 since the start.
 */
export function courseOf(series: Series, start: EpochDay, due: EpochDay, asOf: EpochDay): Course | null {
  const measured = isMeasured(series);
  const { grain } = series;
  const data = dataOf(series, start, 0).filter(({ last, value }) => last <= asOf && Number.isFinite(value));
  const history = data.filter((datum) => !isInWindow(datum, start, measured));
  const points = data.filter((datum) => isInWindow(datum, start, measured));
  const before = historyLevel(history, grain);
  if (!before || points.length < 3) return null;
  const season = seasonLength[grain];
  const outlook = reviewKeep({
    history: observationsOf(history, start, grain),
    points: observationsOf(points, start, grain),
    due: Math.max(1, stepsBetween(start, Math.max(due, points.at(-1)!.last) + 1, grain)),
    low: null,
    high: null,
    season,
  });
  if (!outlook) return null;
  // The level now is free of season, so the level before must be: the mean of a whole year.
  const from = outlook.seasonal ? mean(history.slice(-season).map(({ value }) => value)) : before.level;
  const to = outlook.levelNow;
  const moved = outlook.facts.off >= SURE && Math.abs(to - from) > outlook.sigma ? (to > from ? 1 : -1) : 0;
  return { from, to, noise: outlook.sigma, moved };
}
