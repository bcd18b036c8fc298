import { SEVERITY, type Assessment, type Status } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { ChangeFact, KeyResultChange } from './changes.ts';
import { confidenceGap, type ConfidenceGap } from './confidence-gap.ts';
import type { Conflict, Standing } from './conflicts.ts';
import { isDue, lineOf, type PastDecision } from './decisions.ts';
import type { Id } from './ids.ts';
import type { MetricReason, MetricReview } from './metric-review.ts';
import type { CheckIn, KeyResult } from './objective.ts';

/** Why a key result is to be talked about. */
export type KeyResultReason =
  | { readonly code: 'status'; readonly status: Extract<Status, 'off-track' | 'missed' | 'at-risk'> }
  | { readonly code: 'worse'; readonly facts: readonly ChangeFact[] }
  | { readonly code: 'decision'; readonly past: PastDecision }
  | { readonly code: 'gap'; readonly gap: ConfidenceGap; readonly by: string }
  /** The figures are old, or there are none although it has begun. */
  | { readonly code: 'stale'; readonly age: number | null }
  | { readonly code: 'overdue-steps'; readonly count: number }
  | { readonly code: 'conflict'; readonly conflict: Conflict };

export type AgendaReason = KeyResultReason | MetricReason;

export interface AgendaItem {
  readonly subject: { readonly kind: 'key-result' | 'metric'; readonly id: Id; readonly title: string };
  /** Status of a key result; a KPI has none. */
  readonly status: Status | null;
  /** The most telling first. */
  readonly reasons: readonly AgendaReason[];
}

export interface Agenda {
  /** Key results worst first, then KPIs. */
  readonly items: readonly AgendaItem[];
  /** Key results that need no discussion, in the order of the board. */
  readonly calm: readonly AgendaItem[];
}

export interface AgendaInput {
  readonly asOf: EpochDay;
  readonly standings: readonly Standing[];
  /** Every key result that is stored: lineage leads to some that are not on the board. */
  readonly keyResults: readonly KeyResult[];
  readonly changes: readonly KeyResultChange[];
  readonly decisions: readonly PastDecision[];
  readonly conflicts: readonly Conflict[];
  readonly metrics: readonly MetricReview[];
}

/** The newest confidence that somebody told by a day. */
export const lastConfidence = ({ checkIns }: KeyResult, asOf: EpochDay, except?: Id): CheckIn | null =>
  checkIns
    .filter(({ id, day, confidence }) => confidence !== null && day <= asOf && id !== except)
    .reduce<CheckIn | null>((last, checkIn) => (last && last.day > checkIn.day ? last : checkIn), null);

/** The chance that a confidence can be held against: an outcome is none. */
export const openChance = ({ status, chance }: Assessment): number | null => (status === 'achieved' || status === 'missed' ? null : chance);

function factsOf({ keyResult, assessment }: Standing, asOf: EpochDay): KeyResultReason[] {
  const reasons: KeyResultReason[] = [];
  const checkIn = lastConfidence(keyResult, asOf);
  const gap = confidenceGap(checkIn?.confidence ?? null, openChance(assessment));
  if (gap && checkIn) reasons.push({ code: 'gap', gap, by: checkIn.by || keyResult.owner });
  const stale = assessment.reasons.find((reason) => reason.code === 'stale');
  if (stale?.code === 'stale') reasons.push({ code: 'stale', age: stale.age });
  else if (assessment.status === 'no-data' && keyResult.start <= asOf) reasons.push({ code: 'stale', age: null });
  const steps = assessment.reasons.find((reason) => reason.code === 'milestones');
  if (steps?.code === 'milestones' && steps.overdue > 0) reasons.push({ code: 'overdue-steps', count: steps.overdue });
  return reasons;
}

function itemOf(standing: Standing, input: AgendaInput): AgendaItem {
  const { keyResult, assessment } = standing;
  const { status } = assessment;
  const reasons: KeyResultReason[] = [];
  const change = input.changes.find((one) => one.keyResult.id === keyResult.id && one.direction === 'worse');
  if (status === 'off-track' || status === 'missed' || status === 'at-risk') reasons.push({ code: 'status', status });
  if (change) reasons.push({ code: 'worse', facts: change.facts });
  const line = lineOf(keyResult.id, input.keyResults);
  for (const past of input.decisions)
    if (past.subject.kind === 'key-result' && line.has(past.subject.id) && isDue(past)) reasons.push({ code: 'decision', past });
  reasons.push(...factsOf(standing, input.asOf));
  const conflict = input.conflicts.find((one) => !('metric' in one) && one.keyResults.some(({ id }) => id === keyResult.id));
  if (conflict) reasons.push({ code: 'conflict', conflict });
  return { subject: { kind: 'key-result', id: keyResult.id, title: keyResult.title }, status, reasons };
}

function metricItem({ metric, reasons }: MetricReview, decisions: readonly PastDecision[]): AgendaItem {
  const open = decisions.filter((past) => past.subject.kind === 'metric' && past.subject.id === metric.id && isDue(past));
  return {
    subject: { kind: 'metric', id: metric.id, title: metric.name },
    status: null,
    reasons: [...reasons, ...open.map((past) => ({ code: 'decision' as const, past }))],
  };
}

/**
 * What a review talks about: whatever is off track or at risk, became worse since the last one, has a decision to be asked after, a person
 * far from the figures, old data, overdue steps or a conflict between KPI and OKR; then KPIs of their own. Worst first: by status, then what
 * became worse, then by the strength of the evidence. The calm rest is named, not visited.
 */
export function agendaOf(input: AgendaInput): Agenda {
  const evidence = new Map(input.standings.map(({ keyResult, assessment }) => [keyResult.id, assessment.state?.pBehind ?? 0]));
  const worse = ({ reasons }: AgendaItem) => Number(reasons.some(({ code }) => code === 'worse'));
  const severity = ({ status }: AgendaItem) => SEVERITY.indexOf(status ?? 'achieved');
  const all = input.standings.map((standing) => itemOf(standing, input));
  const items = all
    .filter(({ reasons }) => reasons.length)
    .sort(
      (a, b) => severity(a) - severity(b) || worse(b) - worse(a) || (evidence.get(b.subject.id) ?? 0) - (evidence.get(a.subject.id) ?? 0),
    );
  const metrics = input.metrics.map((one) => metricItem(one, input.decisions)).filter(({ reasons }) => reasons.length);
  return { items: [...items, ...metrics], calm: all.filter(({ reasons }) => !reasons.length) };
}
