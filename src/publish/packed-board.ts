import { GRAINS } from '../domain/calendar.ts';
import type { Dataset, SourceInfo } from '../domain/dataset.ts';
import type { Metric, OlderSource } from '../domain/metric.ts';
import {
  LEVELS,
  type CheckIn,
  type Cycle,
  type Goal,
  type KeyResult,
  type Link,
  type Milestone,
  type Objective,
  type Plan,
  type PlanStep,
  type Reading,
  type Revision,
} from '../domain/objective.ts';
import type { Adjustment, DataSource, Scenario, Workspace } from '../domain/workspace.ts';
import { ACCRUALS } from '../domain/dataset.ts';
import { column } from './packed-column.ts';
import { absent, day, figure, list, nullable, numbered, oneOf, optional, record, reference, text, variant } from './packing.ts';

/** The shape of a link. Order of fields and of choices is the format: to change it is to begin `k2`. */
const nothing = record<object>({});

const plan = variant<Plan>({
  linear: nothing,
  phased: record({ steps: list(record<PlanStep>({ day, value: figure })) }),
});
const path = record<Omit<Extract<Goal, { kind: 'reach' }>, 'kind'>>({
  baseline: figure,
  target: figure,
  stretch: nullable(figure),
  plan,
});
const milestone = record<Omit<Milestone, 'id'>>({ title: text, weight: figure, due: nullable(day), doneOn: nullable(day) });
const goal = variant<Goal>({
  reach: path,
  keep: record({ atLeast: nullable(figure), atMost: nullable(figure) }),
  milestones: record({ milestones: numbered<Milestone>('d', milestone) }),
  manual: path,
});
const reading = variant<Reading>({
  latest: nothing,
  sum: nothing,
  mean: nothing,
  'rolling-mean': record({ periods: figure }),
  'share-inside': nothing,
});

const sourceInfo = record<SourceInfo>({
  file: text,
  sheet: text,
  format: oneOf(['csv', 'xlsx', 'xls', 'xlsb', 'ods', 'html', 'paste']),
  encoding: nullable(text),
  delimiter: nullable(text),
  size: figure,
  importedOn: day,
  fingerprint: text,
  title: text,
  path: optional(text),
});
const role = oneOf<Metric['role']>(['actual', 'target', 'value']);
const metric = record<Omit<Metric, 'id'>>({
  name: text,
  datasetId: reference('s'),
  column: text,
  role,
  denominator: nullable(text),
  filters: list(record({ dimension: text, values: list(text) })),
  aggregation: oneOf(['sum', 'mean', 'last', 'max', 'min']),
  accrual: oneOf(ACCRUALS),
  unit: nullable(text),
  grain: oneOf(GRAINS),
  also: optional(list(record<OlderSource>({ datasetId: reference('s'), column: text, role }))),
});
const objective = record<Omit<Objective, 'id'>>({
  title: text,
  level: oneOf(LEVELS),
  owner: text,
  parentId: nullable(reference('o')),
  cycleId: reference('c'),
  ambition: oneOf(['committed', 'aspirational']),
});
const checkIn = record<Omit<CheckIn, 'id'>>({ day, value: nullable(figure), confidence: nullable(figure), note: text });
const revision = record<Omit<Revision, 'id'>>({ day, reason: text, approver: text, before: record({ goal, due: day }) });
const keyResult = record<Omit<KeyResult, 'id'>>({
  objectiveId: reference('o'),
  title: text,
  owner: text,
  weight: figure,
  start: day,
  due: day,
  unit: nullable(text),
  goal,
  link: nullable(record<Link>({ metricId: reference('m'), reading })),
  checkIns: numbered<CheckIn>('i', checkIn),
  revisions: numbered<Revision>('r', revision),
  limitsLockedOn: optional(day),
});
const adjustment = record<Adjustment>({
  keyResultId: reference('k'),
  goal: optional(goal),
  due: optional(day),
  pace: optional(figure),
  nextValues: optional(list(figure)),
});

/** A workspace whose things are numbered in order, see slimBoard. */
export const packedWorkspace = record<Workspace>({
  title: text,
  sources: numbered<DataSource>('s', record<Omit<DataSource, 'id'>>({ info: sourceInfo, header: absent })),
  metrics: numbered<Metric>('m', metric),
  cycles: numbered<Cycle>('c', record({ name: text, start: day, end: day })),
  activeCycleId: nullable(reference('c')),
  objectives: numbered<Objective>('o', objective),
  keyResults: numbered<KeyResult>('k', keyResult),
  scenarios: numbered<Scenario>('x', record({ name: text, createdOn: day, adjustments: list(adjustment) })),
  recipes: absent,
});

/** Data of the sources. Where they came from stands with the source already. */
export const packedDatasets = list<Pick<Dataset, 'id' | 'columns'>>(record({ id: reference('s'), columns: list(column) }));
