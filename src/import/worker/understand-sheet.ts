import { cellAddress } from '../../domain/dataset.ts';
import type { OkrProposal, TableChoice, TableProposal } from '../protocol.ts';
import { cellsOf, textOf, type Sheet } from './cell.ts';
import { findFrames } from './frame.ts';
import { CellKinds } from './kinds.ts';
import { understandTable, type FileFacts } from './understand-table.ts';
import type { SheetIssue } from './workbook.ts';

/** What one sheet holds. */
export interface UnderstoodSheet {
  readonly tables: readonly TableProposal[];
  readonly okrs: readonly OkrProposal[];
  /** Rows with more or fewer fields than the header: only text files can have them. */
  readonly issues: readonly SheetIssue[];
}

const MOST_ISSUES = 200;

/** The facts that all tables of a file share; caches are filled as it is read. */
export const fileFacts = (name: string, delimiter: string | null): FileFacts => ({
  name,
  delimiter,
  kinds: new CellKinds(),
  periods: new Map(),
});

/** Rows of a table that were cut into another number of fields than its header (they were padded, or hold a stray delimiter). */
function raggedRows(sheet: Sheet, table: TableProposal): SheetIssue[] {
  const issues: SheetIssue[] = [];
  const expected = sheet.lengthOf(table.headerRow);
  const excluded = new Set(table.excluded.map((one) => one.row));
  for (let row = table.headerRow + 1; row <= table.region.bottom && issues.length < MOST_ISSUES; row++) {
    if (sheet.lengthOf(row) === expected || excluded.has(row)) continue;
    issues.push({
      code: 'ragged-row',
      sheet: sheet.name,
      cell: cellAddress(row, 0),
      raw: cellsOf(sheet, row).slice(0, 12).map(textOf).join(' | ').slice(0, 120),
    });
  }
  return issues;
}

/** Finds and understands the tables of a sheet, from top to bottom. Their keys are `sheet name#n`. */
export async function understandSheet(
  sheet: Sheet,
  choices: Readonly<Record<string, TableChoice>>,
  file: FileFacts,
): Promise<UnderstoodSheet> {
  const read: Awaited<ReturnType<typeof understandTable>>[] = [];
  for (const frame of findFrames(sheet, file.kinds)) {
    const key = `${sheet.name}#${read.length + 1}`;
    read.push(await understandTable(sheet, frame, key, Object.hasOwn(choices, key) ? choices[key]! : {}, file));
  }
  return {
    tables: read.map((one) => one.table),
    okrs: read.flatMap((one) => one.okr ?? []),
    issues: read.flatMap((one) => raggedRows(sheet, one.table)),
  };
}
