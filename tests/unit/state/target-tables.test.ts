import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { targetsOf } from '../../../src/domain/target-plan.ts';
import { planImport } from '../../../src/state/import-plan.ts';
import { NO_CORRECTIONS, plainTables } from '../../../src/import/recipes.ts';
import { targetTables } from '../../../src/state/target-tables.ts';
import { read, workbook, type SheetSpec } from '../import/spreadsheets.ts';

const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const sheet = (title: string, values: readonly number[]): SheetSpec => ({
  rows: [[title], [], ['Region', 'Metric', ...months], ['East', 'Sales', ...values], ['West', 'Sales', ...values.map((v) => v + 5)]],
});

async function planOf(sheets: Record<string, SheetSpec>) {
  const proposal = await read(workbook(sheets), { name: 'sales.xlsx' });
  const reading = { proposal, plain: plainTables(proposal), corrections: NO_CORRECTIONS };
  const board = { workspace: emptyWorkspace, datasets: new Map() };
  return planImport(board, { file: new Blob(), name: 'sales.xlsx' }, reading, {}, dayOf(2026, 5, 1));
}

describe('a sheet that holds nothing but targets', () => {
  it('is kept with the KPIs that it has targets for', async () => {
    const plan = await planOf({ Actual: sheet('Actual', [100, 110, 120, 130]), Target: sheet('Target', [105, 115, 125, 135]) });
    const kept = targetTables(plan);
    expect(kept.added.map(({ source }) => source.sheet)).toEqual(['Target']);
    expect(kept.commands).toMatchObject([{ kind: 'import', metrics: [], replaces: [] }]);
    const all = [...plan.datasets.values(), ...kept.added];
    expect(plan.workspace.metrics.map((metric) => targetsOf(metric, all)?.datasetId)).toEqual([kept.added[0]!.id, kept.added[0]!.id]);
  });

  it('is not kept where no KPI has its name', async () => {
    const plan = await planOf({
      Actual: sheet('Actual', [100, 110, 120, 130]),
      Target: {
        rows: [['Target'], [], ['Region', 'Metric', ...months], ['East', 'Visitors', 1, 2, 3, 4], ['West', 'Visitors', 2, 3, 4, 5]],
      },
    });
    expect(targetTables(plan).added).toEqual([]);
  });
});
