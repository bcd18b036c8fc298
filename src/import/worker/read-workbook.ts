import { read as readBook, SSF, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { cellAddress, type CellIssue, type FileFormat } from '../../domain/dataset.ts';
import type { Region } from '../protocol.ts';
import type { ErrorCell, Sheet } from './cell.ts';
import { KIND } from './cell-column.ts';
import { CellTable, type FormatReader } from './cell-table.ts';

type SheetIssue = CellIssue & { readonly sheet: string };
const MOST_ISSUES = 1000;

/** A workbook as sheets of typed cells. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly format: FileFormat;
  readonly issues: readonly SheetIssue[];
}

/** Day 0 of the 1900 system is 1899-12-30 for every date after its phantom 29 February 1900. */
const SERIAL_OF_EPOCH = 25_569;
const DAYS_BETWEEN_SYSTEMS = 1462;
const LEAP_BUG = 60;
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

interface DateReading {
  readonly isDate: boolean;
  readonly isDuration: boolean;
}

const plainCodes = (format: string) =>
  format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[[a-z]+\d*\]/gi, (part) => (/^\[[hms]+\]$/i.test(part) ? part : ''));

/** Whether a format shows a serial as a date or as an elapsed time (`[hh]:mm`). A currency code such as CHF is no hour. */
function readFormat(format: string): DateReading {
  const codes = plainCodes(format);
  if (/\[(h+|m+|s+)\]/i.test(codes)) return { isDate: false, isDuration: true };
  return { isDate: SSF.is_date(codes) && !/[0#?]/.test(codes.split(';')[0]!.replace(/[.,]0+/g, '')), isDuration: false };
}

/** What a number format makes of the numbers of a workbook. */
export function makeFormatReader(format: string, date1904: boolean): FormatReader {
  const { isDate, isDuration } = readFormat(format);
  if (isDuration) return (value) => ({ kind: 'number', value: value * 24, format: '"h"' });
  if (!isDate) return (value) => ({ kind: 'number', value, format });
  return (value) => {
    if (value < 1) return { kind: 'number', value, format };
    const serial = Math.floor(value) + (date1904 ? DAYS_BETWEEN_SYSTEMS : 0);
    return { kind: 'date', day: serial - SERIAL_OF_EPOCH + (serial <= LEAP_BUG && !date1904 ? 1 : 0), format };
  };
}

/** Writes the cells of SheetJS into a table, numbers in as many kinds as they have formats. */
class SheetWriter {
  readonly table: CellTable;
  readonly issues: SheetIssue[] = [];
  private readonly kinds = new Map<string, number | undefined>();
  constructor(
    private readonly sheet: string,
    rows: number,
    private readonly date1904: boolean,
  ) {
    this.table = new CellTable(undefined, rows);
  }

  /** Writes one cell; false if it is blank. */
  put(cell: CellObject, row: number, column: number): boolean {
    if (typeof cell.v === 'number' && cell.t === 'n') this.putNumber(cell.v, typeof cell.z === 'string' ? cell.z : '', row, column);
    else {
      const value = this.textOrError(cell);
      if (value === '') return false;
      if (typeof value !== 'string' && this.issues.length < MOST_ISSUES)
        this.issues.push({ code: value.code, sheet: this.sheet, cell: cellAddress(row, column), raw: value.raw });
      this.table.put(row, column, value);
    }
    return true;
  }

  private textOrError(cell: CellObject): string | ErrorCell {
    if (cell.t === 'e') return { kind: 'error', code: 'error-value', raw: ERROR_TEXT[Number(cell.v)] ?? '#N/A' };
    if (cell.t === 'z' || cell.v === undefined || cell.v === null)
      return cell.f ? { kind: 'error', code: 'formula-without-value', raw: `=${cell.f}` } : '';
    if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
    return String(cell.v);
  }

  private putNumber(value: number, format: string, row: number, column: number): void {
    const cells = this.table.writable(column);
    if (format === '' || format === 'General') return cells.putFigure(row, KIND.POINT, value);
    let kind = this.kinds.get(format);
    if (kind === undefined && !this.kinds.has(format))
      this.kinds.set(format, (kind = this.table.addFormat(makeFormatReader(format, this.date1904))));
    if (kind === undefined) cells.putCell(row, makeFormatReader(format, this.date1904)(value));
    else cells.putFigure(row, kind, value);
  }
}

function readSheet(name: string, hidden: boolean, sheet: WorkSheet, date1904: boolean): { table: Sheet; issues: readonly SheetIssue[] } {
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  const writer = new SheetWriter(name, data.length, date1904);
  const { table } = writer;
  data.forEach((cells, row) => {
    let length = 0;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (cell !== undefined && writer.put(cell, row, column)) length = column + 1;
    }
    if (length > 0) table.endRow(row, length);
  });
  table.name = name;
  table.hidden = hidden;
  table.merges = (sheet['!merges'] ?? []).map((m): Region => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c }));
  return { table, issues: writer.issues };
}

function formatOf(workbook: WorkBook, fallback: FileFormat): FileFormat {
  const type = (workbook as { bookType?: string }).bookType ?? '';
  if (type === 'ods' || type === 'fods') return 'ods';
  if (type === 'xlsb') return 'xlsb';
  return fallback;
}

/** Reads any workbook or web page that SheetJS knows; throws what SheetJS throws. */
export function readWorkbook(source: ArrayBuffer | string, fallback: FileFormat): Workbook {
  const isText = typeof source === 'string';
  // Web pages keep their texts: SheetJS would read 1-2 as a date and drop the sign of a percentage.
  const workbook = readBook(isText ? source : new Uint8Array(source), {
    type: isText ? 'string' : 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
    sheetStubs: true,
    raw: isText,
  });
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const read = workbook.SheetNames.map((name, index) =>
    readSheet(name, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, workbook.Sheets[name]!, date1904),
  );
  return { sheets: read.map(({ table }) => table), format: formatOf(workbook, fallback), issues: read.flatMap(({ issues }) => issues) };
}
