import { cellAddress, type CellIssue } from '../../domain/dataset.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportError } from '../../domain/errors.ts';
import type { ImportRequest } from '../protocol.ts';
import type { Sheet } from './cell.ts';
import { detectDialect, type Dialect } from './dialect.ts';
import { decodeText } from './encoding.ts';
import { LIMITS } from './limits.ts';
import { tokenise, unixLines } from './tokenise.ts';
import { tokeniseLeniently, type LenientRows } from './tokenise-leniently.ts';

/** A delimited text as one sheet without a name. */
export interface TextFile {
  readonly sheet: Sheet;
  readonly encoding: string;
  readonly delimiter: string;
  readonly issues: readonly CellIssue[];
}

/** Excel's `sep=;` line, which is an instruction and no data. */
function takeSeparatorLine(text: string): { text: string; separator: string | undefined } {
  const match = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(text.slice(0, 16));
  return match ? { text: text.slice(match[0].length), separator: match[1] } : { text, separator: undefined };
}

/** Ctrl-Z ends files of old DOS programs. */
const withoutEndMark = (text: string) => (text.endsWith('\x1a') ? text.slice(0, -1) : text);

/** Rows of strings. Where quotes do not seem to match, Papa is asked; where it agrees, a stray quote is kept from swallowing rows. */
async function cut(text: string, dialect: Dialect): Promise<Pick<Sheet, 'figures'> & LenientRows> {
  const { rows, broken, figures } = tokenise(text, dialect);
  if (!broken) return { rows, strayQuotes: [], figures };
  const lines = unixLines(text);
  const { secondOpinion } = await import('./second-opinion.ts');
  const asked = secondOpinion(lines, dialect);
  return asked ? { rows: asked, strayQuotes: [] } : tokeniseLeniently(lines, dialect.delimiter, dialect.quote);
}

function widthOf(rows: readonly (readonly string[])[]): number {
  let width = 0;
  for (const row of rows) if (row.length > width) width = row.length;
  return width;
}

/** Decodes, cuts and bounds a delimited text. Refuses more rows, columns or cells than the limits. */
export async function readText(request: ImportRequest): Promise<Result<TextFile, ImportError>> {
  const where = { file: request.name };
  const decoded = decodeText(new Uint8Array(request.bytes), request.choices.encoding, request.locale);
  if (!decoded) return err({ code: 'unsupported-format', where, detail: request.choices.encoding ?? '' });
  const { text, separator } = takeSeparatorLine(withoutEndMark(decoded.text));
  if (text.trim() === '') return err({ code: 'empty-file', where });
  const dialect = detectDialect(text, request.choices.delimiter ?? separator);
  const { rows, strayQuotes, figures } = await cut(text, dialect);
  if (rows.at(-1)?.length === 1 && rows.at(-1)![0] === '') rows.pop();
  const width = widthOf(rows);
  if (rows.length > LIMITS.rows || width > LIMITS.columns || rows.length * width > LIMITS.cells)
    return err({ code: 'too-many-cells', where, detail: `${rows.length}×${width}` });
  return ok({
    sheet: { name: '', hidden: false, rows, width, merges: [], ...(figures ? { figures } : {}) },
    encoding: decoded.encoding,
    delimiter: dialect.delimiter.length > 1 ? dialect.delimiter.trimEnd() : dialect.delimiter,
    issues: strayQuotes.map((row) => ({
      code: 'stray-quote' as const,
      cell: cellAddress(row, 0),
      raw: (rows[row] ?? []).join(dialect.delimiter).slice(0, 80),
    })),
  });
}
