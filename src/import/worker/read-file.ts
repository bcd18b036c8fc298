import type { ImportError } from '../../domain/errors.ts';
import type { FileFormat } from '../../domain/dataset.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportRequest } from '../protocol.ts';
import { decodeText } from './encoding.ts';
import { readText } from './read-text.ts';
import { sniff } from './sniff.ts';
import type { Workbook } from './workbook.ts';

/** A file as sheets, before anything is understood. */
export interface ReadFile extends Workbook {
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

type Read = Result<ReadFile, ImportError>;

/** Reads what only SheetJS knows. */
export type BookReader = (source: Uint8Array | string, format: FileFormat, encoding: string | null, file: string) => Promise<Read>;

const withSheetJs: BookReader = async (source, format, encoding, file) => {
  // SheetJS is many times the size of everything else here: only workbooks that nothing else reads pay for it.
  const { readWorkbook } = await import('./read-workbook.ts');
  try {
    return ok({ ...readWorkbook(source, format), encoding, delimiter: null });
  } catch (thrown) {
    const isLocked = thrown instanceof Error && /password|encrypt/i.test(thrown.message);
    return err({ code: isLocked ? 'password-protected' : 'corrupt-file', where: { file } });
  }
};

async function readArchive(request: ImportRequest, onRows: (rows: number) => void, readBook: BookReader): Promise<Read> {
  const { unzip, readXlsx, storedZip } = await import('./archive.ts');
  const unpacked = await unzip(request.bytes, request.name);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  if (![...parts.keys()].some((part) => /workbook\d*\.(xml|bin)$|^content\.xml$/i.test(part)))
    return err({ code: 'unsupported-format', where: { file: request.name } });
  const book = readXlsx(parts, onRows);
  if (book === 'too-large') return err({ code: 'too-many-cells', where: { file: request.name } });
  return book ? ok({ ...book, encoding: null, delimiter: null }) : readBook(storedZip(parts), 'xlsx', null, request.name);
}

/** `<meta charset=…>` of a web page, where it names one. */
function declaredCharset(bytes: ArrayBuffer): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 2048));
  return /charset=["']?([\w-]{3,20})/i.exec(head)?.[1]?.toLowerCase();
}

function readPage(request: ImportRequest, readBook: BookReader): Promise<Read> | Read {
  const decoded = decodeText(new Uint8Array(request.bytes), request.choices.encoding ?? declaredCharset(request.bytes), request.locale);
  if (!decoded) return err({ code: 'unsupported-format', where: { file: request.name } });
  // Excel 2003 wrote workbooks as XML; flat OpenDocument is told by the reader itself.
  const format = /<(?:\w+:)?workbook[\s>]/i.test(decoded.text.slice(0, 4096)) ? 'xls' : 'html';
  return readBook(decoded.text, format, decoded.encoding, request.name);
}

async function readDelimited(request: ImportRequest, onRows: (rows: number) => void): Promise<Read> {
  const text = await readText(request, onRows);
  if (!text.ok) return text;
  const { sheet, encoding, delimiter, issues } = text.value;
  return ok({ sheets: [sheet], format: 'csv', encoding, delimiter, issues: issues.map((issue) => ({ ...issue, sheet: '' })) });
}

/** Reads a file of any kind that is known, by what it is and not by its name. `onRows` hears how many rows were read; `readBook` reads what only SheetJS knows. */
export async function readFile(request: ImportRequest, onRows: (rows: number) => void, readBook: BookReader = withSheetJs): Promise<Read> {
  const bytes = new Uint8Array(request.bytes);
  switch (sniff(bytes)) {
    case 'binary':
      return err({ code: 'unsupported-format', where: { file: request.name } });
    case 'zip':
      return readArchive(request, onRows, readBook);
    case 'compound':
      return readBook(bytes, 'xls', null, request.name);
    case 'html':
      return readPage(request, readBook);
    case 'text':
      return readDelimited(request, onRows);
  }
}
