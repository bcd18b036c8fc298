import { read, SSF, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { cellAddress, type CellIssue, type FileFormat } from '../../domain/dataset.ts';
import type { Region } from '../protocol.ts';
import type { Cell, Sheet } from './cell.ts';
import { FigureColumns } from './figure-columns.ts';

/** A workbook as sheets of typed cells. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly format: FileFormat;
  readonly issues: readonly (CellIssue & { readonly sheet: string })[];
}

/** Day 0 of the 1900 system is 1899-12-30 for every date after its phantom 29 February 1900. */
const SERIAL_OF_EPOCH = 25_569;
const DAYS_BETWEEN_SYSTEMS = 1462;
const LEAP_BUG = 60;
/** Styles reach past the data of many sheets; SheetJS reports them as a huge range. */
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

function makeReader(date1904: boolean): (cell: CellObject) => Cell {
  const formats = new Map<string, DateReading>();
  return (cell) => {
    if (cell.t === 'e') return { kind: 'error', code: 'error-value', raw: ERROR_TEXT[Number(cell.v)] ?? '#N/A' };
    if (cell.t === 'z' || cell.v === undefined || cell.v === null)
      return cell.f ? { kind: 'error', code: 'formula-without-value', raw: `=${cell.f}` } : '';
    if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
    if (typeof cell.v !== 'number') return String(cell.v);
    const format = typeof cell.z === 'string' && cell.z !== 'General' ? cell.z : '';
    if (format === '') return { kind: 'number', value: cell.v, format };
    let reading = formats.get(format);
    if (!reading) formats.set(format, (reading = readFormat(format)));
    if (reading.isDuration) return { kind: 'number', value: cell.v * 24, format: '"h"' };
    if (!reading.isDate || cell.v < 1) return { kind: 'number', value: cell.v, format };
    const serial = Math.floor(cell.v) + (date1904 ? DAYS_BETWEEN_SYSTEMS : 0);
    return { kind: 'date', day: serial - SERIAL_OF_EPOCH + (serial <= LEAP_BUG && !date1904 ? 1 : 0), format };
  };
}

function readSheet(name: string, hidden: boolean, sheet: WorkSheet, toCell: (cell: CellObject) => Cell): Sheet {
  const data = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  const rows: Cell[][] = [];
  const figures = new FigureColumns(data.length);
  let width = 0;
  let last = -1;
  for (let r = 0; r < data.length; r++) {
    const row: Cell[] = [];
    const source = data[r] ?? [];
    for (let c = 0; c < source.length; c++) {
      const cell = source[c];
      const value = cell === undefined ? '' : toCell(cell);
      row.push(value);
      // A bare number says nothing but its value.
      if (typeof value !== 'string' && value.kind === 'number' && value.format === '') figures.set(value.value, r, c);
      if (value !== '') {
        width = Math.max(width, c + 1);
        last = r;
      }
    }
    rows.push(row);
  }
  rows.length = last + 1;
  const merges = (sheet['!merges'] ?? []).map((m): Region => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c }));
  return { name, hidden, rows, width, merges, figures };
}

function formatOf(workbook: WorkBook, fallback: FileFormat): FileFormat {
  const type = (workbook as { bookType?: string }).bookType ?? '';
  if (type === 'ods' || type === 'fods') return 'ods';
  if (type === 'xlsb') return 'xlsb';
  return fallback;
}

function issuesOf(sheet: Sheet): (CellIssue & { readonly sheet: string })[] {
  const issues: (CellIssue & { readonly sheet: string })[] = [];
  sheet.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (typeof cell !== 'string' && cell.kind === 'error' && issues.length < 1000)
        issues.push({ code: cell.code, sheet: sheet.name, cell: cellAddress(r, c), raw: cell.raw });
    }),
  );
  return issues;
}

/** Reads any workbook or web page that SheetJS knows; throws what SheetJS throws. */
export function readWorkbook(source: ArrayBuffer | string, fallback: FileFormat): Workbook {
  const isText = typeof source === 'string';
  // Web pages keep their texts: SheetJS would read 1-2 as a date and drop the sign of a percentage.
  const workbook = read(isText ? source : new Uint8Array(source), {
    type: isText ? 'string' : 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
    sheetStubs: true,
    raw: isText,
  });
  const toCell = makeReader(workbook.Workbook?.WBProps?.date1904 === true);
  const sheets = workbook.SheetNames.map((name, index) =>
    readSheet(name, (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, workbook.Sheets[name]!, toCell),
  );
  return { sheets, format: formatOf(workbook, fallback), issues: sheets.flatMap(issuesOf) };
}
