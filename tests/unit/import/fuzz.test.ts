import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { toDataset } from '../../../src/import/to-dataset.ts';
import { readProposal } from '../../../src/import/worker/read-proposal.ts';
import { decodeDocument } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { workbook } from './spreadsheets.ts';

const today = dayOf(2026, 8, 28);

/** Reads bytes as the page does, takes in whatever was understood, and checks that it could be saved and opened again. */
async function survives(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  const buffer = bytes.slice().buffer as ArrayBuffer;
  const result = await readProposal({ kind: 'read', name, bytes: buffer, locale: 'zh-CN', choices: {} });
  expect('polluted' in {} || 'x' in {}).toBe(false);
  if (!result.ok) {
    expect(result.error.code).toMatch(/^[a-z-]+$/);
    return 'refused';
  }
  const datasets = result.value.tables.map((table, index) => toDataset(result.value, table, `d${index}`, today));
  const document = encodeDocument({ ...emptyWorkspace, sources: datasets.map(({ id, source }) => ({ id, info: source })) }, datasets, {
    revision: 0,
    savedAt: '',
  });
  const again = decodeDocument(JSON.parse(JSON.stringify(document)));
  expect(again.ok ? null : again.error).toBeNull();
  return 'read';
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('2026-01', '2026年2月', '3月', 'Q3 2026', '周一', '1/2/2026', '2026-W07', '合计', 'Total', '—') },
  { weight: 3, arbitrary: fc.double({ noDefaultInfinity: true, noNaN: true }).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('12.3万', '85%', '¥1,234.5', '(3)', '1.234,5', '=1+1', '#DIV/0!', '-', '１２', '1e999', '0x10') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '"', '""', "'", '\u0000', '\ufeff', '\u2028', '<b>', '目标'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constant('') },
);
const table = fc.tuple(
  fc.constantFrom(',', ';', '\t', '|'),
  fc.constantFrom('\n', '\r\n', '\r'),
  fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 }),
);
const asText = ([delimiter, end, rows]: readonly [string, string, readonly (readonly string[])[]], quoted: boolean) =>
  rows.map((row) => row.map((text) => (quoted ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter)).join(end);

describe('whatever a file holds, it is read or refused, and what was read can be saved', () => {
  it('as text', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, quoted) => {
        const outcome = await survives(new TextEncoder().encode(asText(rows, quoted)), 'k.csv');
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
      { numRuns: 400 },
    );
    expect(outcomes.get('read')).toBeGreaterThan(20);
  });

  it('as bytes that are no text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.constantFrom('k.csv', 'k.tsv', 'k.txt', 'k.xlsx'), async (bytes, name) => {
        await survives(bytes, name);
      }),
      { numRuns: 200 },
    );
  });

  it('as a workbook of which some bytes were changed, inside its parts or outside', async () => {
    const rows = [['月份', '产量', '合计'], ...[1, 2, 3, 4, 5].map((month) => [`2026-0${month}`, month + 3, { v: month * 2, z: '0.0%' }])];
    const whole = workbook({ S: { rows } }, { type: 'xlsx' });
    const parts = unzipSync(whole);
    const names = Object.keys(parts).filter((name) => /sheet1\.xml|workbook\.xml|styles\.xml|rels$/.test(name));
    const change = fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(...[...'<>/"&;A1'].map((char) => char.charCodeAt(0)))));
    await fc.assert(
      fc.asyncProperty(fc.option(fc.constantFrom(...names)), fc.array(change, { minLength: 1, maxLength: 12 }), async (part, changes) => {
        const bytes = (part === null ? whole : parts[part]!).slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await survives(part === null ? bytes : zipSync({ ...parts, [part]: bytes }), 'k.xlsx');
      }),
      { numRuns: 200 },
    );
  });
});
