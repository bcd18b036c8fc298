import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { SCHEMA_VERSION } from './document.ts';

/** A document of an older version as it was stored, not yet checked. */
export type StoredFields = Readonly<Record<string, unknown>>;

/** Brings a document of version `from` to `from + 1`. It sees unchecked input and must not trust it. */
export interface Migration {
  readonly from: number;
  readonly migrate: (stored: StoredFields) => StoredFields;
}

/** Every step since version 1, in order. Each new one comes with a stored old document in its test. */
export const MIGRATIONS: readonly Migration[] = [
  // 2 adds reviews, events, contributions, proposals and more about key results, all of which may be absent. Pages that know only 1 would
  // drop them when they save, so that these must refuse a newer document.
  { from: 1, migrate: (stored) => stored },
  // 3 adds key results that were shared without their figures.
  { from: 2, migrate: (stored) => stored },
];

/** Brings stored fields to the current version, or says that they come from a newer Leeway (which must never be overwritten). */
export function migrateTo(
  stored: StoredFields,
  current: number = SCHEMA_VERSION,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<StoredFields, LoadError> {
  const version = stored['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return err({ code: 'not-a-workspace', path: 'schemaVersion' });
  if (version > current) return err({ code: 'newer-version', detail: String(version) });
  let fields = stored;
  for (let from = version; from < current; from++) {
    const step = migrations.find((migration) => migration.from === from);
    if (!step) throw new Error(`no migration from version ${from}`);
    fields = { ...step.migrate(fields), schemaVersion: from + 1 };
  }
  return ok(fields);
}
