import { readFile } from 'node:fs/promises';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import { parseDocument } from '../storage/decode.ts';
import { refuse } from './answer.ts';
import { readDataFiles } from './assess-data.ts';

/** Today in UTC: answers must not depend on the machine's time zone. */
export const today = (): EpochDay => Math.floor(Date.now() / 86_400_000);

export interface ReadBoard {
  readonly workspace: Workspace;
  readonly datasets: readonly Dataset[];
}

/** A workspace file with fresh data files in the place of what they bring anew; an error is the exit status, already explained. */
export async function readWorkspace(path: string, data: readonly string[]): Promise<Result<ReadBoard, 1 | 2>> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (thrown) {
    process.stderr.write(`leeway: cannot read ${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return err(1);
  }
  const document = parseDocument(content);
  if (!document.ok) {
    const { code, path: field } = document.error;
    const where = { file: path, ...(field === undefined ? {} : { path: field }) };
    return err(refuse(code, 'This is not a workspace that can be read.', where));
  }
  const datasets = await readDataFiles(document.value, data, today());
  if (!datasets.ok) return err(refuse(datasets.error.code, datasets.error.message, datasets.error.where));
  const infos = new Map(datasets.value.map(({ id, source }) => [id, source]));
  const { workspace } = document.value;
  const sources = workspace.sources.map((source) => ({ ...source, info: infos.get(source.id) ?? source.info }));
  return ok({ workspace: { ...workspace, sources }, datasets: datasets.value });
}
