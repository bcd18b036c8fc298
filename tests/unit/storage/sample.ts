import { dayOf } from '../../../src/domain/calendar.ts';
import type { Dataset, SourceInfo } from '../../../src/domain/dataset.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';

const info: SourceInfo = {
  file: '月报.csv',
  sheet: '',
  format: 'csv',
  encoding: 'gb18030',
  delimiter: ',',
  size: 1234,
  importedOn: dayOf(2026, 8, 1),
  fingerprint: '0123456789ab',
  title: '2026年销售月报',
};

/** Three months of two departments, with one empty cell. */
export const dataset: Dataset = {
  id: 's1',
  source: info,
  dimensions: [{ name: '部门', values: ['华东', '华南'] }],
  columns: [
    {
      name: '销售额',
      role: 'actual',
      unit: 'CNY',
      grain: 'month',
      accrual: 'flow',
      accrualCertain: true,
      days: Int32Array.of(dayOf(2026, 6, 1), dayOf(2026, 7, 1), dayOf(2026, 8, 1)),
      values: Float64Array.of(1.5, NaN, 3),
      rows: Int32Array.of(1, 2, 3),
      columns: Int32Array.of(1, 1, 1),
      codes: [Int32Array.of(0, 1, -1)],
    },
  ],
  issues: [{ code: 'not-a-number', cell: 'B3', raw: '待补' }],
};

export const workspace: Workspace = {
  title: '增长',
  sources: [{ id: 's1', info }],
  metrics: [
    {
      id: 'm1',
      name: '销售额',
      datasetId: 's1',
      column: '销售额',
      role: 'actual',
      denominator: null,
      filters: [{ dimension: '部门', values: ['华东'] }],
      aggregation: 'sum',
      accrual: 'flow',
      unit: 'CNY',
      grain: 'month',
    },
  ],
  cycles: [{ id: 'c1', name: '2026 Q3', start: dayOf(2026, 7, 1), end: dayOf(2026, 9, 30) }],
  activeCycleId: 'c1',
  objectives: [
    { id: 'o1', title: '公司增长', level: 'company', owner: '王芳', parentId: null, cycleId: 'c1', ambition: 'committed' },
    { id: 'o2', title: 'Team grows', level: 'team', owner: 'Ann', parentId: 'o1', cycleId: 'c1', ambition: 'aspirational' },
  ],
  keyResults: [
    {
      id: 'k1',
      objectiveId: 'o2',
      title: '销售额从1万提升到2万',
      owner: 'Ann',
      weight: 1,
      start: dayOf(2026, 7, 1),
      due: dayOf(2026, 9, 30),
      unit: 'CNY',
      goal: {
        kind: 'reach',
        baseline: 10000,
        target: 20000,
        stretch: null,
        plan: { kind: 'phased', steps: [{ day: dayOf(2026, 8, 1), value: 14000 }] },
      },
      link: { metricId: 'm1', reading: { kind: 'rolling-mean', periods: 3 } },
      checkIns: [{ id: 'i1', day: dayOf(2026, 8, 2), value: null, confidence: 7, note: 'steady' }],
      revisions: [
        {
          id: 'r1',
          day: dayOf(2026, 7, 20),
          reason: 'budget',
          approver: '李',
          before: { goal: { kind: 'keep', atLeast: 0.95, atMost: null }, due: dayOf(2026, 9, 1) },
        },
      ],
    },
  ],
  scenarios: [{ id: 'x1', name: 'faster', createdOn: dayOf(2026, 8, 3), adjustments: [{ keyResultId: 'k1', pace: 1.1 }] }],
};

export const meta = { revision: 7, savedAt: '2026-08-03T08:00:00.000Z' };
