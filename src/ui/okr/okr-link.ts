import { proposeBaseline } from '../../domain/baseline.ts';
import { proposeMetric, proposeReading } from '../../domain/link.ts';
import type { Metric } from '../../domain/metric.ts';
import type { Cycle, Goal, Link, Reading } from '../../domain/objective.ts';
import type { Series } from '../../domain/series.ts';
import { planFromTargets } from '../../domain/target-plan.ts';
import type { Proposal } from './okr-proposal.ts';

/** What a proposal may be linked to. */
export interface LinkContext {
  readonly metrics: readonly Metric[];
  readonly cycle: Cycle;
  readonly seriesOf: (metric: Metric) => Series | null;
  /** Targets by period that a file has for a KPI. */
  readonly targetsOf: (metric: Metric) => Series | null;
}

const figuresOf = (goal: Goal): readonly number[] =>
  goal.kind === 'keep' ? [goal.atLeast ?? NaN, goal.atMost ?? NaN] : goal.kind === 'milestones' ? [] : [goal.baseline, goal.target];

function times(goal: Goal, factor: number): Goal {
  const by = (value: number) => Number((value * factor).toPrecision(12));
  if (goal.kind === 'keep')
    return {
      kind: 'keep',
      atLeast: goal.atLeast === null ? null : by(goal.atLeast),
      atMost: goal.atMost === null ? null : by(goal.atMost),
    };
  if (goal.kind === 'milestones') return goal;
  return { ...goal, baseline: by(goal.baseline), target: by(goal.target), stretch: goal.stretch === null ? null : by(goal.stretch) };
}

/** Money that is called 元 as well. */
const CALLED_YUAN = new Set(['TWD', 'HKD', 'MOP']);

/** The goal in the unit of its KPI: a bare 60 beside percentages is 60%, and 元 is the money of the KPI. */
function inUnitOf(metric: Metric, proposal: Proposal): Pick<Proposal, 'goal' | 'unit'> {
  const { goal, unit } = proposal;
  if (unit === null && metric.unit === '%' && figuresOf(goal).some((value) => Math.abs(value) > 1))
    return { goal: times(goal, 0.01), unit: '%' };
  if (unit === 'CNY' && CALLED_YUAN.has(metric.unit ?? '')) return { goal, unit: metric.unit };
  return { goal, unit: unit ?? metric.unit };
}

/** Targets that end within half a per cent of the goal are the plan for it. */
const agrees = (one: number, other: number) => Math.abs(one - other) <= 0.005 * Math.abs(other);

/** A goal of which nothing is known but its KPI. */
const OPEN: Goal = { kind: 'reach', baseline: NaN, target: NaN, stretch: null, plan: { kind: 'linear' } };

/** How a proposal reads a KPI unless a person says otherwise. */
export function readingFor(metric: Metric, proposal: Proposal, { cycle, seriesOf }: LinkContext): Reading {
  const window = { start: proposal.start ?? cycle.start, due: proposal.due ?? cycle.end };
  return proposeReading(metric, inUnitOf(metric, proposal).goal, seriesOf(metric), window);
}

/** What follows from reading a KPI: unit, baseline, and the path of a file's targets where they lead to the same goal or there is none. */
function followLink(proposal: Proposal, metric: Metric, link: Link | null, context: LinkContext): Proposal {
  const { goal, unit } = inUnitOf(metric, proposal);
  const [start, due] = [proposal.start ?? context.cycle.start, proposal.due ?? context.cycle.end];
  const series = context.seriesOf(metric);
  const reading = link?.reading ?? readingFor(metric, proposal, context);
  const linked = { ...proposal, unit, link: { metricId: metric.id, reading } };
  if (goal.kind !== 'reach') return { ...linked, goal };
  const level = reading.kind === 'sum' ? 0 : series && proposeBaseline(series, start);
  const baseline = Number.isNaN(goal.baseline) && level !== null ? Number(level.toPrecision(4)) : goal.baseline;
  const known = { ...goal, baseline };
  const targetSeries = context.targetsOf(metric);
  const wish = { metric, reading, start, due, baseline: Number.isNaN(goal.baseline) ? null : goal.baseline };
  const targets = targetSeries && planFromTargets(targetSeries, wish);
  const fits = targets && targets.due === due && (targets.baseline === null || targets.baseline === baseline);
  if (!targets || !fits) return { ...linked, goal: known, targets };
  if (Number.isNaN(goal.target) && !proposal.relative)
    return { ...linked, targets, goal: { ...known, target: targets.target, plan: targets.plan } };
  return { ...linked, targets, goal: agrees(targets.target, goal.target) ? { ...known, plan: targets.plan } : known };
}

/**
 * The proposal with the KPI that it surely means, or with the one that a person chose (`chosen`; null for none; undefined where nobody
 * chose yet), and with what follows from that.
 */
export function linkProposal(proposal: Proposal, chosen: Link | null | undefined, context: LinkContext): Proposal {
  const { goal } = proposal;
  const unlinked = { ...proposal, link: null };
  if (proposal.kind === 'objective' || goal.kind === 'manual' || chosen === null) return unlinked;
  // Work that is done or not done has no KPI, unless the list names one: then its targets are looked for in the file.
  if (goal.kind === 'milestones' && proposal.metric === '') return unlinked;
  const metric = chosen ? context.metrics.find(({ id }) => id === chosen.metricId) : proposeMetric(proposal, context.metrics);
  if (!metric) return unlinked;
  return followLink(goal.kind === 'milestones' ? { ...proposal, goal: OPEN } : proposal, metric, chosen ?? null, context);
}
