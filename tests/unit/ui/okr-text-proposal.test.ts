import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import { parseOkrText } from '../../../src/domain/okr-text.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { linkContext } from '../../../src/ui/okr/link-context.ts';
import { correctProposals, firstProblem, resolveRelative, type Corrections } from '../../../src/ui/okr/okr-proposal.ts';
import { proposalsOf } from '../../../src/ui/okr/okr-text-proposal.ts';
import { okrsOf } from '../../../src/ui/okr/okrs-of.ts';

const cycle = { id: 'c1', name: 'Q3', start: dayOf(2026, 7, 1), end: dayOf(2026, 9, 30) };
const metric = { id: 'm1', name: '新增付费客户', unit: '家', accrual: 'flow', filters: [] } as unknown as Metric;

function from(text: string, metrics: readonly Metric[] = [], corrections: Corrections = {}) {
  const draft = parseOkrText(text, { today: cycle.start, cycle });
  const proposals = correctProposals(proposalsOf(draft), corrections, linkContext(metrics, new Map(), cycle));
  const okrs = okrsOf(proposals, { workspace: { ...emptyWorkspace, metrics }, cycle, today: cycle.start, untitled: 'Unnamed' });
  return { ...okrs, problem: firstProblem(proposals, okrs) };
}

describe('OKRs out of pasted text', () => {
  it('loses no key result that stands before any objective', () => {
    const { objectives, keyResults } = from('KR: NPS from 40 to 60');
    expect(objectives.map((objective) => objective.title)).toEqual(['Unnamed']);
    expect(keyResults[0]).toMatchObject({ objectiveId: objectives[0]?.id, goal: { baseline: 40, target: 60 }, due: cycle.end });
  });

  it('links what is surely meant: amounts are summed since the start', () => {
    expect(from('O：增长\nKR：新增付费客户 1,000 家', [metric]).keyResults[0]?.link).toEqual({ metricId: 'm1', reading: { kind: 'sum' } });
    expect(from('O：增长\nKR：员工满意度从 70% 提升到 80%', [metric]).keyResults[0]?.link).toBeNull();
    expect(from('O：增长\nKR：新增付费客户 1,000 家', [metric], { k2: { link: null } }).keyResults[0]?.link).toBeNull();
  });

  it('finds the target of a relative goal once its baseline is known', () => {
    const [, proposal] = proposalsOf(parseOkrText('O: Grow\nKR: revenue +20%', { today: cycle.start, cycle }));
    const known = resolveRelative({
      ...proposal!,
      goal: { kind: 'reach', baseline: 50, target: NaN, stretch: null, plan: { kind: 'linear' } },
    });
    expect(known.goal).toMatchObject({ baseline: 50, target: 60 });
  });

  it('says which line lacks a figure', () => {
    expect(from('O: Grow\nKR: reach NPS 60').problem).toMatchObject({ key: 'k2', error: { field: 'baseline' } });
    expect(from('O: Grow\nKR: NPS from 40 to 60').problem).toBeNull();
  });

  it('an objective that is left out takes its key results with it', () => {
    const text = 'O: Grow\nKR: NPS from 40 to 60\nO: Deliver\nKR: lead time from 40 to 30 days';
    expect(from(text, [], { o1: { leftOut: true } }).keyResults.map(({ title }) => title)).toEqual(['lead time from 40 to 30 days']);
  });
});
