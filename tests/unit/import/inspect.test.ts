import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run } from '../../../src/cli/inspect.ts';
import { workbook } from './spreadsheets.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'leeway-'))));
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a file with this content; answers with its exit status and what it printed. */
async function inspect(name: string, content: string | Uint8Array, ...options: string[]) {
  const path = join(folder, name);
  await writeFile(path, content);
  return capture([path, ...options]);
}

async function capture(args: string[]) {
  let [out, problems] = ['', ''];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((problems += String(text)), true));
  try {
    return { status: await run(args), out, problems, json: () => JSON.parse(out) };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

describe('leeway inspect', () => {
  test('prints tables and series with the cell of every figure', async () => {
    const { status, json } = await inspect(
      '月报.csv',
      '2026年销售月报（单位：万元）\n月份,销售额,备注\n1月,5,\n2月,待补,x\n3月,6,\n4月,7,\n合计,18,\n',
    );
    expect(status).toBe(0);
    expect(json()).toMatchObject({
      leeway: 1,
      file: { name: '月报.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' },
      tables: [
        {
          range: 'A2:C7',
          title: '2026年销售月报（单位：万元）',
          headerRows: 1,
          layout: 'columns',
          columns: [
            { name: '月份', kind: 'date', role: 'date' },
            {
              name: '销售额',
              kind: 'number',
              role: 'value',
              unit: 'CNY',
              scale: 10000,
              missing: 1,
              invalid: [{ cell: 'B4', raw: '待补' }],
            },
            { name: '备注', kind: 'text', role: 'ignored' },
          ],
          excluded: [
            { row: 1, why: 'title' },
            { row: 7, why: 'total' },
          ],
          series: [
            {
              name: '销售额',
              measure: 'value',
              dimensions: {},
              unit: 'CNY',
              grain: 'month',
              accrual: 'flow',
              points: [
                { period: '2026-01', start: '2026-01-01', value: 50000, cell: 'B3' },
                { period: '2026-02', value: null, cell: 'B4' },
                { period: '2026-03', value: 60000 },
                { period: '2026-04', value: 70000 },
              ],
            },
          ],
          questions: [],
        },
      ],
      issues: [],
    });
  });

  test('--rows prints the table as text, nothing converted', async () => {
    const { json } = await inspect('a.csv', '报表\n月份;数\n2026-01;1,50\n2026-02;007\n', '--rows');
    expect(json()).toEqual({
      rows: [
        ['月份', '数'],
        ['2026-01', '1,50'],
        ['2026-02', '007'],
      ],
    });
  });

  test('--sheet reads one sheet only', async () => {
    const sheet = {
      rows: [
        ['月份', '产量'],
        ['2026-01', 3],
        ['2026-02', 4],
      ],
    };
    const { json } = await inspect('a.xlsx', workbook({ A: sheet, B: sheet }), '--sheet', 'B');
    expect(json().tables.map((table: { sheet: string }) => table.sheet)).toEqual(['B']);
  });

  test('without a year no period is named', async () => {
    const { json } = await inspect('a.csv', '月份,产量\n1月,3\n2月,4\n');
    const [table] = json().tables;
    expect(table.questions).toContainEqual({ code: 'year-unknown', column: '月份' });
    expect(table.series[0].points[0]).toEqual({ period: null, start: null, value: 3, cell: 'B2' });
  });

  test('a refused file is JSON, too, with exit status 2', async () => {
    const { status, json } = await inspect('空.csv', '');
    expect(status).toBe(2);
    expect(json()).toEqual({ error: { code: 'empty-file', message: 'The file is empty.', where: { file: '空.csv' } } });
  });

  test('wrong usage is exit status 1, with nothing on standard output', async () => {
    for (const args of [[], ['a', 'b'], ['a', '--colour'], ['no such file.csv']]) {
      const { status, out, problems } = await capture(args);
      expect([status, out]).toEqual([1, '']);
      expect(problems).not.toBe('');
    }
    expect((await capture(['--help'])).status).toBe(0);
  });
});
