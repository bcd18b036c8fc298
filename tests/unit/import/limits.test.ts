import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/import/worker/limits.ts';
import { importing as english } from '../../../src/messages/en/importing.ts';
import { importing as simplified } from '../../../src/messages/zh-CN/importing.ts';
import { importing as traditional } from '../../../src/messages/zh-TW/importing.ts';
import { attempt, refusal, workbook } from './spreadsheets.ts';

const csv = (text: string) => attempt(text, { name: 'log.csv' });
const tooMany = { ok: false, error: { code: 'too-many-cells', where: { file: 'log.csv' } } };

describe('texts of more than a sheet holds', () => {
  test('a row too many is refused, and none is cut off', async () => {
    expect(await csv('1\n'.repeat(LIMITS.rows + 1))).toMatchObject(tooMany);
  });

  test('more than twenty million cells', async () => {
    expect(await csv(`${','.repeat(999)}\n`.repeat(LIMITS.cells / 1000 + 1))).toMatchObject(tooMany);
  });

  test('quotes that do not match are no way around the limits', async () => {
    expect(await csv('a,b\n"x"y,1\n'.repeat(LIMITS.rows / 2 + 1))).toMatchObject(tooMany);
  });
});

describe('workbooks that lie', () => {
  const honest = () =>
    workbook({
      S: {
        rows: [
          ['月份', '产量'],
          ['2026-01', 3],
          ['2026-02', 4],
        ],
      },
    });

  test('a part that is not what its checksum says', async () => {
    const bytes = honest();
    expect(await refusal(bytes, 'a.xlsx')).toBeNull();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 16, view.getUint32(at + 16, true) ^ 1, true);
    expect(await refusal(bytes, 'a.xlsx')).toBe('corrupt-file');
  });

  test('sizes that say next to nothing do no harm to an honest part', async () => {
    const bytes = honest();
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    expect(await refusal(bytes, 'a.xlsx')).toBeNull();
  });

  test('three hundred parts that are one and the same, each said to be small', async () => {
    const one = zipSync({ 'xl/workbook.xml': new Uint8Array(1 << 20) });
    const view = new DataView(one.buffer, one.byteOffset, one.length);
    const directory = view.getUint32(one.length - 6, true);
    const entry = one.slice(directory, one.length - 22);
    new DataView(entry.buffer).setUint32(24, 10, true);
    const end = one.slice(one.length - 22);
    new DataView(end.buffer).setUint16(10, 310, true);
    const bomb = new Uint8Array(await new Blob([one.slice(0, directory), ...Array.from({ length: 310 }, () => entry), end]).arrayBuffer());
    expect(bomb.length).toBeLessThan(30_000);
    expect(await refusal(bomb, 'a.xlsx')).toBe('too-large');
  }, 20_000);
});

test.each([
  ['en', english, '20 million'],
  ['zh-CN', simplified, '2,000 万'],
  ['zh-TW', traditional, '2,000 萬'],
] as const)('what is refused for its size is told the limits: %s', (_, { refusals }, cells) => {
  const whole = new Intl.NumberFormat('en');
  expect(LIMITS.cells).toBe(20_000_000);
  for (const limit of [whole.format(LIMITS.rows), whole.format(LIMITS.columns), cells]) expect(refusals['too-many-cells']).toContain(limit);
  expect(refusals['too-large']).toContain(`${LIMITS.inflatedBytes / 1024 / 1024} MB`);
});
