import type { EpochDay } from '../../../src/domain/calendar.ts';
import type { Goal, KeyResult, Reading } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';

/** What really happens to a key result. `keep` goals only keep, slide out (`reversed`) or fall out at a date (`shift`). */
export type Course = 'on-plan' | 'half' | 'stalled' | 'reversed' | 'shift' | 'ahead';
export type GoalKind = 'level' | 'flow' | 'cumulative' | 'ratio' | 'at-least' | 'at-most' | 'within';
export const isKeep = (kind: GoalKind): boolean => kind === 'at-least' || kind === 'at-most' || kind === 'within';

/** A simulated key result: what the product may see on each day of review, and the truth that it may not. */
export interface World {
  readonly kind: GoalKind;
  readonly course: Course;
  /** Name of its noise, for slices. */
  readonly noise: string;
  readonly seasonal: boolean;
  readonly keyResult: KeyResult;
  readonly seriesAt: (asOf: EpochDay) => Series | null;
  readonly reviews: readonly EpochDay[];
  /** Day after which no figure comes any more; null where they keep coming. */
  readonly lastFigure: EpochDay | null;
  /** The reading (for totals the total) on the due date, and whether it meets the goal. */
  readonly final: number;
  readonly hit: boolean;
  /** Whether the key result really drifts on a day; null where neither answer would be wrong (ahead, before a shift). */
  readonly driftsOn: (day: EpochDay) => boolean | null;
}

interface Frame {
  readonly start: EpochDay;
  readonly due: EpochDay;
  readonly goal: Goal;
  readonly reading: Reading;
}

export const keyResultOf = ({ start, due, goal, reading }: Frame): KeyResult => ({
  id: 'k1',
  objectiveId: 'o1',
  title: 'Key result',
  owner: '',
  weight: 1,
  start,
  due,
  unit: null,
  goal,
  link: { metricId: 'm1', reading },
  checkIns: [],
  revisions: [],
});
