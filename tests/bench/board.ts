import type { EpochDay, Grain } from '../../src/domain/calendar.ts';
import type { DataColumn, Dataset, SourceInfo } from '../../src/domain/dataset.ts';
import type { Metric } from '../../src/domain/metric.ts';
import type { Workspace } from '../../src/domain/workspace.ts';
import { KINDS, sampleOf, type Sample } from './key-results.ts';

export interface Board {
  readonly workspace: Workspace;
  readonly dataset: Dataset;
  readonly asOf: EpochDay;
}

export interface BoardShape {
  readonly objectives: number;
  readonly keyResults: number;
  readonly grain: Grain;
  /** Figures of each key result, and those of them since its start. */
  readonly points: number;
  readonly since: number;
}

const NAMES = [
  'Returning customers',
  '活跃门店数',
  'Orders without complaint',
  '客户满意度',
  'On-time deliveries',
  '新签合同额',
  'Trial conversion',
];
const OWNERS = ['Ann Lee', '王芳', 'Bo Chen', '李雷', 'C. Diaz'];

function columnOf({ accrual, days, values }: Sample, name: string, grain: Grain, index: number): DataColumn {
  return {
    name,
    role: 'actual',
    unit: null,
    grain,
    accrual,
    accrualCertain: true,
    days: Int32Array.from(days),
    values: Float64Array.from(values),
    rows: Int32Array.from(days, (_, row) => row + 1),
    columns: new Int32Array(days.length).fill(index + 1),
    codes: [],
  };
}

const metricOf = ({ accrual }: Sample, name: string, grain: Grain, id: string): Metric => ({
  id,
  name,
  datasetId: 's1',
  column: name,
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: 'sum',
  accrual,
  unit: null,
  grain,
});

/** A board of one imported table, a column for each key result; levels, totals and keep goals in turn. */
export function boardOf({ objectives, keyResults, grain, points, since }: BoardShape): Board {
  const samples = Array.from({ length: keyResults }, (_, i) =>
    sampleOf({ kind: KINDS[i % KINDS.length]!, grain, points, since, seed: i + 1 }),
  );
  const names = samples.map((_, i) => `${NAMES[i % NAMES.length]} ${i + 1}`);
  const info: SourceInfo = {
    file: 'kpi.xlsx',
    sheet: 'KPI',
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    size: 100_000,
    importedOn: samples[0]!.asOf,
    fingerprint: '0123456789ab',
    title: '',
  };
  const { start, due } = samples[0]!.keyResult;
  return {
    asOf: Math.max(...samples.map(({ asOf }) => asOf)),
    dataset: {
      id: 's1',
      source: info,
      dimensions: [],
      columns: samples.map((sample, i) => columnOf(sample, names[i]!, grain, i)),
      issues: [],
    },
    workspace: {
      title: 'Bench',
      sources: [{ id: 's1', info }],
      metrics: samples.map((sample, i) => metricOf(sample, names[i]!, grain, `m${i + 1}`)),
      cycles: [{ id: 'c1', name: 'Cycle', start, end: due }],
      activeCycleId: 'c1',
      objectives: Array.from({ length: objectives }, (_, i) => ({
        id: `o${i + 1}`,
        title: i % 2 ? `目标${i + 1}：让客户更满意` : `Objective ${i + 1}: customers come back by themselves`,
        level: 'team',
        owner: OWNERS[i % OWNERS.length]!,
        parentId: null,
        cycleId: 'c1',
        ambition: 'committed',
      })),
      keyResults: samples.map(({ keyResult }, i) => ({
        ...keyResult,
        objectiveId: `o${(i % objectives) + 1}`,
        title: i % 2 ? `${names[i]}达到目标` : `${names[i]} reach the target`,
        owner: OWNERS[i % OWNERS.length]!,
      })),
      scenarios: [],
    },
  };
}
