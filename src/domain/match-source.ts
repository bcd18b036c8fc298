import type { Dataset } from './dataset.ts';
import { headerOverlap } from './header-print.ts';
import type { Id } from './ids.ts';
import { sourcesOf } from './metric-sources.ts';
import { shareOfSame } from './same-figures.ts';
import type { DataSource, Workspace } from './workspace.ts';

/** A table that was just read. */
export interface ReadTable {
  readonly dataset: Dataset;
  /** See headerPrint. */
  readonly header: readonly string[];
}

/** Headers that have less in common are of different kinds of files; where file and sheet are called the same, more may have changed. */
const SAME_KIND = 0.6;
const SAME_NAME = 0.3;
/** Of two files that are called differently, at least this share of what both say must be equal: else they are of two departments. */
const SAME_FIGURES = 0.5;

/** A file name without what changes from one export to the next: numbers, dates, copies, the ending. */
export const fileStem = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/copy|副本|复制|複製|拷贝|拷貝/g, '')
    .replace(/[\d\s()._年月日-]+/g, '');

/** Share of the KPI columns of a source that the table holds too. */
function sharedColumns(source: DataSource, { dataset }: ReadTable, { metrics }: Workspace): number {
  const read = new Set(metrics.flatMap(sourcesOf).flatMap((one) => (one.datasetId === source.id ? [one.column] : [])));
  const found = [...read].filter((name) => dataset.columns.some((column) => column.name === name));
  return read.size ? found.length / read.size : 0;
}

/** How surely a table is a newer copy of a source; 0 = it is not. */
function likeness(source: DataSource, table: ReadTable, workspace: Workspace): number {
  const { file, sheet } = table.dataset.source;
  const sameSheet = sheet === source.info.sheet;
  const sameFile = file === source.info.file;
  const sameStem = sameFile || (fileStem(file) !== '' && fileStem(file) === fileStem(source.info.file));
  const shared = sharedColumns(source, table, workspace);
  const near = source.header ? headerOverlap(source.header, table.header) : sameFile && sameSheet ? 1 : shared;
  const isNewest = workspace.metrics.some((metric) => metric.datasetId === source.id);
  if (near < (sameFile && sameSheet ? SAME_NAME : SAME_KIND) || (shared === 0 && !sameStem)) return 0;
  if (near < 1 && !sameStem && !(sameSheet && sheet !== '')) return 0;
  return 4 * near + 2 * shared + Number(sameSheet) + Number(sameFile) / 2 + Number(sameStem) / 4 + Number(isNewest) / 8;
}

function mayBeCopy({ id, info }: DataSource, { dataset }: ReadTable, datasetOf: (id: Id) => Dataset | undefined): boolean {
  const older = datasetOf(id);
  if (!older || fileStem(info.file) === fileStem(dataset.source.file)) return true;
  return (shareOfSame(older, dataset) ?? 1) >= SAME_FIGURES;
}

/**
 * For each table of a file the source that it is a newer copy of, or null: the surest pairs first, each source once. The header decides, not
 * the name of the file; of equals the one imported last.
 */
export function matchSources(
  tables: readonly ReadTable[],
  workspace: Workspace,
  datasetOf: (id: Id) => Dataset | undefined,
): readonly (DataSource | null)[] {
  const pairs = tables
    .flatMap((table, at) => workspace.sources.map((source, order) => ({ at, source, order, likeness: likeness(source, table, workspace) })))
    .filter((pair) => pair.likeness > 0 && mayBeCopy(pair.source, tables[pair.at]!, datasetOf))
    .sort((a, b) => b.likeness - a.likeness || b.order - a.order);
  const matched: (DataSource | null)[] = tables.map(() => null);
  for (const { at, source } of pairs) if (matched[at] === null && !matched.includes(source)) matched[at] = source;
  return matched;
}
