import * as v from 'valibot';
import { SEVERITY } from '../domain/assessment.ts';
import { confidence, day, figure, id, list, name, prose } from './fields.ts';

const decision = v.object({
  text: prose,
  owner: name,
  due: v.nullable(day),
  outcome: v.picklist(['open', 'done', 'not-done', 'obsolete']),
  answeredOn: v.nullable(day),
});

const entry = v.object({
  subject: v.object({ kind: v.picklist(['key-result', 'metric']), id, title: name }),
  seen: v.object({ status: v.picklist(SEVERITY), value: v.nullable(figure), chance: v.nullable(figure), sentence: prose }),
  note: prose,
  confidence,
  decision: v.nullable(decision),
  by: v.exactOptional(name),
});

/** A review: see Meeting. */
export const meeting = v.object({
  id,
  cycleId: id,
  day,
  present: prose,
  entries: list(entry, 20_000),
  note: prose,
  finished: v.boolean(),
});

/** The end of a cycle: see Closing. */
export const closing = v.object({
  day,
  note: prose,
  scores: list(
    v.object({
      keyResultId: id,
      score: v.nullable(v.pipe(figure, v.minValue(0), v.maxValue(1))),
      note: prose,
      afterwards: v.picklist(['carry', 'done', 'stop']),
    }),
    20_000,
  ),
});
