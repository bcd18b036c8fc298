import { addPeriods, type EpochDay } from './calendar.ts';
import type { FrameInput } from './frame.ts';
import type { MetricEvent } from './metric-event.ts';
import type { Adjustment } from './workspace.ts';

/** What is only tried on one key result. `events` stand in place of those that are noted on its KPI. */
export type Trial = Pick<Adjustment, 'goal' | 'due' | 'pace' | 'nextValues'> & { readonly events?: readonly MetricEvent[] };

/** The coming values put behind the known ones, one per period; time moves on to the last of them. */
function withNextValues(input: FrameInput, values: readonly number[]): FrameInput {
  const { keyResult, series, asOf } = input;
  if (!values.length) return input;
  if (keyResult.goal.kind === 'manual') {
    const last = keyResult.checkIns.reduce<EpochDay>(
      (day, c) => (c.value !== null && c.day <= asOf ? Math.max(day, c.day) : day),
      keyResult.start,
    );
    const added = values.map((value, i) => ({ id: `next${i}`, day: addPeriods(last, 'week', i + 1), value, confidence: null, note: '' }));
    return { ...input, keyResult: { ...keyResult, checkIns: [...keyResult.checkIns, ...added] }, asOf: Math.max(asOf, added.at(-1)!.day) };
  }
  if (!series) return input;
  const known = series.points.filter((point) => point.day <= asOf);
  const last = known.at(-1)?.day ?? addPeriods(keyResult.start, series.grain, -1);
  let total = series.accrual === 'cumulative' ? (known.at(-1)?.value ?? 0) : 0;
  const added = values.map((value, i) => {
    // Values to come are amounts per period; a running total carries them on.
    total += value;
    return { day: addPeriods(last, series.grain, i + 1), value: series.accrual === 'cumulative' ? total : value, cells: [] };
  });
  const end = addPeriods(added.at(-1)!.day, series.grain, series.accrual === 'level' ? 0 : 1);
  return {
    ...input,
    series: { ...series, points: [...known, ...added] },
    asOf: Math.max(asOf, series.accrual === 'level' ? end : end - 1),
  };
}

/** The input as it would be with another goal, due date or coming values. The pace is applied to the prediction, see what-if.ts. */
export function applyAdjustment(input: FrameInput, { goal, due, nextValues }: Trial): FrameInput {
  const { keyResult } = input;
  const changed = { ...input, keyResult: { ...keyResult, goal: goal ?? keyResult.goal, due: due ?? keyResult.due } };
  return nextValues ? withNextValues(changed, nextValues) : changed;
}
