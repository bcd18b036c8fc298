import { readRange } from '../../domain/cell-range.ts';
import { decodeUtf8 } from './byte-texts.ts';
import type { CellTable } from './cell-table.ts';
import type { BookParts } from './cell-values.ts';
import { hiddenColumns, hiddenIssues } from './hidden-parts.ts';
import { SheetScanner } from './sheet-scanner.ts';
import type { SheetIssue } from './workbook.ts';
import { elementsOf, findWord } from './xml-text.ts';

export interface ScannedSheet {
  readonly table: CellTable;
  readonly issues: readonly SheetIssue[];
}

/** Reads a sheet; 'strange' if it is written in a way that is better left to SheetJS. */
export function scanSheet(bytes: Uint8Array, name: string, hidden: boolean, book: BookParts): ScannedSheet | 'strange' | 'too-large' {
  if (findWord(bytes, '<worksheet', 0, 4096) < 0) return 'strange';
  const data = findWord(bytes, '<sheetData', 0);
  const scanner = new SheetScanner(bytes, name, book);
  const end = data < 0 ? 0 : scanner.scan(data + 10);
  if (scanner.isTooLarge) return 'too-large';
  if (scanner.isStrange) return 'strange';
  const { table, issues } = scanner.writer;
  table.name = name;
  table.hidden = hidden;
  const rest = findWord(bytes, '<mergeCells', end);
  if (rest >= 0)
    table.merges = elementsOf(decodeUtf8(bytes, rest, findWord(bytes, '</mergeCells', rest)), 'mergeCell').flatMap(
      (merge) => readRange(merge.get('ref') ?? '') ?? [],
    );
  const declared = findWord(bytes, '<cols', 0, Math.max(data, 0));
  const hiddenAcross = declared < 0 ? [] : hiddenColumns(decodeUtf8(bytes, declared, data), table);
  return { table, issues: [...issues, ...hiddenIssues(name, scanner.hiddenRows, hiddenAcross)] };
}
