import * as v from 'valibot';
import { GRAINS } from '../domain/calendar.ts';
import { ACCRUALS } from '../domain/dataset.ts';
import { LEVELS } from '../domain/objective.ts';
import { sourceInfo } from './dataset-schema.ts';
import { day, figure, id, list, name, prose } from './fields.ts';
import { recipe } from './recipe-schema.ts';
import { goal, reading } from './goal-schema.ts';

const role = v.picklist(['actual', 'target', 'value']);

const metric = v.object({
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
});

const objective = v.object({
  id,
  title: name,
  level: v.picklist(LEVELS),
  owner: name,
  parentId: v.nullable(id),
  cycleId: id,
  ambition: v.picklist(['committed', 'aspirational']),
});

const checkIn = v.object({
  id,
  day,
  value: v.nullable(figure),
  confidence: v.nullable(v.pipe(figure, v.minValue(0), v.maxValue(10))),
  note: prose,
});

const revision = v.object({ id, day, reason: prose, approver: name, before: v.object({ goal, due: day }) });

const keyResult = v.object({
  id,
  objectiveId: id,
  title: name,
  owner: name,
  weight: v.pipe(figure, v.minValue(0)),
  start: day,
  due: day,
  unit: v.nullable(name),
  goal,
  link: v.nullable(v.object({ metricId: id, reading })),
  checkIns: list(checkIn, 10_000),
  revisions: list(revision, 1_000),
  limitsLockedOn: v.exactOptional(day),
});

const adjustment = v.object({
  keyResultId: id,
  goal: v.exactOptional(goal),
  due: v.exactOptional(day),
  pace: v.exactOptional(figure),
  nextValues: v.exactOptional(list(figure, 1_000)),
});

/**
 * Everything that a user made. Objects are rebuilt from the named fields only, so `__proto__` and other strangers in a file go nowhere.
 */
export const workspaceSchema = v.object({
  title: name,
  sources: list(v.object({ id, info: sourceInfo, header: v.exactOptional(list(name, 20_000)) }), 1_000),
  metrics: list(metric, 200_000),
  cycles: list(v.object({ id, name, start: day, end: day }), 1_000),
  activeCycleId: v.nullable(id),
  objectives: list(objective, 5_000),
  keyResults: list(keyResult, 20_000),
  scenarios: list(v.object({ id, name, createdOn: day, adjustments: list(adjustment, 20_000) }), 1_000),
  recipes: v.exactOptional(list(recipe, 1_000)),
});
