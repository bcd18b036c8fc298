import type { Page } from 'playwright';
import type { EpochDay } from '../../../src/domain/calendar.ts';
import type { DataColumn, Dataset, SourceInfo } from '../../../src/domain/dataset.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { KeyResult, Objective } from '../../../src/domain/objective.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';

/** What a test says of a board; the rest is as plain as can be. */
type Some<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

const info = (file: string, sheet: string, importedOn: EpochDay): SourceInfo => ({
  file,
  sheet,
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  size: 1,
  importedOn,
  fingerprint: 'x',
  title: '',
});

export const datasetOf = (
  [file, sheet]: readonly [file: string, sheet: string],
  importedOn: EpochDay,
  columns: readonly DataColumn[],
  dimensions: Dataset['dimensions'] = [],
): Dataset => ({ id: 'd1', source: info(file, sheet, importedOn), dimensions, columns, issues: [] });

export const metricOf = (more: Some<Metric, 'id' | 'name' | 'accrual'>): Metric => ({
  datasetId: 'd1',
  column: more.name,
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: more.accrual === 'flow' ? 'sum' : 'mean',
  unit: null,
  grain: 'week',
  ...more,
});

export const keyResultOf = (more: Some<KeyResult, 'id' | 'title' | 'start' | 'due' | 'goal'>): KeyResult => ({
  objectiveId: 'o1',
  owner: '',
  weight: 1,
  unit: null,
  link: null,
  checkIns: [],
  revisions: [],
  ...more,
});

export const objectiveOf = (id: string, title: string): Objective => ({
  id,
  title,
  level: 'team',
  owner: '',
  parentId: null,
  cycleId: 'c1',
  ambition: 'committed',
});

/** A board of one cycle. */
export const workspaceOf = (
  [name, start, end]: readonly [name: string, start: EpochDay, end: EpochDay],
  datasets: readonly Dataset[],
  more: Partial<Workspace>,
): Workspace => ({
  ...emptyWorkspace,
  sources: datasets.map(({ id, source }) => ({ id, info: source })),
  cycles: [{ id: 'c1', name, start, end }],
  activeCycleId: 'c1',
  ...more,
});

/** Opens a board from its file, as a reader does. */
export async function openFile(page: Page, workspace: Workspace, datasets: readonly Dataset[]): Promise<void> {
  const json = JSON.stringify(encodeDocument(workspace, datasets, { revision: 1, savedAt: '' }));
  const file = { name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(json) };
  await page.locator('input[type=file]').last().setInputFiles(file);
  await page.locator('tbody .row').first().waitFor();
}
