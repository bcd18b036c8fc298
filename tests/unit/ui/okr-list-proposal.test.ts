import { describe, expect, it } from 'vitest';
import { addPeriods, dayOf, isoOf } from '../../../src/domain/calendar.ts';
import type { DataColumn, Dataset } from '../../../src/domain/dataset.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { Objective } from '../../../src/domain/objective.ts';
import type { OkrField, OkrRows } from '../../../src/domain/okr-list-row.ts';
import { readOkrList } from '../../../src/domain/okr-list.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { linkContext } from '../../../src/ui/okr/link-context.ts';
import { cycleOfList, proposalsOfList } from '../../../src/ui/okr/okr-list-proposal.ts';
import { correctProposals, firstProblem, type Corrections } from '../../../src/ui/okr/okr-proposal.ts';
import { okrsOf } from '../../../src/ui/okr/okrs-of.ts';

const TODAY = dayOf(2026, 8, 10);
const quarterName = (year: number, quarter: number) => `${year} Q${quarter}`;
type Cells = Partial<Record<OkrField, string>>;
type Row = readonly [objective: string, title: string, cells: Cells];

const listOf = (rows: readonly Row[]): OkrRows => ({
  objectives: [...new Set(rows.map(([objective]) => objective))].map((title) => ({ title })),
  keyResults: rows.map(([objective, title, cells], i) => ({
    title,
    objective,
    row: { sheet: 's', row: i + 1, cells: Object.fromEntries(Object.entries(cells).map(([field, text]) => [field, { text }])) },
  })),
});

interface Board {
  readonly workspace?: Workspace;
  readonly datasets?: readonly Dataset[];
  readonly corrections?: Corrections;
}
function take(rows: readonly Row[], { workspace = emptyWorkspace, datasets = [], corrections = {} }: Board = {}) {
  const listed = readOkrList(listOf(rows), { today: TODAY, cycle: null });
  const cycle = cycleOfList(listed, workspace, TODAY, quarterName);
  const context = linkContext(workspace.metrics, new Map(datasets.map((one) => [one.id, one])), cycle);
  const proposals = correctProposals(proposalsOfList(listed, workspace, cycle), corrections, context);
  const okrs = okrsOf(proposals, { workspace, cycle, today: TODAY, untitled: '?' });
  return { proposals, cycle, ...okrs, problem: firstProblem(proposals, okrs) };
}

const column = (
  name: string,
  role: DataColumn['role'],
  accrual: DataColumn['accrual'],
  values: readonly number[],
  unit: string | null = null,
): DataColumn => ({
  name,
  role,
  unit,
  grain: 'month',
  accrual,
  accrualCertain: true,
  days: Int32Array.from(values, (_, i) => addPeriods(dayOf(2026, 1, 1), 'month', i)),
  values: Float64Array.from(values),
  rows: Int32Array.from(values, (_, i) => i + 1),
  columns: Int32Array.from(values, () => 1),
  codes: [],
});
const dataset: Dataset = {
  id: 'd1',
  source: {
    file: 'kpi.xlsx',
    sheet: 'KPI',
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    size: 1,
    importedOn: 0,
    fingerprint: '',
    title: '',
  },
  dimensions: [],
  columns: [
    column('新增客户', 'actual', 'flow', [90, 95, 92, 97, 94, 99, 101]),
    column('新增客户', 'target', 'flow', [90, 90, 90, 95, 95, 95, 100, 110, 120]),
    column('激活率', 'value', 'ratio', [0.4, 0.42, 0.41, 0.4, 0.41, 0.4, 0.43], '%'),
  ],
  issues: [],
};
const metric = (id: string, name: string, accrual: Metric['accrual'], unit: string | null, role: Metric['role']): Metric => ({
  id,
  name,
  datasetId: 'd1',
  column: name,
  role,
  denominator: null,
  filters: [],
  aggregation: accrual === 'flow' ? 'sum' : 'mean',
  accrual,
  unit,
  grain: 'month',
});
const board = {
  datasets: [dataset],
  workspace: {
    ...emptyWorkspace,
    metrics: [metric('m1', '新增客户', 'flow', null, 'actual'), metric('m2', '激活率', 'ratio', '%', 'value')],
  },
};

