import { addPeriods, parseIso, type EpochDay, type Grain } from '../../../../src/domain/calendar.ts';
import type { Accrual } from '../../../../src/domain/dataset.ts';
import type { FrameInput } from '../../../../src/domain/frame.ts';
import type { Goal, KeyResult, Reading } from '../../../../src/domain/objective.ts';
import { reviewsOf, verdictOn } from '../../../../src/domain/past-verdicts.ts';
import type { Series } from '../../../../src/domain/series.ts';

export const day = (iso: string): EpochDay => {
  const parsed = parseIso(iso);
  if (parsed === null) throw new Error(`not a date: ${iso}`);
  return parsed;
};

export const reach = (baseline: number, target: number): Goal => ({
  kind: 'reach',
  baseline,
  target,
  stretch: null,
  plan: { kind: 'linear' },
});
export const keepAtLeast = (atLeast: number): Goal => ({ kind: 'keep', atLeast, atMost: null });

/** A key result of the third quarter of 2026. */
export function keyResult(goal: Goal, reading: Reading = { kind: 'latest' }, more: Partial<KeyResult> = {}): KeyResult {
  return {
    id: 'kr1',
    objectiveId: 'o1',
    title: 'A key result',
    owner: '',
    weight: 1,
    start: day('2026-07-01'),
    due: day('2026-09-30'),
    unit: null,
    goal,
    link: { metricId: 'm1', reading },
    checkIns: [],
    revisions: [],
    ...more,
  };
}

/** One figure per period from `first` on; null leaves a period out. */
export function series(
  values: readonly (number | null)[],
  { first = '2026-07-08', grain = 'week' as Grain, accrual = 'level' as Accrual } = {},
): Series {
  const start = day(first);
  const points = values.flatMap((value, i) => (value === null ? [] : [{ day: addPeriods(start, grain, i), value, cells: [] }]));
  return { grain, accrual, unit: null, points };
}

/** Weekly wobble of about ±1 whose mean is 0, the same every time. */
const WOBBLE = [
  0.3, -1, 0.7, 1.2, -0.4, -0.9, 0.2, 1.1, -1.3, 0.5, 0.1, -0.2, 0.8, -0.6, 0.4, 1.4, -0.8, 0, 0.6, -1.1, -0.5, 0.9, -0.1, -1.3,
];
export const wobble = (i: number): number => WOBBLE[i % WOBBLE.length]!;

/** Every past verdict since the start, up to the day of asking. */
export const pastVerdicts = (input: FrameInput) => reviewsOf(input).map((review) => verdictOn(input, review));
