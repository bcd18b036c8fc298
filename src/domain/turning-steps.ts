import type { Status } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import { assessMilestones } from './milestones.ts';
import type { KeyResult } from './objective.ts';

/** What would change the verdict of a checklist. */
export interface TurningSteps {
  /** Overdue steps, and what the status would be if they were done now; null where none is overdue. */
  readonly catchUp: { readonly titles: readonly string[]; readonly status: Status } | null;
  /** First later day on which the status changes if nothing more is done. */
  readonly lapse: { readonly day: EpochDay; readonly status: Status; readonly title: string | null } | null;
}

/** Asks the checklist's own rule with steps done and with time passing. Null where it has no steps. */
export function turningSteps(keyResult: KeyResult, asOf: EpochDay): TurningSteps | null {
  const { goal, due } = keyResult;
  if (goal.kind !== 'milestones' || !goal.milestones.length) return null;
  const { milestones } = goal;
  const now = assessMilestones(keyResult, milestones, asOf).status;
  const open = milestones.filter(({ doneOn }) => doneOn === null || doneOn > asOf);
  const late = open.filter((step) => (step.due ?? due) < asOf);
  const caughtUp = milestones.map((step) => (late.includes(step) ? { ...step, doneOn: asOf } : step));
  let lapse: TurningSteps['lapse'] = null;
  for (let day = asOf + 1; day <= due + 1 && open.length && asOf <= due; day++) {
    // A step that was entered as done on a later day counts from that day.
    const { status } = assessMilestones(keyResult, milestones, day);
    if (status === now) continue;
    const missed = open.filter((step) => (step.due ?? due) < day).sort((a, b) => (b.due ?? due) - (a.due ?? due))[0];
    lapse = { day, status, title: missed?.title ?? null };
    break;
  }
  return {
    catchUp: late.length ? { titles: late.map(({ title }) => title), status: assessMilestones(keyResult, caughtUp, asOf).status } : null,
    lapse,
  };
}
