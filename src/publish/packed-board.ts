import { GRAINS } from '../domain/calendar.ts';
import type { Closing, ClosingScore } from '../domain/closing.ts';
import type { Contribution, ContributionPart } from '../domain/contribution.ts';
import type { Dataset, SourceInfo } from '../domain/dataset.ts';
import type { EventSize, MetricEvent } from '../domain/metric-event.ts';
import type { Metric, MetricTarget, OlderSource } from '../domain/metric.ts';
import {
  LEVELS,
  type Alignment,
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
  type Ruling,
  type Sealed,
} from '../domain/objective.ts';
import type { Adjustment, DataSource, Scenario, Workspace } from '../domain/workspace.ts';
import { ACCRUALS } from '../domain/dataset.ts';
import { column } from './packed-column.ts';
import { absent, day, figure, flag, list, nullable, numbered, oneOf, optional, record, reference, text, variant, yes } from './packing.ts';

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
  target: optional(record<MetricTarget>({ atLeast: nullable(figure), atMost: nullable(figure) })),
  timeFrame: optional(record({ start: day, end: day })),
  monitoring: optional(oneOf(GRAINS)),
  owner: optional(text),
});
const objective = record<Omit<Objective, 'id'>>({
  title: text,
  level: oneOf(LEVELS),
  owner: text,
  parentId: nullable(reference('o')),
  cycleId: reference('c'),
  ambition: oneOf(['committed', 'aspirational']),
  weight: optional(figure),
  countsChildren: optional(flag),
  alignedWith: optional(list(record<Alignment>({ objectiveId: reference('o'), note: text }))),
});
const checkIn = record<Omit<CheckIn, 'id'>>({ day, value: nullable(figure), confidence: nullable(figure), note: text, by: optional(text) });
const ruling = record<Ruling>({ day, reason: text, approver: text });
const revision = record<Omit<Revision, 'id'>>({
  day,
  reason: text,
  approver: text,
  before: record<Revision['before']>({ goal, due: day, weight: optional(figure) }),
});
// The order of both lists is the format, whatever order the domain gives them.
const sealed = record<Sealed>({
  day,
  status: oneOf(['off-track', 'missed', 'at-risk', 'no-data', 'too-early', 'on-track', 'achieved']),
  verdict: nullable(oneOf(['ahead', 'on-plan', 'volatile', 'watch', 'behind', 'level-shift', 'reversed', 'unlikely'])),
  progress: nullable(figure),
  expected: nullable(figure),
});
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
  added: optional(ruling),
  dropped: optional(ruling),
  replaces: optional(reference('k')),
  carriedFrom: optional(reference('k')),
  sealed: optional(sealed),
});
const adjustment = record<Adjustment>({
  keyResultId: reference('k'),
  goal: optional(goal),
  due: optional(day),
  pace: optional(figure),
  nextValues: optional(list(figure)),
  weight: optional(figure),
  dropped: optional(yes),
});
const event = record<Omit<MetricEvent, 'id'>>({
  metricId: reference('m'),
  name: text,
  day,
  lasting: flag,
  size: variant<EventSize>({ share: record({ by: figure }), amount: record({ by: figure }) }),
  notedOn: day,
});
const scenario = record<Omit<Scenario, 'id'>>({
  name: text,
  createdOn: day,
  adjustments: list(adjustment),
  events: optional(numbered<MetricEvent>('e', event)),
  added: optional(numbered<KeyResult>('y', keyResult)),
  asks: optional(text),
});
const contribution = record<Omit<Contribution, 'id'>>({
  name: text,
  metricId: nullable(reference('m')),
  keyResultId: nullable(reference('k')),
  base: figure,
  wanted: figure,
  parts: list(record<ContributionPart>({ keyResultId: reference('k'), planned: figure })),
});
const closing = record<Closing>({
  day,
  note: text,
  scores: list(
    record<ClosingScore>({
      keyResultId: reference('k'),
      score: nullable(figure),
      note: text,
      afterwards: oneOf(['carry', 'done', 'stop']),
    }),
  ),
});

/** A workspace whose things are numbered in order, see slimBoard. */
export const packedWorkspace = record<Workspace>({
  title: text,
  sources: numbered<DataSource>('s', record<Omit<DataSource, 'id'>>({ info: sourceInfo, header: absent })),
  metrics: numbered<Metric>('m', metric),
  cycles: numbered<Cycle>('c', record<Omit<Cycle, 'id'>>({ name: text, start: day, end: day, closing: optional(closing) })),
  activeCycleId: nullable(reference('c')),
  objectives: numbered<Objective>('o', objective),
  keyResults: numbered<KeyResult>('k', keyResult),
  scenarios: numbered<Scenario>('x', scenario),
  recipes: absent,
  events: optional(numbered<MetricEvent>('e', event)),
  contributions: optional(numbered<Contribution>('b', contribution)),
  // What was said in the room stays there: minutes and arguments travel in the file only.
  meetings: absent,
  proposals: absent,
});

/** Data of the sources. Where they came from stands with the source already. */
export const packedDatasets = list<Pick<Dataset, 'id' | 'columns'>>(record({ id: reference('s'), columns: list(column) }));
