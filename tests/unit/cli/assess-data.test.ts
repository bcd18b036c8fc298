import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDataFiles } from '../../../src/cli/assess-data.ts';
import { readGuarded } from '../../../src/cli/read-guarded.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { NO_CORRECTIONS, plainTables, recipeOf } from '../../../src/import/recipes.ts';
import { toDataset } from '../../../src/import/to-dataset.ts';

const TODAY = dayOf(2026, 3, 1);
const weekly = (figures: readonly string[]) =>
  ['Week;Orders', ...figures.map((figure, i) => `2026-01-${String(5 + 7 * i).padStart(2, '0')};${figure}`)].join('\n');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leeway-data-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a fresh file is read with what was corrected when the last one was imported', async () => {
  const bytes = new TextEncoder().encode(weekly(['1.234', '1.250', '1.198'])).buffer;
  const read = await readGuarded({ kind: 'read', name: 'orders.csv', bytes, locale: 'en', choices: {} });
  if (!read.ok) throw new Error(read.error.code);
  const dataset = toDataset(read.value, read.value.tables[0]!, 'd1', TODAY);
  const orders = dataset.columns[0]!;
  const metric: Metric = {
    id: 'm1',
    name: 'Orders',
    datasetId: 'd1',
    column: orders.name,
    role: orders.role,
    denominator: null,
    filters: [],
    aggregation: 'sum',
    accrual: orders.accrual,
    unit: null,
    grain: 'week',
  };
  const plain = plainTables(read.value);
  // Somebody said on the import screen that the point begins the decimals.
  const recipe = recipeOf('orders.csv', plain, { ...NO_CORRECTIONS, choices: { tables: { [plain[0]!.key]: { decimal: '.' } } } })!;
  const workspace: Workspace = { ...emptyWorkspace, sources: [{ id: 'd1', info: dataset.source }], metrics: [metric] };

  const fresh = path.join(folder, 'orders-2.csv');
  await writeFile(fresh, weekly(['1.234', '1.250', '1.198', '1.301']));
  const figures = async (board: Workspace) => {
    const data = await readDataFiles({ workspace: board, datasets: [dataset] }, [fresh], TODAY);
    return data.ok ? [...data.value[0]!.columns[0]!.values] : data.error;
  };
  expect(await figures(workspace)).toEqual([1234, 1250, 1198, 1301]);
  expect(await figures({ ...workspace, recipes: [recipe] })).toEqual([1.234, 1.25, 1.198, 1.301]);
});
