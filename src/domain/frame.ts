import type { EpochDay, Grain } from './calendar.ts';
import type { Goal, KeyResult, Reading } from './objective.ts';
import { goalEras, type GoalEra } from './goal-eras.ts';
import { planShareOf, type PlannedGoal } from './plan.ts';
import { segmentOf } from './segment.ts';
import type { Series } from './series.ts';
import {
  cadenceOf,
  dataOf,
  grainNear,
  isByDue,
  isInWindow,
  isMeasured,
  observationsOf,
  periodsAfter,
  stepsBetween,
  type Datum,
  type Span,
} from './steps.ts';
import type { Observations } from './stats/season-adjust.ts';

/** Which question the readings answer: a level by a date, a total by a date, a mean over the time, or keeping inside limits. */
type FrameKind = 'level' | 'total' | 'mean' | 'keep';

type NumericGoal = Exclude<Goal, { readonly kind: 'milestones' }>;

/** A key result and its data laid out in time, as known on one day. */
export interface Frame {
  readonly kind: FrameKind;
  /** A total that is to fall below another period's total: both are spread evenly over the time and compared as rates. */
  readonly falling: boolean;
  readonly goal: NumericGoal;
  /** First day of the plan: the start of the key result, or of its present segment after a revision, see segment.ts. */
  readonly start: EpochDay;
  /** Value at which the plan begins: the baseline, or where the key result stood at the revision; of a total the sum by then. */
  readonly from: number;
  readonly due: EpochDay;
  readonly asOf: EpochDay;
  readonly grain: Grain;
  /** Figures belong to days, not to periods. */
  readonly measured: boolean;
  /** Sum at the start of the plan, of totals: what running totals began with, and what came in before the last revision; else 0. */
  readonly opening: number;
  /** The same since the start of the key result, whatever was revised: what is drawn, counted and traced to its cells. */
  readonly whole: Whole;
  /** Limits to keep that were others before a revision; null where they were always the same. */
  readonly keptBefore: readonly GoalEra[] | null;
  /** Figures before the start of the plan, whole figures since, and the period that is not over. */
  readonly history: readonly Datum[];
  readonly window: readonly Datum[];
  readonly partial: Datum | null;
  /** Periods that still count towards the due date. */
  readonly future: readonly Span[];
  /** Due date in steps since the start. */
  readonly dueStep: number;
  /** Planned share of the way at a day on the line of `Datum.at`, and at a step. */
  readonly shareAt: (at: number) => number;
  readonly planAtStep: (t: number) => number;
  /** Figures whose mean is read; 1 where they are read one by one. */
  readonly smooth: number;
  /** Days between figures, typically. */
  readonly cadence: number;
  readonly observed: { readonly history: Observations; readonly window: Observations };
}

interface Whole {
  readonly start: EpochDay;
  readonly opening: number;
  readonly history: readonly Datum[];
  readonly window: readonly Datum[];
}

export interface FrameInput {
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly asOf: EpochDay;
}

/** Check-ins as a series of levels, with the grain of their own cadence. */
function checkInSeries({ checkIns, unit }: KeyResult, asOf: EpochDay): Series {
  const byDay = new Map<EpochDay, number>();
  for (const { day, value } of checkIns) if (value !== null && day <= asOf) byDay.set(day, value);
  const points = [...byDay].sort(([a], [b]) => a - b).map(([day, value]) => ({ day, value, cells: [] }));
  const data = points.map(({ day, value }) => ({ value, first: day, last: day, at: day }));
  return { grain: grainNear(cadenceOf(data, 'week')), accrual: 'level', unit, points };
}

function kindOf(goal: NumericGoal, series: Series, reading: Reading): FrameKind {
  if (goal.kind === 'keep') return 'keep';
  if (goal.kind === 'manual') return 'level';
  if (reading.kind === 'mean') return 'mean';
  return reading.kind === 'sum' || (series.accrual === 'cumulative' && reading.kind !== 'rolling-mean') ? 'total' : 'level';
}

/** Mean of the last `k` figures, where there are so many. */
function rolling(data: readonly Datum[], k: number): Datum[] {
  return data.slice(k - 1).map((datum, i) => {
    let sum = 0;
    for (let j = i; j < i + k; j++) sum += data[j]!.value / k;
    return { ...datum, value: sum };
  });
}

/** The plan on the line of `Datum.at`: periods end a day after their last, so due date and steps do too. */
function plannedGoal(goal: NumericGoal, start: EpochDay, due: EpochDay, measured: boolean): PlannedGoal {
  const end = measured ? 0 : 1;
  if (goal.kind === 'keep') return { baseline: 0, target: 1, plan: { kind: 'linear' }, start, due: due + end };
  const { baseline, target, plan } = goal;
  const moved = plan.kind === 'phased' ? { ...plan, steps: plan.steps.map((step) => ({ ...step, day: step.day + end })) } : plan;
  return { baseline, target, plan: moved, start, due: due + end };
}

