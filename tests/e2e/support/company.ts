import { utils, write, type WorkSheet } from 'xlsx';
import { addMonths, addPeriods, dayOf, isoOf } from '../../../src/domain/calendar.ts';
import { encode } from '../../unit/import/spreadsheets.ts';

/** Small fixed noise: the same figures at every run, nothing to be lucky with. */
const wobble = (i: number) => [0.31, -0.64, 0.12, 0.55, -0.28, -0.47, 0.74, -0.09, 0.42, -0.66, 0.2, -0.2][i % 12] ?? 0;

const FIRST_MONDAY = dayOf(2026, 1, 5);
const START = dayOf(2026, 7, 1);
/** Weeks from January to the one that begins on 17 August 2026. */
const WEEKS = 33;

/** Weekly report of a company in Chinese: customers on plan, response time that jumps at the end of July, conversion that stands still. */
export function weeklyRows(): string[][] {
  const header = ['周一日期', '新增付费客户（家）', '试用转化率', '首次响应时间（分钟）', '备注'];
  const rows = Array.from({ length: WEEKS }, (_, i) => {
    const day = addPeriods(FIRST_MONDAY, 'week', i);
    const since = Math.max(0, (day - START) / 91);
    const customers = Math.round(76 + 5 * wobble(i));
    const conversion = (3.2 + 0.08 * wobble(i + 3)).toFixed(2);
    const response = (day >= dayOf(2026, 7, 27) ? 55 : 48 - 24 * since) + wobble(i + 5);
    return [isoOf(day), String(customers), `${conversion}%`, i === 4 ? '待补' : response.toFixed(1), ''];
  });
  return [['云舟科技 2026 年运营周报'], ['单位：见各列'], header, ...rows];
}

/** The weekly report as Excel on a Chinese Windows saves it. */
export const weeklyCsv = (): Buffer =>
  Buffer.from(
    encode(
      weeklyRows()
        .map((row) => row.join(','))
        .join('\r\n'),
      'gb18030',
    ),
  );

/** A workbook with months across: three departments, a total row, a second sheet that holds no figures. */
export function monthlyWorkbook(): Buffer {
  const months = Array.from({ length: 20 }, (_, i) => addMonths(dayOf(2025, 1, 1), i));
  const header = ['Department', 'Metric', ...months.map((day) => isoOf(day).slice(0, 7))];
  const line = (department: string, metric: string, base: number, growth: number) => [
    department,
    metric,
    ...months.map((_, i) => Math.round(base * (1 + growth * i) * (1 + 0.03 * wobble(i)))),
  ];
  const body = [line('Sales', 'Revenue', 120000, 0.02), line('Service', 'Tickets', 900, -0.01), line('Operations', 'Orders', 3400, 0.005)];
  const total = ['Total', '', ...months.map((_, i) => body.reduce((sum, row) => sum + Number(row[i + 2]), 0))];
  const sheet: WorkSheet = utils.aoa_to_sheet([['Yunzhou monthly report'], [], header, ...body, total]);
  const notes = utils.aoa_to_sheet([['How to read this file'], ['Ask finance.']]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Report');
  utils.book_append_sheet(book, notes, 'Notes');
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
}
