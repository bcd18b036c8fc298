import type { Assessment, Reason, Status, Verdict } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { KeyResult, Milestone } from './objective.ts';

/** Overdue by more than this many days is off track; by less, at risk. */
const GRACE_DAYS = 7;

const weightOf = (milestones: readonly Milestone[]): number => milestones.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);

function judge(share: number, late: readonly EpochDay[], asOf: EpochDay, due: EpochDay): { status: Status; verdict: Verdict | null } {
  if (share >= 1) return { status: 'achieved', verdict: null };
  if (asOf > due) return { status: 'missed', verdict: null };
  if (late.some((day) => asOf - day > GRACE_DAYS)) return { status: 'off-track', verdict: 'behind' };
  return late.length ? { status: 'at-risk', verdict: 'watch' } : { status: 'on-track', verdict: 'on-plan' };
}

/** A checklist: share of the weight done against the share due by now. No statistics, so no chance and no forecast. */
export function assessMilestones({ start, due }: KeyResult, all: readonly Milestone[], asOf: EpochDay): Assessment {
  const total = weightOf(all);
  const isDone = ({ doneOn }: Milestone) => doneOn !== null && doneOn <= asOf;
  const done = all.filter(isDone);
  const open = all.filter((milestone) => !isDone(milestone));
  const dueDay = (milestone: Milestone) => milestone.due ?? due;
  const late = open.map(dueDay).filter((day) => day < asOf);
  const next = open
    .map(dueDay)
    .filter((day) => day >= asOf)
    .reduce<EpochDay | null>((soonest, day) => (soonest === null || day < soonest ? day : soonest), null);
  // Unweighted lists, or lists whose weights are all 0, count heads.
  const share = (some: readonly Milestone[]) => (total > 0 ? weightOf(some) / total : all.length ? some.length / all.length : 0);
  const progress = share(done);
  const expected = share(all.filter((milestone) => dueDay(milestone) <= asOf));
  const reason: Reason = { code: 'milestones', done: done.length, all: all.length, overdue: late.length, next };
  const nothing = all.length === 0;
  const { status, verdict } = nothing ? { status: 'no-data' as const, verdict: null } : judge(progress, late, asOf, due);
  return {
    status,
    verdict,
    stale: false,
    value: nothing ? null : progress,
    valueDay: nothing ? null : Math.min(asOf, due),
    baseline: 0,
    target: 1,
    progress: nothing ? null : progress,
    expected: nothing ? null : expected,
    expectedValue: nothing ? null : expected,
    chance: status === 'achieved' ? 1 : status === 'missed' ? 0 : null,
    chanceIfPlanResumes: null,
    chanceIfNothingChanges: null,
    forecast: null,
    pace: expected > 0 ? progress / expected : null,
    pacePerPeriod: null,
    requiredPerPeriod: null,
    requiredPace: null,
    periodsLeft: Math.max(0, due - Math.max(asOf, start)),
    rollup: nothing ? null : { progress, expected },
    reasons: nothing ? [{ code: 'no-data' }] : [reason],
    state: null,
  };
}
