import { periodKey } from '../../../../src/domain/calendar.ts';
import type { ImportProposal, TableProposal } from '../../../../src/import/protocol.ts';
import { only, questionsOf, read } from '../spreadsheets.ts';

/** Columns of cells side by side as comma-separated text: the header, then the cells. Cells with commas are quoted. */
export function csv(...columns: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.map((column) => quoted(column[row] ?? '')).join(',')).join('\n');
}

/** One month after the other from January 2026, for columns of figures that need some axis. */
export const months = (count: number): string[] => [
  '月份',
  ...Array.from({ length: count }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
];

/** The periods of a table's first figures, as `month 2026-01 2026-02`; `?` instead of years that nobody named. */
export function periodsOf(table: TableProposal): string {
  const column = table.data[0];
  if (!column) return 'none';
  const unknown = table.questions.some(({ code }) => code === 'year-unknown');
  return [column.grain, ...Array.from(column.days, (day) => (unknown ? '?' : periodKey(day, column.grain)))].join(' ');
}

/** How a column of periods is read beside a column of figures. */
export async function axis(cells: readonly string[], header = '日期', name = 'file.csv'): Promise<string> {
  const figures = ['产量', ...cells.map((_, i) => String(10 + i))];
  const table = only(await read(csv([header, ...cells], figures), { name }));
  const bad = table.columns.flatMap((column) => column.invalid.map(({ cell }) => `!${cell}`));
  return [periodsOf(table), ...questionsOf(table).map((code) => `?${code}`), ...bad].join(' ');
}

/** How a column of figures is read: `unit: values`, then what is asked and which cells are bad. */
export async function figures(header: string, cells: readonly string[]): Promise<string> {
  const table = only(await read(csv(months(cells.length), [header, ...cells])));
  return describeFigures(table);
}

/** The figures of a table's first series. */
export function describeFigures(table: TableProposal): string {
  const [column] = table.data;
  const bad = table.columns.flatMap(({ invalid }) => invalid.map(({ cell, code }) => `!${cell} ${code}`));
  const values = column ? Array.from(column.values, (value) => (Number.isNaN(value) ? '–' : String(value))).join(' ') : 'none';
  return [`${column?.unit ?? '·'}: ${values}`, ...questionsOf(table).map((code) => `?${code}`), ...bad].join(' ');
}

/** Names of the series of all tables. */
export const names = (proposal: ImportProposal): string[] => proposal.tables.flatMap((table) => table.data.map(({ name }) => name));
