import { cellAddress, type CellIssue } from '../../domain/dataset.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportError } from '../../domain/errors.ts';
import type { ImportRequest } from '../protocol.ts';
import { cellsOf, textOf, type Sheet } from './cell.ts';
import { tableOfRows } from './cell-table.ts';
import { detectDialect, type Dialect } from './dialect.ts';
import { toUtf8 } from './encoding.ts';
import { unixLines } from './field-cutter.ts';
import { LIMITS } from './limits.ts';
import { scanText, type ScannedText } from './scan-text.ts';

/** A delimited text as one sheet without a name. */
export interface TextFile {
  readonly sheet: Sheet;
  readonly encoding: string;
  readonly delimiter: string;
  readonly issues: readonly CellIssue[];
}

const SAMPLE_BYTES = 1 << 18;
const DOS_END = 0x1a;

/** Bytes that begin a text, as text; a character cut off at the end is dropped. */
const beginningOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true });

/** Length of Excel's `sep=;` line, which is an instruction and no data, and the separator that it names. */
function separatorLine(beginning: string): { readonly length: number; readonly separator: string | undefined } {
  const match = /^"?sep=([\x01-\x7f])"?(?:\r\n?|\n)/i.exec(beginning.slice(0, 16));
  return { length: match?.[0].length ?? 0, separator: match?.[1] };
}

interface Cut extends Omit<ScannedText, 'broken'> {
  readonly strayQuotes: readonly number[];
}

const isTooLarge = ({ height, width }: Sheet) => height > LIMITS.rows || width > LIMITS.columns || height * width > LIMITS.cells;

/** Where quotes do not seem to match, Papa is asked; where it agrees, a stray quote is kept from swallowing rows. */
async function cut(bytes: Uint8Array, dialect: Dialect, onRows: (rows: number) => void): Promise<Cut> {
  const scanned = scanText(bytes, dialect, { onRows });
  if (!scanned.broken) return { ...scanned, strayQuotes: [] };
  const lines = unixLines(new TextDecoder().decode(bytes));
  const [{ secondOpinion }, { tokeniseLeniently }] = await Promise.all([import('./second-opinion.ts'), import('./tokenise-leniently.ts')]);
  const asked = secondOpinion(lines, dialect);
  const { rows, strayQuotes } = asked ? { rows: asked, strayQuotes: [] } : tokeniseLeniently(lines, dialect.delimiter, dialect.quote);
  if (rows.at(-1)?.length === 1 && rows.at(-1)![0] === '') rows.pop();
  const table = tableOfRows(rows);
  return { table, tooMany: isTooLarge(table), strayQuotes };
}

/** Decodes, cuts and bounds a delimited text. Refuses more rows, columns or cells than the limits. */
export async function readText(request: ImportRequest, onRows: (rows: number) => void): Promise<Result<TextFile, ImportError>> {
  const where = { file: request.name };
  const decoded = toUtf8(new Uint8Array(request.bytes), request.choices.encoding, request.locale);
  if (!decoded) return err({ code: 'unsupported-format', where, detail: request.choices.encoding ?? '' });
  const { bytes: all, encoding } = decoded;
  const { length, separator } = separatorLine(beginningOf(all));
  // Ctrl-Z ends files of old DOS programs.
  const bytes = all.subarray(length, all.at(-1) === DOS_END ? -1 : undefined);
  const beginning = beginningOf(bytes);
  if (beginning.trim() === '') return err({ code: 'empty-file', where });
  const dialect = detectDialect(beginning, request.choices.delimiter ?? separator);
  const { table, tooMany, strayQuotes } = await cut(bytes, dialect, onRows);
  if (tooMany) return err({ code: 'too-many-cells', where, detail: `${table.height}×${table.width}` });
  return ok({
    sheet: table,
    encoding,
    delimiter: dialect.delimiter.length > 1 ? dialect.delimiter.trimEnd() : dialect.delimiter,
    issues: strayQuotes.map((row) => ({
      code: 'stray-quote' as const,
      cell: cellAddress(row, 0),
      raw: cellsOf(table, row).map(textOf).join(dialect.delimiter).slice(0, 80),
    })),
  });
}
