import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/domain/dataset.ts';
import { renameDatasets } from '../../../src/domain/rename-datasets.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';

const board = {
  ...emptyWorkspace,
  sources: [{ id: 'd1' }, { id: 'd2' }],
  metrics: [
    { id: 'm1', datasetId: 'd1' },
    { id: 'm2', datasetId: 'd2' },
  ],
} as unknown as Workspace;
const data = [{ id: 'd1' }, { id: 'd2' }] as Dataset[];

describe('a board taken in beside another', () => {
  it('gives way where a name is taken, never onto a name of its own', () => {
    const { workspace, datasets } = renameDatasets(board, data, ['d1']);
    expect(datasets.map((dataset) => dataset.id)).toEqual(['d3', 'd2']);
    expect(workspace.sources.map((source) => source.id)).toEqual(['d3', 'd2']);
    expect(workspace.metrics.map((metric) => metric.datasetId)).toEqual(['d3', 'd2']);
  });

  it('stays as it is where nothing is taken', () => {
    expect(renameDatasets(board, data, [])).toEqual({ workspace: board, datasets: data });
  });
});
