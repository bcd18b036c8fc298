import type { ImportError } from '../../domain/errors.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportProposal, ImportReply, ImportRequest, OkrProposal, TableProposal } from '../protocol.ts';
import { cellsOf, textOf, type Sheet } from './cell.ts';
import { fingerprintOf } from './fingerprint.ts';
import { fileFacts, understandSheet } from './understand-sheet.ts';
import { readFile, type BookReader, type ReadFile } from './read-file.ts';
import type { FileFacts } from './understand-table.ts';
import { LIMITS } from './limits.ts';
import type { SheetIssue } from './workbook.ts';

export type OnProgress = (phase: Extract<ImportReply, { kind: 'progress' }>['phase'], rows: number) => void;

function checkCells(sheets: readonly Sheet[], file: string): ImportError | null {
  let cells = 0;
  for (const sheet of sheets) {
    cells += sheet.height * sheet.width;
    if (sheet.height > LIMITS.rows || sheet.width > LIMITS.columns || cells > LIMITS.cells)
      return {
        code: 'too-many-cells',
        where: sheet.name === '' ? { file } : { file, sheet: sheet.name },
        detail: `${sheet.height}×${sheet.width}`,
      };
  }
  return null;
}

/** Why a file whose tables hold no figures is refused; null if it may be shown. */
function refusalOf(read: ReadFile, tables: readonly TableProposal[], okr: boolean): ImportError['code'] | null {
  if (read.sheets.every((sheet) => sheet.height === 0)) return read.format === 'csv' ? 'empty-file' : 'no-data';
  if (okr || tables.some((table) => table.data.length > 0)) return null;
  if (tables.length === 0) return 'no-table';
  const bodies = tables.filter((table) => table.region.bottom >= table.headerRow + table.headerRows);
  if (bodies.length === 0) return 'no-data';
  return bodies.some((table) => table.columns.some((column) => column.kind === 'number')) ? null : 'no-number-column';
}

/** Cells of a table that carry another sign than their neighbours: warned of for the file as a whole, too. */
const mixtures = ({ sheet, columns }: TableProposal): SheetIssue[] =>
  columns.flatMap(({ invalid }) => invalid.filter(({ code }) => code.startsWith('mixed-')).map((issue) => ({ ...issue, sheet })));

function textRows(sheet: Sheet, table: TableProposal | undefined): string[][] {
  if (!table) return Array.from({ length: sheet.height }, (_, row) => cellsOf(sheet, row).map(textOf));
  const { top, bottom, left, right } = table.region;
  return Array.from({ length: bottom + 1 - top }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => textOf(sheet.at(top + r, left + c))),
  );
}

/**
 * Reads a file as far as it can be understood without asking. Nothing is thrown for bad files: they are refused with a code and a place.
 * `onProgress` hears of phases with the number of rows so far; `readBook` stands in for SheetJS.
 */
export async function readProposal(
  request: ImportRequest,
  onProgress: OnProgress = () => undefined,
  readBook?: BookReader,
): Promise<Result<ImportProposal, ImportError>> {
  const where = { file: request.name };
  const bytes = new Uint8Array(request.bytes);
  if (bytes.length === 0) return err({ code: 'empty-file', where });
  onProgress('reading', 0);
  const read = await readFile(request, (rows) => onProgress('reading', rows), readBook);
  if (!read.ok) return read;
  const { sheets, issues } = read.value;
  const tooLarge = checkCells(sheets, request.name);
  if (tooLarge) return err(tooLarge);
  onProgress(
    'understanding',
    sheets.reduce((sum, sheet) => sum + sheet.height, 0),
  );
  const file: FileFacts = fileFacts(request.name, read.value.delimiter);
  const chosen = request.choices.sheets;
  const tables: TableProposal[] = [];
  const okrs: OkrProposal[] = [];
  const raggedRows: SheetIssue[] = [];
  let rows = 0;
  for (const sheet of sheets) {
    if (chosen && !chosen.includes(sheet.name)) continue;
    const understood = await understandSheet(sheet, request.choices.tables ?? {}, file);
    tables.push(...understood.tables);
    okrs.push(...understood.okrs);
    raggedRows.push(...understood.issues);
    rows += sheet.height;
    onProgress('typing', rows);
  }
  const refusal = refusalOf(read.value, tables, okrs.length > 0);
  // Who asks for the rows only gets those of a table without figures, too.
  if (refusal && (refusal === 'empty-file' || !request.rowsOnly)) return err({ code: refusal, where });
  const first = tables[0];
  return ok({
    file: {
      name: request.name,
      format: read.value.format,
      encoding: read.value.encoding,
      delimiter: read.value.delimiter,
      size: bytes.length,
      fingerprint: await fingerprintOf(request.bytes),
    },
    sheets: sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, rows: sheet.height, columns: sheet.width })),
    tables,
    issues: [...issues, ...(read.value.format === 'csv' ? raggedRows : []), ...tables.flatMap(mixtures)],
    ...(okrs.length > 0
      ? { okr: { objectives: okrs.flatMap((one) => one.objectives), keyResults: okrs.flatMap((one) => one.keyResults) } }
      : {}),
    ...(request.rowsOnly ? { rows: textRows(sheets.find((sheet) => sheet.name === first?.sheet) ?? sheets[0]!, first) } : {}),
  });
}
