import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { FilePlace } from '../domain/errors.ts';
import type { Id } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { ImportChoices } from '../import/protocol.ts';
import { findCorrections, plainTables } from '../import/recipes.ts';
import { toDataset } from '../import/to-dataset.ts';
import { errorMessage } from './import-messages.ts';
import { readGuarded } from './read-guarded.ts';

export interface DataError {
  readonly code: string;
  readonly message: string;
  readonly where: FilePlace;
}

interface Known {
  readonly workspace: Workspace;
  readonly datasets: readonly Dataset[];
}

/** Every column that the KPIs of a source read is in the table, by name and role. */
function serves(table: Dataset, { metrics }: Workspace, sourceId: Id): boolean {
  const own = metrics.filter((metric) => metric.datasetId === sourceId);
  const has = (name: string, role: string | null) =>
    table.columns.some((column) => column.name === name && (role === null || column.role === role));
  return (
    own.length > 0 &&
    own.every((metric) => has(metric.column, metric.role) && (metric.denominator === null || has(metric.denominator, null)))
  );
}

/** The tables of a file, read with what was corrected when such a file was imported last. */
async function readTables(path: string, recipes: readonly Recipe[], today: EpochDay): Promise<Result<Dataset[], DataError>> {
  const where = { file: basename(path) };
  let file: Buffer;
  try {
    file = await readFile(path);
  } catch (thrown) {
    return err({ code: 'unreadable', message: thrown instanceof Error ? thrown.message : String(thrown), where });
  }
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
  const readWith = (choices: ImportChoices) => readGuarded({ kind: 'read', name: where.file, bytes, locale: 'en', choices });
  let read = await readWith({});
  const corrections = read.ok ? findCorrections(recipes, where.file, plainTables(read.value)) : null;
  if (corrections && Object.keys(corrections.choices).length) read = await readWith(corrections.choices);
  if (!read.ok) return err({ code: read.error.code, message: errorMessage(read.error), where: read.error.where });
  // A table without its year has placeholders for days.
  const usable = read.value.tables.filter((table) => !table.questions.some(({ code }) => code === 'year-unknown'));
  return ok(usable.map((table) => toDataset(read.value, table, '', today)));
}

/** The workspace's data with the given files in the place of what they bring anew. A file that serves no source is refused. */
export async function readDataFiles(
  { workspace, datasets }: Known,
  paths: readonly string[],
  today: EpochDay,
): Promise<Result<Dataset[], DataError>> {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  for (const path of paths) {
    const tables = await readTables(path, workspace.recipes ?? [], today);
    if (!tables.ok) return tables;
    let used = false;
    for (const { id, info } of workspace.sources) {
      const fitting = tables.value.filter((table) => serves(table, workspace, id));
      const table = fitting.find(({ source }) => source.sheet === info.sheet) ?? fitting[0];
      if (!table) continue;
      byId.set(id, { ...table, id });
      used = true;
    }
    if (!used) {
      const where = { file: basename(path) };
      return err({ code: 'no-matching-table', message: 'No table of the file has the columns that the KPIs read.', where });
    }
  }
  return ok([...byId.values()]);
}
