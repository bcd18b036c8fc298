import * as v from 'valibot';
import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import { datasetSchema } from './dataset-schema.ts';
import type { LoadedDocument } from './document.ts';
import { count, list, name } from './fields.ts';
import { migrateTo, type StoredFields } from './migrations.ts';
import { findBrokenReference } from './references.ts';
import { workspaceSchema } from './workspace-schema.ts';

/** Longest text that is parsed at all, in UTF-16 units. */
const MOST_TEXT = 200_000_000;

const documentSchema = v.object({
  revision: v.optional(count, 0),
  savedAt: v.optional(name, ''),
  workspace: workspaceSchema satisfies v.GenericSchema<unknown, Workspace>,
  datasets: v.optional(list(datasetSchema, 1_000) satisfies v.GenericSchema<unknown, Dataset[]>, []),
});

const isFields = (value: unknown): value is StoredFields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The only way in for a workspace, whether it comes from this browser's storage, a file, a link or a host: newer version → refused, older →
 * migrated, then every field checked and rebuilt, then every reference followed.
 */
export function decodeDocument(value: unknown): Result<LoadedDocument, LoadError> {
  if (!isFields(value) || !isFields(value['workspace'])) return err({ code: 'not-a-workspace' });
  const current = migrateTo(value);
  if (!current.ok) return current;
  const checked = v.safeParse(documentSchema, current.value, { abortEarly: true, abortPipeEarly: true });
  if (!checked.success) {
    const path = v.getDotPath(checked.issues[0]);
    return err(path === null ? { code: 'invalid' } : { code: 'invalid', path });
  }
  const broken = findBrokenReference(checked.output.workspace, checked.output.datasets);
  return broken ? err(broken) : ok(checked.output);
}

/** Reads a workspace file. */
export function parseDocument(text: string): Result<LoadedDocument, LoadError> {
  if (text.length > MOST_TEXT) return err({ code: 'too-large', detail: String(MOST_TEXT) });
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return err({ code: 'not-json' });
  }
  return decodeDocument(value);
}
