import type { EpochDay } from '../domain/calendar.ts';
import { frameOf, isReplanned, type Frame } from '../domain/frame.ts';
import { eraOf, goalEras, keyResultIn, type GoalEra } from '../domain/goal-eras.ts';
import type { KeyResult } from '../domain/objective.ts';
import { expectedValue } from '../domain/plan.ts';
import type { Series } from '../domain/series.ts';
import { isMeasured } from '../domain/steps.ts';
import { plannedPath } from './row-model.ts';
import type { DayValue, PlanLines } from './drift-picture.ts';

type Line = readonly DayValue[];

/** As many old targets as can be named beside the chart. */
const MOST_NAMED = 2;

/** Value of a path of corners at a day; level before its first and after its last corner. */
function valueAt(corners: Line, day: EpochDay): number {
  const next = corners.findIndex((corner) => corner.day >= day);
  if (next < 0) return corners.at(-1)!.value;
  const [from, to] = [corners[next - 1], corners[next]!];
  return from ? from.value + ((to.value - from.value) * (day - from.day)) / (to.day - from.day) : to.value;
}

/** The part of a path between two days. */
function between(corners: Line, from: EpochDay, to: EpochDay): Line {
  if (!corners.length || to <= from) return [];
  const inner = corners.filter(({ day }) => day > from && day < to);
  return [{ day: from, value: valueAt(corners, from) }, ...inner, { day: to, value: valueAt(corners, to) }];
}

/** The bounds of a goal as paths: two for a band, else one. */
function pathsOf(keyResult: KeyResult, { goal, due, frame }: PlannedEra): readonly Line[] {
  const band = goal.kind === 'keep' && goal.atLeast !== null && goal.atMost !== null;
  return [plannedPath(frame, keyResult, goal, due), ...(band ? [plannedPath(frame, keyResult, { ...goal, atLeast: null }, due)] : [])];
}

interface PlannedEra extends GoalEra {
  /** Where its plan began, as far as figures tell. */
  readonly frame: Frame | null;
}

const plannedEras = (keyResult: KeyResult, asOf: EpochDay, series: Series | null): readonly PlannedEra[] =>
  goalEras(keyResult, asOf).map((era) => ({ ...era, frame: frameOf({ keyResult: keyResultIn(keyResult, era), series, asOf }) }));

/** What the plan that held for a figure wanted of it, by the figure's first and last day; null where nothing was planned. */
export function plannedValues(keyResult: KeyResult, asOf: EpochDay, series: Series | null) {
  const eras = plannedEras(keyResult, asOf, series);
  const measured = !series || isMeasured(series);
  return (first: EpochDay, day: EpochDay): number | null => {
    // A period is not cut in two: the plan that began with it holds for it.
    const begun = eras.findLastIndex(({ frame }) => frame && isReplanned(frame) && (measured ? day > frame.start : first >= frame.start));
    const { goal, due, frame } = eras[Math.max(begun, eraOf(eras, { first, last: day, at: day }, measured))]!;
    if (goal.kind !== 'reach' && goal.kind !== 'manual') return null;
    const since = frame && isReplanned(frame) ? { baseline: frame.from, start: frame.start } : { start: keyResult.start };
    return expectedValue({ ...goal, ...since, due }, day);
  };
}

/** The planned paths as they were: each until the revision that replaced it, the last from then on, where it began. */
export function planLines(keyResult: KeyResult, asOf: EpochDay, series: Series | null = null): PlanLines {
  const eras = plannedEras(keyResult, asOf, series);
  const [now, old] = [eras.at(-1)!, eras.slice(0, -1)];
  const [first = [], other = []] = pathsOf(keyResult, now);
  const from = Math.min(now.frame && isReplanned(now.frame) ? now.frame.start : now.from, now.due);
  const replaced = old.flatMap((era) => pathsOf(keyResult, era).map((path) => ({ era, path })));
  const targets = replaced.flatMap(({ path }) => path.at(-1)?.value ?? []).reverse();
  const named = new Set([first.at(-1)?.value, other.at(-1)?.value]);
  return {
    now: between(first, from, now.due),
    otherBound: between(other, from, now.due),
    earlier: replaced.map(({ era, path }) => between(path, era.from, era.until!)).filter((line) => line.length),
    abandoned: replaced.map(({ era, path }) => between(path, era.until!, era.due)).filter((line) => line.length),
    earlierTargets: targets.filter((target, i) => !named.has(target) && targets.indexOf(target) === i).slice(0, MOST_NAMED),
  };
}
