import { utils, write } from 'xlsx';
import { addMonths, dayOf, isoOf } from '../../../src/domain/calendar.ts';

const JANUARY = dayOf(2026, 1, 1);

/** Monthly figures by column, from the month `from` (January = 0). */
export function monthlyCsv(columns: Readonly<Record<string, readonly number[]>>, from = 0): Buffer {
  const names = Object.keys(columns);
  const rows = Array.from({ length: Math.max(...Object.values(columns).map((figures) => figures.length)) }, (_, i) =>
    [isoOf(addMonths(JANUARY, from + i)).slice(0, 7), ...names.map((name) => columns[name]![i] ?? '')].join(','),
  );
  return Buffer.from([['Month', ...names].join(','), ...rows].join('\n'));
}

/** A workbook with months across: a row for each KPI and region; headers and rows as given. */
export function acrossWorkbook(rows: readonly (readonly (string | number)[])[], months: number, title = 'Report'): Buffer {
  const header = ['Region', 'Metric', ...Array.from({ length: months }, (_, i) => isoOf(addMonths(JANUARY, i)).slice(0, 7))];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([header, ...rows.map((row) => [...row])]), title);
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
}
