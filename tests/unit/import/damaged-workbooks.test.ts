import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readGuarded } from '../../../src/cli/read-guarded.ts';
import type { ImportRequest } from '../../../src/import/protocol.ts';
import { workbook } from './spreadsheets.ts';

const rows = [['月份', '产量', '合计'], ...[1, 2, 3, 4].map((month) => [`2026-0${month}`, month + 3, { v: month * 2, z: '0.0%' }])];
const request = (bytes: Uint8Array, name: string): ImportRequest => ({
  kind: 'read',
  name,
  bytes: bytes.slice().buffer as ArrayBuffer,
  locale: 'en',
  choices: {},
});

describe('workbooks that only SheetJS reads', () => {
  test.each(['xls', 'biff5', 'xlsb', 'ods'] as const)('%s comes out of the other process as it was', async (type) => {
    const result = await readGuarded(request(workbook({ S: { rows } }, { type }), 'k.xls'));
    expect(result.ok && result.value.tables[0]!.data.map(({ name, values }) => `${name} ${[...values].join(' ')}`)[0]).toBe(
      // Older formats hold one byte a character, and the writer drops others.
      `${type === 'biff5' ? '__' : '产量'} 4 5 6 7`,
    );
  });

  test('a reader that never ends is stopped', async () => {
    const result = await readGuarded(request(workbook({ S: { rows } }, { type: 'xls' }), 'k.xls'), 1);
    expect(result).toEqual({ ok: false, error: { code: 'timed-out', where: { file: 'k.xls' } } });
  });

  /** The bytes of a workbook with some of them changed: of the sheet itself where it is packed, so that the checksum holds. */
  function damaged(whole: Uint8Array, type: string, changes: readonly (readonly [number, number])[]): Uint8Array {
    const parts = type === 'xlsb' ? unzipSync(whole) : null;
    const bytes = parts ? parts['xl/worksheets/sheet1.bin']! : whole.slice();
    for (const [at, value] of changes) bytes[9 + (at % (bytes.length - 9))] = value;
    return parts ? zipSync(parts) : bytes;
  }

  // Each run starts a process, which takes half a second.
  test.each(['xls', 'biff5', 'xlsb'] as const)(
    'a damaged %s is read or refused, in time',
    async (type) => {
      const whole = workbook({ S: { rows } }, { type });
      const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(damage, async (changes) => {
          const result = await readGuarded(request(damaged(whole, type, changes), `k.${type}`), 3000);
          expect(result.ok ? null : result.error.code).not.toBe('worker-failed');
        }),
        { numRuns: 5, interruptAfterTimeLimit: 15_000 },
      );
    },
    30_000,
  );
});
