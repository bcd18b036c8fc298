import type { Dataset } from '../domain/dataset.ts';
import type { Workspace } from '../domain/workspace.ts';

/** Version of the stored shape that this code writes. Raise it together with an entry in migrations.ts. */
export const SCHEMA_VERSION = 3;

export interface DocumentMeta {
  /** Counts saves; the higher of two copies is the newer one. */
  readonly revision: number;
  /** Instant of the save as ISO 8601 text; empty where nobody noted it. */
  readonly savedAt: string;
}

/** A workspace with its data, checked: every reference in it leads somewhere. */
export interface LoadedDocument extends DocumentMeta {
  readonly workspace: Workspace;
  /** Not every source of the workspace needs its data here: a file may bring them later. */
  readonly datasets: readonly Dataset[];
}
