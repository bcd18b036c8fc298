import * as v from 'valibot';
import { GRAINS } from '../domain/calendar.ts';
import { ACCRUALS } from '../domain/dataset.ts';
import { day, figure, id, list, name, prose } from './fields.ts';

const role = v.picklist(['actual', 'target', 'value']);

/** A KPI: see Metric. */
export const metric = v.object({
  id,
  name,
  datasetId: id,
  column: name,
  role,
  denominator: v.nullable(name),
  filters: list(v.object({ dimension: name, values: list(name, 10_000) }), 100),
  aggregation: v.picklist(['sum', 'mean', 'last', 'max', 'min']),
  accrual: v.picklist(ACCRUALS),
  unit: v.nullable(name),
  grain: v.picklist(GRAINS),
  also: v.exactOptional(list(v.object({ datasetId: id, column: name, role }), 1_000)),
  target: v.exactOptional(v.object({ atLeast: v.nullable(figure), atMost: v.nullable(figure) })),
  timeFrame: v.exactOptional(v.object({ start: day, end: day })),
  monitoring: v.exactOptional(v.picklist(GRAINS)),
  owner: v.exactOptional(name),
});

/** A headwind or tailwind: see MetricEvent. */
export const metricEvent = v.object({
  id,
  metricId: id,
  name,
  day,
  lasting: v.boolean(),
  size: v.variant('kind', [v.object({ kind: v.literal('share'), by: figure }), v.object({ kind: v.literal('amount'), by: figure })]),
  notedOn: day,
});

/** A change of a KPI that was argued for: see MetricProposal. */
export const metricProposal = v.object({
  id,
  metricId: id,
  name,
  day,
  by: name,
  change: prose,
  reason: prose,
  state: v.picklist(['open', 'accepted', 'rejected']),
  decidedOn: v.nullable(day),
  approver: name,
  answer: prose,
});
