import { read as readBook, set_cptable, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import type { FileFormat } from '../../domain/dataset.ts';
import type { Region } from '../../domain/cell-range.ts';
import { CODE_PAGES } from './code-pages.ts';
import { CellTable } from './cell-table.ts';
import { SheetWriter } from './sheet-writer.ts';
import type { Workbook } from './workbook.ts';

const ERROR_TEXT: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Writes one cell; false if it is blank. */
function putCell(writer: SheetWriter, cell: CellObject, row: number, column: number): boolean {
  if (cell.t === 'e') writer.putError(row, column, { kind: 'error', code: 'error-value', raw: ERROR_TEXT[Number(cell.v)] ?? '#N/A' });
  else if (cell.t === 'z' || cell.v === undefined || cell.v === null) {
    if (!cell.f) return false;
    writer.putError(row, column, { kind: 'error', code: 'formula-without-value', raw: `=${cell.f}` });
  } else if (typeof cell.v === 'number') writer.putNumber(row, column, cell.v, typeof cell.z === 'string' ? cell.z : '');
  else {
    const text = cell.t === 'b' ? (cell.v ? 'TRUE' : 'FALSE') : String(cell.v);
    if (text === '') return false;
    writer.putText(row, column, text);
  }
  return true;
}

function readSheet(name: string, hidden: boolean, sheet: WorkSheet, date1904: boolean): SheetWriter {
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  const table = new CellTable(data.length);
  const writer = new SheetWriter(table, name, date1904);
  data.forEach((cells, row) => {
    let length = 0;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell !== undefined && putCell(writer, cell, row, column)) length = column + 1;
    }
    if (length > 0) table.endRow(row, length);
  });
  table.name = name;
  table.hidden = hidden;
  table.merges = (sheet['!merges'] ?? []).map((m): Region => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c }));
  return writer;
}

function formatOf(workbook: WorkBook, fallback: FileFormat): FileFormat {
  const type = (workbook as { bookType?: string }).bookType ?? '';
  if (type === 'ods' || type === 'fods') return 'ods';
  if (type === 'xlsb') return 'xlsb';
  return fallback;
}

/** Reads any workbook or web page that SheetJS knows; throws what SheetJS throws. */
export function readWorkbook(source: Uint8Array | string, fallback: FileFormat): Workbook {
  const isText = typeof source === 'string';
  // Only they hold texts of one byte or two a character (BIFF5 and older).
  if (fallback === 'xls' && !isText) set_cptable(CODE_PAGES);
  // Web pages keep their texts: SheetJS would read 1-2 as a date and drop the sign of a percentage.
  const workbook = readBook(source, {
    type: isText ? 'string' : 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
    sheetStubs: true,
    raw: fallback === 'html',
  });
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const read = workbook.SheetNames.map((name, index) =>
    readSheet(name, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, workbook.Sheets[name]!, date1904),
  );
  return { sheets: read.map(({ table }) => table), format: formatOf(workbook, fallback), issues: read.flatMap(({ issues }) => issues) };
}