/** Planned share by step: straight between the days that matter, so that days and fractional months agree. */
function byStep(days: readonly number[], start: EpochDay, grain: Grain, shareAt: (at: number) => number): (t: number) => number {
  const sorted = Float64Array.from(new Set(days)).sort();
  const t = sorted.map((day) => stepsBetween(start, day, grain));
  const share = sorted.map(shareAt);
  const n = t.length;
  return (at) => {
    let [low, high] = [0, n - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (t[middle]! <= at) low = middle;
      else high = middle;
    }
    const width = t[high]! - t[low]!;
    return width > 0 ? share[low]! + ((share[high]! - share[low]!) * (at - t[low]!)) / width : share[low]!;
  };
}

/** Beyond this no business measures anything; squares and sums of what is below stay finite. */
const LARGEST = 1e150;
const within = (v: number): number => Math.max(-LARGEST, Math.min(LARGEST, v));

function figuresWithin(goal: NumericGoal): NumericGoal {
  if (goal.kind === 'keep') {
    return {
      ...goal,
      atLeast: goal.atLeast === null ? null : within(goal.atLeast),
      atMost: goal.atMost === null ? null : within(goal.atMost),
    };
  }
  return { ...goal, baseline: within(goal.baseline), target: within(goal.target) };
}

function keptBefore(keyResult: KeyResult, asOf: EpochDay): readonly GoalEra[] | null {
  if (!keyResult.revisions.length) return null;
  const eras = goalEras(keyResult, asOf);
  return eras.length > 1 ? eras : null;
}

const later = (day: EpochDay, other: EpochDay) => (day > other ? day : other);

/** The plan began anew after its start, with a change of the goal. */
export const isReplanned = ({ start, whole }: Pick<Frame, 'start' | 'whole'>): boolean => start !== whole.start;

/** Lays out the readings known on `asOf`. Null where the key result reads no numbers. */
export function frameOf({ keyResult, series: linked, asOf }: FrameInput): Frame | null {
  const { start, link } = keyResult;
  if (keyResult.goal.kind === 'milestones') return null;
  const goal = figuresWithin(keyResult.goal);
  const due = later(keyResult.due, start + 1);
  const series = goal.kind === 'manual' ? checkInSeries(keyResult, asOf) : linked;
  if (!series) return null;
  const reading: Reading = link?.reading ?? { kind: 'latest' };
  const kind = kindOf(goal, series, reading);
  const measured = isMeasured(series);
  const opening = series.accrual === 'cumulative' && goal.kind === 'reach' && kind === 'total' ? goal.baseline : 0;
  const known = dataOf(series, start, opening).filter((datum) => datum.first <= asOf && Number.isFinite(datum.value));
  const all = known.map((datum) => ({ ...datum, value: within(datum.value) }));
  const ended = all.filter((datum) => datum.last <= asOf);
  const last = all.at(-1);
  const partial = last && last.last > asOf && isInWindow(last, start, measured) && isByDue(last, due, measured) ? last : null;
  const smooth = reading.kind === 'rolling-mean' && (kind === 'level' || kind === 'keep') ? Math.max(1, Math.round(reading.periods)) : 1;
  const data = smooth > 1 ? rolling(ended, smooth) : ended;
  const falling = kind === 'total' && series.accrual !== 'cumulative' && goal.kind !== 'keep' && goal.target < goal.baseline;
  const { grain } = series;
  const origin = kind === 'total' ? opening : goal.kind === 'keep' ? 0 : goal.baseline;
  const replanned = goal.kind !== 'keep' && (kind === 'level' || kind === 'total') && !falling;
  const segment = replanned ? segmentOf({ keyResult, asOf, kind, target: goal.target, origin, due, grain, measured, data }) : null;
  const begun = segment?.start ?? start;
  const between = (from: EpochDay) => {
    const counts = (datum: Datum) => isInWindow(datum, from, measured);
    return {
      history: data.filter((datum) => !counts(datum)),
      window: data.filter((datum) => counts(datum) && isByDue(datum, due, measured)),
    };
  };
  const whole = { start, opening, ...between(start) };
  const { history, window } = segment ? between(begun) : whole;
  const plan = plannedGoal(segment && goal.kind !== 'keep' ? { ...goal, baseline: segment.from } : goal, begun, due, measured);
  const shareAt = planShareOf(plan);
  const newest = window.at(-1) ?? { last: measured ? begun : begun - 1 };
  const future = periodsAfter(newest.last, due, grain, measured);
  const steps = plan.plan.kind === 'phased' ? plan.plan.steps.map((step) => step.day) : [];
  const days = [begun, plan.due, plan.due + 366, ...steps, ...window.map((d) => d.at), ...future.map((d) => d.at)];
  return {
    kind,
    falling,
    goal,
    start: begun,
    from: segment?.from ?? origin,
    due,
    asOf,
    grain,
    measured,
    opening: segment && kind === 'total' ? segment.from : opening,
    whole,
    keptBefore: goal.kind === 'keep' ? keptBefore(keyResult, asOf) : null,
    history,
    window,
    partial,
    future,
    dueStep: stepsBetween(begun, plan.due, grain),
    shareAt: (at) => (at >= plan.due ? 1 : shareAt(at)),
    planAtStep: byStep(days, begun, grain, shareAt),
    smooth,
    cadence: cadenceOf(data, grain),
    observed: { history: observationsOf(history, begun, grain), window: observationsOf(window, begun, grain) },
  };
}
