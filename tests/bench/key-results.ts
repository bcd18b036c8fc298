import { addPeriods, dayOf, type EpochDay, type Grain } from '../../src/domain/calendar.ts';
import type { Accrual } from '../../src/domain/dataset.ts';
import type { Goal, KeyResult, Reading } from '../../src/domain/objective.ts';
import { randomFrom, type Random } from './random.ts';

export const KINDS = ['level', 'total', 'keep'] as const;
export type Kind = (typeof KINDS)[number];

/** A key result with the figures that it reads. */
export interface Sample {
  readonly keyResult: KeyResult;
  readonly accrual: Accrual;
  readonly days: readonly EpochDay[];
  readonly values: readonly number[];
  /** Last day that the figures cover. */
  readonly asOf: EpochDay;
}

export interface Shape {
  readonly kind: Kind;
  readonly grain: Grain;
  /** All figures, and those of them since the start of the key result. */
  readonly points: number;
  readonly since: number;
  readonly seed: number;
}

/** Six tenths of the time are gone. */
const ELAPSED = 0.6;
const FIRST = dayOf(2021, 1, 4);

/** How the level moves since the start as a share of the way: on plan, slower, not at all, from some day on not at all, ahead. */
const COURSES: readonly ((share: number) => number)[] = [
  (share) => share,
  (share) => 0.6 * share,
  () => 0,
  (share) => Math.min(share, 0.25),
  (share) => 1.2 * share,
];

interface Figures {
  readonly values: number[];
  readonly goal: Goal;
  readonly reading: Reading;
}

function figuresOf({ kind, points, since, seed }: Shape, { normal }: Random): Figures {
  const course = COURSES[seed % COURSES.length]!;
  const spread = 1 + (seed % 4);
  const due = since / ELAPSED;
  const gone = (i: number) => Math.max(0, i - (points - since) + 1) / due;
  const at = (level: (i: number) => number) =>
    Array.from({ length: points }, (_, i) => Math.round(100 * (level(i) + spread * normal())) / 100);
  const plan = { kind: 'linear' } as const;
  if (kind === 'keep') {
    const values = at((i) => 96.5 - 4 * Math.abs(course(gone(i)) - gone(i)));
    return { values, goal: { kind: 'keep', atLeast: 95, atMost: null }, reading: { kind: 'latest' } };
  }
  if (kind === 'total') {
    const rate = 0.4 + 0.6 * course(0.5) * 2;
    const values = at((i) => (i < points - since ? 50 : 50 * rate));
    return { values, goal: { kind: 'reach', baseline: 0, target: Math.round(50 * due), stretch: null, plan }, reading: { kind: 'sum' } };
  }
  const values = at((i) => 50 + 20 * course(gone(i)));
  return { values, goal: { kind: 'reach', baseline: 50, target: 70, stretch: null, plan }, reading: { kind: 'latest' } };
}

/** A key result that has run for six tenths of its time, its figures noisy, its course one of five. */
export function sampleOf(shape: Shape): Sample {
  const { kind, grain, points, since, seed } = shape;
  const { values, goal, reading } = figuresOf(shape, randomFrom(seed));
  const days = Array.from({ length: points }, (_, i) => addPeriods(FIRST, grain, i));
  const accrual = kind === 'total' ? 'flow' : kind === 'keep' ? 'ratio' : 'level';
  const start = days[points - since]!;
  const last = addPeriods(days.at(-1)!, grain, 1) - 1;
  const keyResult: KeyResult = {
    id: `k${seed}`,
    objectiveId: 'o1',
    title: `Key result ${seed}`,
    owner: '',
    weight: 1,
    start,
    due: addPeriods(start, grain, Math.round(since / ELAPSED)) - 1,
    unit: null,
    goal,
    link: { metricId: `m${seed}`, reading },
    checkIns: [],
    revisions: [],
  };
  return { keyResult, accrual, days, values, asOf: accrual === 'level' ? days.at(-1)! : last };
}
