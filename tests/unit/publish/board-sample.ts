import { addMonths, dayOf } from '../../../src/domain/calendar.ts';
import type { DataColumn, Dataset } from '../../../src/domain/dataset.ts';
import type { KeyResult } from '../../../src/domain/objective.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { dataset, workspace } from '../storage/sample.ts';

/** A board of the usual size: 5 objectives with 4 key results each, every one fed by twelve months of its own column. */
export function usualBoard(figureOf: (keyResult: number, month: number) => number): { workspace: Workspace; datasets: Dataset[] } {
  const months = Array.from({ length: 12 }, (_, month) => addMonths(dayOf(2026, 1, 1), month));
  const columns: DataColumn[] = Array.from({ length: 20 }, (_, index) => ({
    ...dataset.columns[0]!,
    name: `指标${index + 1}`,
    accrual: index % 2 ? 'level' : 'flow',
    days: Int32Array.from(months),
    values: Float64Array.from(months, (_day, month) => figureOf(index, month)),
    rows: Int32Array.from(months, (_day, month) => month + 1),
    columns: Int32Array.from(months, () => index + 1),
    codes: [],
  }));
  const keyResults: KeyResult[] = columns.map((column, index) => ({
    ...workspace.keyResults[0]!,
    id: `key-${index}`,
    objectiveId: `objective-${index % 5}`,
    title: `把${column.name}从 ${100 + index} 提升到 ${200 + index}`,
    goal: { kind: 'reach', baseline: 100 + index, target: 200 + index, stretch: null, plan: { kind: 'linear' } },
    link: { metricId: `metric-${index}`, reading: { kind: 'latest' } },
    checkIns: [],
    revisions: [],
  }));
  return {
    workspace: {
      ...workspace,
      scenarios: [],
      metrics: columns.map(({ name, accrual }, index) => ({
        ...workspace.metrics[0]!,
        id: `metric-${index}`,
        name,
        column: name,
        accrual,
        filters: [],
      })),
      objectives: Array.from({ length: 5 }, (_, index) => ({
        ...workspace.objectives[0]!,
        id: `objective-${index}`,
        title: `第${index + 1}个目标：让客户更满意`,
      })),
      keyResults,
    },
    datasets: [{ ...dataset, dimensions: [], columns }],
  };
}