describe('links that are proposed', () => {
  it('a target for the quarter follows the targets of the file', () => {
    const { keyResults } = take([['增长', '新增客户', { target: '330' }]], board);
    expect(keyResults[0]).toMatchObject({
      link: { metricId: 'm1', reading: { kind: 'sum' } },
      goal: { baseline: 0, target: 330, plan: { kind: 'phased', steps: [{ value: 100 }, { value: 210 }] } },
    });
  });

  it('another target than that of the file keeps its straight plan, and is offered the other', () => {
    const { keyResults, proposals } = take([['增长', '新增客户', { target: '400' }]], board);
    expect(keyResults[0]!.goal).toMatchObject({ target: 400, plan: { kind: 'linear' } });
    expect(proposals[1]!.targets).toMatchObject({ target: 330 });
  });

  it('without figures, the targets of the file for the named KPI are the goal', () => {
    const { keyResults, problem } = take([['增长', '客户多起来', { metric: '新增客户' }]], board);
    expect(keyResults[0]).toMatchObject({
      due: dayOf(2026, 9, 30),
      goal: { kind: 'reach', baseline: 0, target: 330, plan: { kind: 'phased' } },
    });
    expect(problem).toBeNull();
    expect(take([['增长', '客户多起来', {}]], board).keyResults[0]).toMatchObject({ link: null, goal: { kind: 'milestones' } });
  });

  it('a figure that nothing tells is asked for', () => {
    expect(take([['增长', '激活', { metric: '激活率' }]], board).problem).toMatchObject({ key: 's!1', error: { field: 'target' } });
  });

  it('bare figures take the unit of the KPI, and its level as their start', () => {
    const { keyResults } = take([['增长', '激活率', { target: '60' }]], board);
    expect(keyResults[0]).toMatchObject({ unit: '%', goal: { target: 0.6 } });
    expect((keyResults[0]!.goal as { baseline: number }).baseline).toBeCloseTo(0.41, 1);
  });

  it('a person may choose none', () => {
    expect(
      take([['增长', '激活率', { start: '40%', target: '60%' }]], { ...board, corrections: { 's!1': { link: null } } }).keyResults[0]!.link,
    ).toBeNull();
  });
});

describe('what is added', () => {
  it('a value known by now becomes a check-in where no KPI brings any', () => {
    const { keyResults } = take([['增长', '员工满意度', { start: '70%', target: '80%', current: '74%' }]], board);
    expect(keyResults[0]).toMatchObject({ goal: { kind: 'manual', baseline: 0.7 }, link: null, checkIns: [{ day: TODAY, value: 0.74 }] });
  });

  it('objectives find their parents in the list and on the board, and never go in circles', () => {
    const above: Objective = {
      id: 'o1',
      title: '公司战略',
      level: 'company',
      owner: '',
      parentId: null,
      cycleId: 'c1',
      ambition: 'committed',
    };
    const { objectives } = take(
      [
        ['O1 甲', 'x 从 1 提升到 2', { parent: 'O2' }],
        ['O2 乙', 'y 从 1 提升到 2', { parent: 'O1' }],
        ['O3 丙', 'z 从 1 提升到 2', { parent: '公司战略' }],
      ],
      { workspace: { ...emptyWorkspace, objectives: [above] } },
    );
    const idOf = (title: string) => objectives.find((objective) => objective.title === title)!.id;
    expect(objectives.map(({ title, parentId, level }) => [title, parentId, level])).toEqual([
      ['甲', idOf('乙'), 'department'],
      ['乙', null, 'company'],
      ['丙', 'o1', 'department'],
    ]);
  });

  it('the cycle is the one that is named, else the quarter in which most is due', () => {
    const span = (cells: Cells) => {
      const { cycle } = take([['增长', 'x 从 1 提升到 2', cells]]);
      return [cycle.name, isoOf(cycle.start), isoOf(cycle.end)];
    };
    expect(span({ cycle: '2026H2' })).toEqual(['2026H2', '2026-07-01', '2026-12-31']);
    expect(span({ due: '2026-12-15' })).toEqual(['2026 Q4', '2026-10-01', '2026-12-31']);
    expect(span({})).toEqual(['2026 Q3', '2026-07-01', '2026-09-30']);
  });

  it('what the board has is left out; new key results join their objective', () => {
    const first = take([['增长', 'x 从 1 提升到 2', { cycle: '2026Q3' }]]);
    const workspace = {
      ...emptyWorkspace,
      cycles: [first.cycle],
      activeCycleId: first.cycle.id,
      objectives: first.objectives,
      keyResults: first.keyResults,
    };
    const again = take(
      [
        ['增长', 'x 从 1 提升到 2', { cycle: '2026Q3' }],
        ['增长', 'y 从 1 提升到 2', { cycle: '2026Q3' }],
      ],
      { workspace },
    );
    expect(again.objectives).toEqual([]);
    expect(again.keyResults.map(({ title, objectiveId }) => [title, objectiveId])).toEqual([['y 从 1 提升到 2', first.objectives[0]!.id]]);
    expect(again.proposals.map(({ known }) => known)).toEqual([true, true, false]);
  });

  it('a missing weight is the mean of its neighbours', () => {
    const { keyResults } = take([
      ['增长', 'x 从 1 提升到 2', { weight: '30%' }],
      ['增长', 'y 从 1 提升到 2', { weight: '50%' }],
      ['增长', 'z 从 1 提升到 2', {}],
    ]);
    expect(keyResults.map(({ weight }) => weight)).toEqual([30, 50, 40]);
  });
});
