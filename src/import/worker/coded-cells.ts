import { isBlank, type Cell, type Sheet } from './cell.ts';
import { KIND, type CellColumn } from './cell-column.ts';

/** Cells of many rows as numbers of the distinct ones among them: `cells[codes[i]]` stands in row i. Code 0 is blank. */
export interface CodedCells {
  readonly codes: Int32Array;
  readonly cells: readonly Cell[];
}

/** Numbers distinct cells anew, from 1 on in order of appearance, all blank ones 0. */
class Numbering {
  readonly cells: Cell[] = [''];
  /** New number by the column's own, for texts of the file and for other cells. */
  private readonly ofTexts: Int32Array;
  private readonly ofOthers: Int32Array;
  /** Of cells without a number of their own: figures, and texts that are not kept. */
  private readonly ofStrangers = new Map<string, number>();
  /** Of the figures of a workbook, by kind: their text is told by their value. */
  private readonly ofFigures = new Map<number, Map<number, number>>();

  constructor(
    private readonly sheet: Sheet,
    private readonly column: number,
  ) {
    const { texts, others } = sheet.column(column).codesInUse;
    this.ofTexts = new Int32Array(texts + 1).fill(-1);
    this.ofOthers = new Int32Array(others + 2).fill(-1);
  }

  at(row: number): number {
    const cells = this.sheet.column(this.column);
    const code = cells.codeAt(row);
    if (code === 0) return 0;
    if (code === -1) return this.numberOfFigure(row, cells);
    const [known, at] = code > 0 ? [this.ofTexts, code] : [this.ofOthers, -code];
    return known[at]! >= 0 ? known[at]! : (known[at] = this.add(cells.cellOf(code)));
  }

  private numberOfFigure(row: number, cells: CellColumn): number {
    const kind = cells.kindAt(row);
    if (kind < KIND.FORMATTED) return this.numberOf(this.sheet.at(row, this.column));
    let known = this.ofFigures.get(kind);
    if (!known) this.ofFigures.set(kind, (known = new Map()));
    const value = cells.numberAt(row);
    let number = known.get(value);
    if (number === undefined) known.set(value, (number = this.add(this.sheet.at(row, this.column))));
    return number;
  }

  numberOf(cell: Cell): number {
    const key = typeof cell === 'string' ? cell : JSON.stringify(cell);
    let number = this.ofStrangers.get(key);
    if (number === undefined) this.ofStrangers.set(key, (number = this.add(cell)));
    return number;
  }

  private add(cell: Cell): number {
    return isBlank(cell) ? 0 : this.cells.push(cell) - 1;
  }
}

/** Codes the cells of a column in the given rows, merged ones filled down, and where `fillBlanks` what is blank under a group's name, too. */
export function codeCells(sheet: Sheet, rows: Int32Array, column: number, fillBlanks: boolean): CodedCells {
  const numbering = new Numbering(sheet, column);
  const merged = new Map<number, number>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right)
      for (let row = merge.top; row <= Math.min(merge.bottom, sheet.height); row++)
        merged.set(row, numbering.numberOf(sheet.at(merge.top, merge.left)));
  const codes = new Int32Array(rows.length);
  let last = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let code = (merged.size > 0 ? merged.get(row) : undefined) ?? numbering.at(row);
    if (fillBlanks) {
      if (code === 0) code = last;
      else last = code;
    }
    codes[i] = code;
  }
  return { codes, cells: numbering.cells };
}
