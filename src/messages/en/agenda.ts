import type { AgendaReason } from '../../domain/agenda.ts';
import type { Status } from '../../domain/assessment.ts';
import type { ConfidenceGap } from '../../domain/confidence-gap.ts';
import type { MetricReason } from '../../domain/metric-review.ts';
import type { Format } from '../format.ts';
import { conflicts } from './conflicts.ts';

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What the phrases of an agenda need beside their facts. */
export interface AgendaContext {
  readonly status: Record<Status, string>;
  readonly unit: string | null;
}

/** Words for why something is on the agenda. */
export const agenda = {
  /** A few words for the list. */
  reason(reason: AgendaReason, { status, unit }: AgendaContext, f: Format): string {
    switch (reason.code) {
      case 'status':
        return status[reason.status];
      case 'worse': {
        const fact = reason.facts[0];
        if (fact?.code === 'status') return `newly worse, was ${status[fact.from]}`;
        return fact?.code === 'chance' ? `chance fell ${f.chance(fact.from)} → ${f.chance(fact.to)}` : 'newly worse';
      }
      case 'decision': {
        const { overdue } = reason.past;
        return overdue === null ? 'a decision is open' : overdue ? `a decision is ${s(overdue, 'day')} overdue` : 'a decision is due today';
      }
      case 'gap':
        return `confidence ${reason.gap.confidence}, chance ${f.chance(reason.gap.chance)}`;
      case 'stale':
        return reason.age === null ? 'no data' : `data ${s(reason.age, 'day')} old`;
      case 'overdue-steps':
        return `${s(reason.count, 'step')} overdue`;
      case 'conflict':
        return conflicts.sentence(reason.conflict, f).lead;
      case 'proposal':
        return 'a change is proposed';
      case 'moved-unserved': {
        const { from, to } = reason.course;
        return `moved ${f.about(from, unit)} → ${f.about(to, unit)}, serves no key result`;
      }
      case 'metric-stale':
        return `last figure ${s(reason.age, 'day')} ago`;
    }
  },

  /** The one sentence of a KPI on the agenda. */
  metric(reason: MetricReason, unit: string | null, f: Format): string {
    switch (reason.code) {
      case 'conflict': {
        const { lead, rest } = conflicts.sentence(reason.conflict, f);
        return lead + rest;
      }
      case 'proposal': {
        const { by, change, reason: why } = reason.proposal;
        return `${by || 'Somebody'} proposes: ${change}. Because: ${why}`;
      }
      case 'moved-unserved':
        return `Moved from about ${f.about(reason.course.from, unit)} to about ${f.about(reason.course.to, unit)}, and serves no key result: should one of them know?`;
      case 'metric-stale':
        return `The last figure is ${s(reason.age, 'day')} old; one is due about every ${s(Math.round(reason.cadence), 'day')}. Does anybody still keep it?`;
    }
  },

  /** The question that a gap between person and figures asks. */
  gap({ confidence, chance, hopeful }: ConfidenceGap, by: string, f: Format): { lead: string; rest: string } {
    const who = by || 'the owner';
    return hopeful === 'person'
      ? {
          lead: `Confidence ${confidence}, yet the chance is ${f.chance(chance)}.`,
          rest: ` What does ${who} know that the data do not show yet?`,
        }
      : {
          lead: `The chance is ${f.chance(chance)}, yet confidence is ${confidence}.`,
          rest: ` What does ${who} fear that the data do not show yet?`,
        };
  },
};
