import { analyse } from './assess.ts';
import { proposeBaseline } from './baseline.ts';
import type { EpochDay } from './calendar.ts';
import type { Metric } from './metric.ts';
import type { Goal, KeyResult, Reading } from './objective.ts';
import type { Series } from './series.ts';
import { mean } from './stats/robust.ts';
import { dataOf } from './steps.ts';
import { planFromTargets, type TargetPlan } from './target-plan.ts';

interface OwnTargetInput {
  readonly metric: Metric;
  readonly series: Series;
  /** The targets by period that a file has for the KPI. */
  readonly targets: Series;
  readonly start: EpochDay;
  readonly due: EpochDay;
  readonly asOf: EpochDay;
  /** +1 where more is better. */
  readonly good: 1 | -1;
}

/** Targets that end before the time does go on: a level stays at the last one, a sum grows on at its average pace. */
function until(due: EpochDay, start: EpochDay, plan: TargetPlan, sums: boolean): Pick<TargetPlan, 'target' | 'due' | 'plan'> {
  if (plan.due >= due) return plan;
  const steps = plan.plan.kind === 'phased' ? plan.plan.steps : [];
  const target = sums ? (plan.target * (due + 1 - start)) / (plan.due + 1 - start) : plan.target;
  return { target, due, plan: { kind: 'phased', steps: [...steps, { day: plan.due, value: plan.target }] } };
}

/** The targets as a goal: a path where they lead somewhere, a limit where they stay or are reached already. */
function goalOf(
  { series, start, good }: OwnTargetInput,
  { target, plan }: Pick<TargetPlan, 'target' | 'plan'>,
  sums: boolean,
): Goal | null {
  const limit: Goal = { kind: 'keep', atLeast: good > 0 ? target : null, atMost: good > 0 ? null : target };
  if (sums) return target === 0 ? null : { kind: 'reach', baseline: 0, target, stretch: null, plan };
  const steps = plan.kind === 'phased' ? plan.steps : [];
  if (steps.every(({ value }) => value === target)) return limit;
  const baseline = proposeBaseline(series, start);
  if (baseline === null) return null;
  return (target - baseline) * good > 0 ? { kind: 'reach', baseline, target, stretch: null, plan } : limit;
}

/** A limit is missed by figures in a row, and by more than the noise: less is a spell of noise that lingers. */
const RUN = 6;

/** The latest whole figures all miss the limit, on average by more than σ. */
function missesInARow(
  { series, start, asOf }: OwnTargetInput,
  { atLeast, atMost }: Extract<Goal, { kind: 'keep' }>,
  sigma: number,
): boolean {
  const latest = dataOf(series, start, 0)
    .filter(({ last }) => last <= asOf)
    .slice(-RUN);
  const short = latest.map(({ value }) => Math.max((atLeast ?? value) - value, value - (atMost ?? value)));
  return latest.length === RUN && short.every((by) => by > 0) && mean(short) > sigma;
}

/**
 * Whether a KPI meets the target column of its own file, judged as a key result would be, so that a wobble about the target is neither; a
 * limit is missed only by six figures in a row and by more than σ, since the level of autocorrelated noise lingers beyond a near limit.
 * Null where the targets make no goal or nothing can be said.
 */
export function ownTargetOf(input: OwnTargetInput): 'meets' | 'misses' | null {
  const { metric, series, targets, start, due, asOf } = input;
  const sums = metric.accrual === 'flow' || metric.accrual === 'cumulative';
  const reading: Reading = sums ? { kind: 'sum' } : { kind: 'latest' };
  const known = planFromTargets(targets, { metric, reading, start, due, baseline: null });
  const plan = known && until(due, start, known, sums);
  const goal = plan && goalOf(input, plan, sums);
  if (!goal) return null;
  const keyResult: KeyResult = {
    id: metric.id,
    objectiveId: '',
    title: metric.name,
    owner: '',
    weight: 1,
    start,
    due: plan.due,
    unit: metric.unit,
    goal,
    link: { metricId: metric.id, reading },
    checkIns: [],
    revisions: [],
  };
  const { assessment, outlook } = analyse({ keyResult, series, asOf });
  const { status } = assessment;
  if (status === 'off-track') return goal.kind !== 'keep' || missesInARow(input, goal, outlook?.sigma ?? 0) ? 'misses' : null;
  return status === 'on-track' || status === 'achieved' ? 'meets' : null;
}
