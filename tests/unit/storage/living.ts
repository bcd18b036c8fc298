import { dayOf } from '../../../src/domain/calendar.ts';
import type { KeyResult } from '../../../src/domain/objective.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { workspace } from './sample.ts';

const day = dayOf(2026, 8, 15);
const ruling = { day, reason: '并入社群渠道', approver: '陈' };
const first = workspace.keyResults[0]!;
const second: KeyResult = {
  ...first,
  id: 'k2',
  title: '社群GMV',
  revisions: [],
  checkIns: [],
  added: ruling,
  replaces: 'k1',
  carriedFrom: 'k1',
};
const event = { id: 'e1', metricId: 'm1', name: '涨价', day, lasting: true, size: { kind: 'share', by: -0.1 }, notedOn: day } as const;

/** The sample board with everything that a board in mid-cycle can have. */
export const living: Workspace = {
  ...workspace,
  metrics: workspace.metrics.map((metric) => ({
    ...metric,
    target: { atLeast: 2, atMost: null },
    timeFrame: { start: dayOf(2026, 1, 1), end: dayOf(2026, 12, 31) },
    monitoring: 'week',
    owner: '王芳',
  })),
  cycles: workspace.cycles.map((cycle) => ({
    ...cycle,
    closing: { day, note: '开头太慢', scores: [{ keyResultId: 'k1', score: 0.7, note: '', afterwards: 'carry' }] },
  })),
  objectives: workspace.objectives.map((objective) =>
    objective.id === 'o2'
      ? { ...objective, weight: 2, countsChildren: true, alignedWith: [{ objectiveId: 'o1', note: '共用一个供应商' }] }
      : objective,
  ),
  keyResults: [
    {
      ...first,
      checkIns: [{ ...first.checkIns[0]!, by: 'Ann' }],
      revisions: [{ ...first.revisions[0]!, before: { ...first.revisions[0]!.before, weight: 3 } }],
      dropped: ruling,
    },
    second,
  ],
  scenarios: [
    {
      id: 'x1',
      name: 'faster',
      createdOn: day,
      adjustments: [
        { keyResultId: 'k1', weight: 2 },
        { keyResultId: 'k2', dropped: true },
      ],
      events: [event],
      added: [{ ...first, id: 'y1', revisions: [], checkIns: [] }],
      asks: '两个小组加班',
    },
  ],
  events: [event],
  contributions: [
    {
      id: 'b1',
      name: '成本 −10%',
      metricId: 'm1',
      keyResultId: null,
      base: 100,
      wanted: -0.1,
      parts: [{ keyResultId: 'k1', planned: -0.08 }],
    },
  ],
  meetings: [
    {
      id: 'w1',
      cycleId: 'c1',
      day,
      present: 'Ann, 王芳',
      entries: [
        {
          subject: { kind: 'key-result', id: 'k1', title: first.title },
          seen: { status: 'at-risk', value: 12, chance: 0.2, sentence: '落后' },
          note: '再看一周',
          confidence: 6,
          decision: { text: '加人', owner: 'Ann', due: day + 7, outcome: 'open', answeredOn: null },
          by: 'Ann',
        },
      ],
      note: '',
      finished: true,
    },
  ],
  proposals: [
    {
      id: 'p1',
      metricId: 'm1',
      name: '销售额',
      day,
      by: 'Ann',
      change: '改看净销售额',
      reason: '退货太多',
      state: 'accepted',
      decidedOn: day,
      approver: '陈',
      answer: '下季度起',
    },
  ],
};
