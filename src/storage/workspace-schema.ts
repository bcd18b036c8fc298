import * as v from 'valibot';
import { LEVELS } from '../domain/objective.ts';
import { sourceInfo } from './dataset-schema.ts';
import { confidence, day, figure, id, list, name, prose } from './fields.ts';
import { recipe } from './recipe-schema.ts';
import { goal, reading, sealed } from './goal-schema.ts';
import { closing, meeting } from './meeting-schema.ts';
import { metric, metricEvent, metricProposal } from './metric-schema.ts';

const weight = v.pipe(figure, v.minValue(0));

const objective = v.object({
  id,
  title: name,
  level: v.picklist(LEVELS),
  owner: name,
  parentId: v.nullable(id),
  cycleId: id,
  ambition: v.picklist(['committed', 'aspirational']),
  weight: v.exactOptional(weight),
  countsChildren: v.exactOptional(v.boolean()),
  alignedWith: v.exactOptional(list(v.object({ objectiveId: id, note: prose }), 1_000)),
});

const checkIn = v.object({
  id,
  day,
  value: v.nullable(figure),
  confidence,
  note: prose,
  by: v.exactOptional(name),
});

const ruling = v.object({ day, reason: prose, approver: name });
const revision = v.object({ ...ruling.entries, id, before: v.object({ goal, due: day, weight: v.exactOptional(weight) }) });

/** A key result: see KeyResult. */
export const keyResult = v.object({
  id,
  objectiveId: id,
  title: name,
  owner: name,
  weight,
  start: day,
  due: day,
  unit: v.nullable(name),
  goal,
  link: v.nullable(v.object({ metricId: id, reading })),
  checkIns: list(checkIn, 10_000),
  revisions: list(revision, 1_000),
  limitsLockedOn: v.exactOptional(day),
  added: v.exactOptional(ruling),
  dropped: v.exactOptional(ruling),
  replaces: v.exactOptional(id),
  carriedFrom: v.exactOptional(id),
  sealed: v.exactOptional(sealed),
});

const adjustment = v.object({
  keyResultId: id,
  goal: v.exactOptional(goal),
  due: v.exactOptional(day),
  pace: v.exactOptional(figure),
  nextValues: v.exactOptional(list(figure, 1_000)),
  weight: v.exactOptional(weight),
  dropped: v.exactOptional(v.literal(true)),
});

/** A named set of things that are tried: see Scenario. */
export const scenario = v.object({
  id,
  name,
  createdOn: day,
  adjustments: list(adjustment, 20_000),
  events: v.exactOptional(list(metricEvent, 10_000)),
  added: v.exactOptional(list(keyResult, 1_000)),
  asks: v.exactOptional(prose),
});

const contribution = v.object({
  id,
  name,
  metricId: v.nullable(id),
  keyResultId: v.nullable(id),
  base: figure,
  wanted: figure,
  parts: list(v.object({ keyResultId: id, planned: figure }), 1_000),
});

/**
 * Everything that a user made. Objects are rebuilt from the named fields only, so `__proto__` and other strangers in a file go nowhere.
 */
export const workspaceSchema = v.object({
  title: name,
  sources: list(v.object({ id, info: sourceInfo, header: v.exactOptional(list(name, 20_000)) }), 1_000),
  metrics: list(metric, 200_000),
  cycles: list(v.object({ id, name, start: day, end: day, closing: v.exactOptional(closing) }), 1_000),
  activeCycleId: v.nullable(id),
  objectives: list(objective, 5_000),
  keyResults: list(keyResult, 20_000),
  scenarios: list(scenario, 1_000),
  recipes: v.exactOptional(list(recipe, 1_000)),
  events: v.exactOptional(list(metricEvent, 10_000)),
  contributions: v.exactOptional(list(contribution, 1_000)),
  meetings: v.exactOptional(list(meeting, 5_000)),
  proposals: v.exactOptional(list(metricProposal, 10_000)),
});
