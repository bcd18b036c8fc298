import type { DataColumn, Dataset } from '../domain/dataset.ts';
import type { Workspace } from '../domain/workspace.ts';
import { SCHEMA_VERSION, type DocumentMeta } from './document.ts';

/** A typed column as plain arrays; `null` stands where no figure is, since JSON has no NaN. The index follows from the rest. */
function encodeColumn({ index: _, ...column }: DataColumn) {
  return {
    ...column,
    days: [...column.days],
    values: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)),
    rows: [...column.rows],
    columns: [...column.columns],
    codes: column.codes.map((codes) => [...codes]),
    ...(column.written ? { written: { texts: column.written.texts, codes: [...column.written.codes] } } : {}),
  };
}

/** The document as it is written to files, links and hosted boards; decodeDocument reads it back. */
export function encodeDocument(workspace: Workspace, datasets: readonly Dataset[], meta: DocumentMeta) {
  return {
    leeway: 1,
    schemaVersion: SCHEMA_VERSION,
    revision: meta.revision,
    savedAt: meta.savedAt,
    workspace,
    datasets: datasets.map((dataset) => ({ ...dataset, columns: dataset.columns.map(encodeColumn) })),
  };
}
