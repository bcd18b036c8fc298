import { utils, write } from 'xlsx';
import { HEADER, type KpiRow } from './kpi-table.ts';

/** Day 0 of the 1900 date system of spreadsheets, as days before 1970. */
const SERIAL_OF_EPOCH = 25_569;
const DATE_COLUMN = 0;
const PERCENT_COLUMN = 7;

/** The table as a compressed XLSX with shared strings, dates as serials with a date format and rates with a percent format. */
export function workbookBytes(rows: readonly KpiRow[]): ArrayBuffer {
  const cells = rows.map(({ date, texts, figures, remark }) => [
    date + SERIAL_OF_EPOCH,
    ...texts,
    ...figures,
    remark === '' ? null : remark,
  ]);
  const sheet = utils.aoa_to_sheet([[...HEADER], ...cells], { dense: true });
  for (const row of (sheet['!data'] ?? []).slice(1)) {
    row[DATE_COLUMN]!.z = 'yyyy-mm-dd';
    row[PERCENT_COLUMN]!.z = '0.00%';
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'KPI');
  return write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer;
}
