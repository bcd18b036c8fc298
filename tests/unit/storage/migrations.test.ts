import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '../../../src/storage/document.ts';
import { MIGRATIONS, migrateTo } from '../../../src/storage/migrations.ts';

describe('migrations', () => {
  it('exist for every version before this one', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, index) => index + 1));
  });

  it('run in order from the version of the document on, and no others', () => {
    const steps = [1, 2, 3].map((from) => ({
      from,
      migrate: (stored: Readonly<Record<string, unknown>>) => ({ ...stored, trail: `${String(stored['trail'] ?? '')}${from}` }),
    }));
    expect(migrateTo({ schemaVersion: 2 }, 4, steps)).toEqual({ ok: true, value: { schemaVersion: 4, trail: '23' } });
    expect(migrateTo({ schemaVersion: 4 }, 4, steps)).toEqual({ ok: true, value: { schemaVersion: 4 } });
  });

  it.each([undefined, '1', 0, 1.5, NaN])('a version that is none is refused: %s', (schemaVersion) => {
    expect(migrateTo({ schemaVersion })).toEqual({ ok: false, error: { code: 'not-a-workspace', path: 'schemaVersion' } });
  });
});
