import * as v from 'valibot';
import { SEVERITY, VERDICTS } from '../domain/assessment.ts';
import { day, figure, id, list, name } from './fields.ts';

const plan = v.variant('kind', [
  v.object({ kind: v.literal('linear') }),
  v.object({ kind: v.literal('phased'), steps: list(v.object({ day, value: figure }), 1_000) }),
]);

const milestone = v.object({
  id,
  title: name,
  weight: v.pipe(figure, v.minValue(0)),
  due: v.nullable(day),
  doneOn: v.nullable(day),
});

const path = { baseline: figure, target: figure, stretch: v.nullable(figure), plan };

/** What a key result wants: see Goal. */
export const goal = v.variant('kind', [
  v.object({ kind: v.literal('reach'), ...path }),
  v.object({ kind: v.literal('keep'), atLeast: v.nullable(figure), atMost: v.nullable(figure) }),
  v.object({ kind: v.literal('milestones'), milestones: list(milestone, 500) }),
  v.object({ kind: v.literal('manual'), ...path }),
]);

/** How the KPI is read: see Reading. */
export const reading = v.variant('kind', [
  v.object({ kind: v.literal('latest') }),
  v.object({ kind: v.literal('sum') }),
  v.object({ kind: v.literal('mean') }),
  v.object({ kind: v.literal('rolling-mean'), periods: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)) }),
  v.object({ kind: v.literal('share-inside') }),
]);

/** How it stood where the figures stayed at home: see Sealed. */
export const sealed = v.object({
  day,
  status: v.picklist(SEVERITY),
  verdict: v.nullable(v.picklist(VERDICTS)),
  progress: v.nullable(figure),
  expected: v.nullable(figure),
});
