import * as v from 'valibot';
import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import { checkDataset } from './check-dataset.ts';
import type { LoadedDocument } from './document.ts';
import { count, list, name } from './fields.ts';
import { migrateTo, type StoredFields } from './migrations.ts';
import { findBrokenReference } from './references.ts';
import { runAtOnce, runInSlices, type Steps } from './steps.ts';
import { workspaceSchema } from './workspace-schema.ts';

/** Longest text that is parsed at all, in UTF-16 units. */
const MOST_TEXT = 200_000_000;

const documentSchema = v.object({
  revision: v.optional(count, 0),
  savedAt: v.optional(name, ''),
  workspace: workspaceSchema satisfies v.GenericSchema<unknown, Workspace>,
  datasets: v.optional(list(v.unknown(), 1_000), []),
});

const isFields = (value: unknown): value is StoredFields => typeof value === 'object' && value !== null && !Array.isArray(value);

function* decodeSteps(value: unknown): Steps<Result<LoadedDocument, LoadError>> {
  if (!isFields(value) || !isFields(value['workspace'])) return err({ code: 'not-a-workspace' });
  const current = migrateTo(value);
  return current.ok ? yield* checkSteps(current.value) : current;
}

/** Checks and rebuilds a document of the current version. */
function* checkSteps(value: StoredFields): Steps<Result<LoadedDocument, LoadError>> {
  const checked = v.safeParse(documentSchema, value, { abortEarly: true, abortPipeEarly: true });
  if (!checked.success) {
    const path = v.getDotPath(checked.issues[0]);
    return err(path === null ? { code: 'invalid' } : { code: 'invalid', path });
  }
  const { datasets: stored, ...document } = checked.output;
  const datasets: Dataset[] = [];
  for (const [index, one] of stored.entries()) {
    const dataset = yield* checkDataset(one);
    if (!dataset.ok) return err({ code: 'invalid', path: `datasets.${index}.${dataset.error}` });
    datasets.push(dataset.value);
  }
  const broken = findBrokenReference(document.workspace, datasets);
  return broken ? err(broken) : ok({ ...document, datasets });
}

/**
 * The only way in for a workspace, whether it comes from this browser's storage, a file, a link or a host: newer version → refused, older →
 * migrated, then every field checked and rebuilt, then every reference followed.
 */
export const decodeDocument = (value: unknown): Result<LoadedDocument, LoadError> => runAtOnce(decodeSteps(value));

/** The same for documents of any size: the page stays responsive meanwhile. */
export const decodeGradually = (value: unknown): Promise<Result<LoadedDocument, LoadError>> => runInSlices(decodeSteps(value));

/** What this version understands of a document that a newer one wrote, only to be looked at; null where it is nothing. */
export async function decodeNewer(value: unknown): Promise<LoadedDocument | null> {
  const checked = isFields(value) ? await runInSlices(checkSteps(value)) : null;
  return checked?.ok ? checked.value : null;
}

function parseJson(text: string): Result<unknown, LoadError> {
  if (text.length > MOST_TEXT) return err({ code: 'too-large', detail: String(MOST_TEXT) });
  try {
    return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text));
  } catch {
    return err({ code: 'not-json' });
  }
}

/** Reads a workspace file. */
export function parseDocument(text: string): Result<LoadedDocument, LoadError> {
  const value = parseJson(text);
  return value.ok ? decodeDocument(value.value) : value;
}

/** The same for files of any size; only the JSON itself is read in one go. */
export async function parseGradually(text: string): Promise<Result<LoadedDocument, LoadError>> {
  const value = parseJson(text);
  return value.ok ? decodeGradually(value.value) : value;
}
