import { cellAddress } from '../../domain/dataset.ts';
import type { ErrorCell } from './cell.ts';
import { KIND } from './cell-column.ts';
import type { CellTable } from './cell-table.ts';
import { makeFormatReader } from './number-format.ts';
import { MOST_ISSUES, type SheetIssue } from './workbook.ts';

/** Writes the typed cells of a workbook's sheet into a table: numbers in as many kinds as they have formats. */
export class SheetWriter {
  readonly issues: SheetIssue[] = [];
  private readonly kinds = new Map<string, number | undefined>();

  constructor(
    readonly table: CellTable,
    private readonly sheet: string,
    private readonly date1904: boolean,
  ) {}

  putNumber(row: number, column: number, value: number, format: string): void {
    const cells = this.table.writable(column);
    const kind = this.kindOf(format);
    if (kind === undefined || !cells.isFigures) cells.putCell(row, makeFormatReader(format, this.date1904)(value));
    else cells.putFigure(row, kind, value);
  }

  putText(row: number, column: number, text: string): void {
    this.table.put(row, column, text);
  }

  putError(row: number, column: number, error: ErrorCell): void {
    if (this.issues.length < MOST_ISSUES)
      this.issues.push({ code: error.code, sheet: this.sheet, cell: cellAddress(row, column), raw: error.raw });
    this.table.writable(column).putCell(row, error);
  }

  /** Kind of numbers in this format; undefined where there are more formats than kinds. */
  private kindOf(format: string): number | undefined {
    if (format === '' || format === 'General') return KIND.POINT;
    if (!this.kinds.has(format)) this.kinds.set(format, this.table.addFormat(makeFormatReader(format, this.date1904)));
    return this.kinds.get(format);
  }
}
