import { boardToTry, NOTHING_TRIED, type BoardTrial, type TrialRow } from '../../../../src/domain/board-trial.ts';
import type { MetricEvent } from '../../../../src/domain/metric-event.ts';
import type { KeyResult, Objective } from '../../../../src/domain/objective.ts';
import type { Series } from '../../../../src/domain/series.ts';
import { prepare } from '../../../../src/domain/what-if.ts';
import { day, keyResult, reach, series, wobble } from '../assess/builders.ts';

export const asOf = day('2026-08-23');
/** Eight whole weeks of about 20 each, and twelve before; six are to come. */
export const sales = series(
  Array.from({ length: 20 }, (_, i) => 20 + wobble(i)),
  { first: '2026-04-06', accrual: 'flow' },
);
/** A level that rises by about half a point a week from 40 on 1 July, read on Sundays. */
export const level = series(
  Array.from({ length: 20 }, (_, i) => 36 + 0.5 * i + 0.3 * wobble(i)),
  { first: '2026-04-12' },
);

export const total = (target: number, more: Partial<KeyResult> = {}) =>
  keyResult(reach(0, target), { kind: 'sum' }, { start: day('2026-06-29'), due: day('2026-10-04'), ...more });
export const climb = (target: number, more: Partial<KeyResult> = {}) =>
  keyResult(reach(41, target), { kind: 'latest' }, { start: day('2026-06-28'), due: day('2026-10-04'), ...more });

export const event = (more: Partial<MetricEvent>): MetricEvent => ({
  id: 'e1',
  metricId: 'm1',
  name: 'price',
  day: day('2026-09-07'),
  lasting: true,
  size: { kind: 'amount', by: -3 },
  notedOn: asOf,
  ...more,
});

export const objective = (id: string, more: Partial<Objective> = {}): Objective => ({
  id,
  title: id,
  level: 'team',
  owner: '',
  parentId: null,
  cycleId: 'c1',
  ambition: 'committed',
  ...more,
});

export const rowOf = (one: KeyResult, data: Series | null, added = false): TrialRow => ({
  keyResult: one,
  prepared: prepare({ keyResult: one, series: data, asOf }),
  events: [],
  added,
});
export const trial = (more: Partial<BoardTrial>): BoardTrial => ({ ...NOTHING_TRIED, ...more });
export const tried = (objectives: readonly Objective[], rows: readonly TrialRow[], more: Partial<BoardTrial> = {}) =>
  boardToTry(objectives, rows)(trial(more));
