import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import { parseOkrText } from '../../../src/domain/okr-text.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { okrsOf, proposalsOf, resolveRelative } from '../../../src/ui/okr/okr-text-proposal.ts';

const cycle = { id: 'c1', name: 'Q3', start: dayOf(2026, 7, 1), end: dayOf(2026, 9, 30) };
const metric = { id: 'm1', name: '新增付费客户', unit: '家', accrual: 'flow' } as Metric;
const from = (text: string, metrics: readonly Metric[] = []) =>
  okrsOf(proposalsOf(parseOkrText(text, { today: cycle.start, cycle })), { ...emptyWorkspace, metrics }, cycle, 'Unnamed');

describe('OKRs out of pasted text', () => {
  it('loses no key result that stands before any objective', () => {
    const { objectives, keyResults } = from('KR: NPS from 40 to 60');
    expect(objectives.map((objective) => objective.title)).toEqual(['Unnamed']);
    expect(keyResults[0]).toMatchObject({ objectiveId: objectives[0]?.id, goal: { baseline: 40, target: 60 }, due: cycle.end });
  });

  it('links what is surely meant: amounts are summed since the start', () => {
    expect(from('O：增长\nKR：新增付费客户 1,000 家', [metric]).keyResults[0]?.link).toEqual({ metricId: 'm1', reading: { kind: 'sum' } });
    expect(from('O：增长\nKR：员工满意度从 70% 提升到 80%', [metric]).keyResults[0]?.link).toBeNull();
  });

  it('finds the target of a relative goal once its baseline is known', () => {
    const [, proposal] = proposalsOf(parseOkrText('O: Grow\nKR: revenue +20%', { today: cycle.start, cycle }));
    const known = resolveRelative({
      ...proposal!,
      goal: { kind: 'reach', baseline: 50, target: NaN, stretch: null, plan: { kind: 'linear' } },
    });
    expect(known.goal).toMatchObject({ baseline: 50, target: 60 });
  });
});
