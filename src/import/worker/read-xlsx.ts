import type { ZipParts } from './zip.ts';
import { builtInFormat } from './number-format.ts';
import type { BookParts } from './cell-values.ts';
import { scanSheet } from './scan-sheet.ts';
import { SharedStrings } from './shared-strings.ts';
import type { Sheet } from './cell.ts';
import type { SheetIssue, Workbook } from './workbook.ts';
import { elementsOf } from './xml-text.ts';

const NOTHING = new Uint8Array(0);

const textOfPart = (parts: ZipParts, path: string): string => new TextDecoder().decode(parts.get(path) ?? NOTHING);

/** The elements between the tags of one that comes once. */
const within = (xml: string, name: string): string =>
  new RegExp(`<(?:\\w{1,20}:)?${name}[\\s>][\\s\\S]*?</(?:\\w{1,20}:)?${name}>`).exec(xml)?.[0] ?? '';

/** Number format of each cell style, by its index. */
function readFormats(styles: string): string[] {
  const own = new Map(elementsOf(within(styles, 'numFmts'), 'numFmt').map((one) => [one.get('numFmtId'), one.get('formatCode') ?? '']));
  return elementsOf(within(styles, 'cellXfs'), 'xf').map((style) => {
    const id = style.get('numFmtId') ?? '0';
    return own.get(id) ?? builtInFormat(Number(id));
  });
}

/** Path of a part that is named from `folder`. */
const resolve = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '');

/**
 * Reads an .xlsx workbook from its unpacked parts. Null if it is anything else (.xlsb, .ods) or written in a rare way: then SheetJS reads it.
 * 'too-large' if a cell lies outside the limits.
 */
export function readXlsx(parts: ZipParts, onRows: (rows: number) => void): Workbook | 'too-large' | null {
  const main = elementsOf(textOfPart(parts, '_rels/.rels'), 'Relationship').find((one) => one.get('Type')?.endsWith('/officeDocument'));
  const path = resolve('', main?.get('Target') ?? 'xl/workbook.xml');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const xml = textOfPart(parts, path);
  if (!path.endsWith('.xml') || !/<workbook[\s>]/.test(xml.slice(0, 4096))) return null;
  const links = elementsOf(textOfPart(parts, `${folder}_rels/${path.slice(folder.length)}.rels`), 'Relationship');
  const partOf = (type: string) => resolve(folder, links.find((one) => one.get('Type')?.endsWith(`/${type}`))?.get('Target') ?? '');
  // A part under another spelling of its name: what is shown as a date would come as a number.
  const isMisspelt = (wanted: string) =>
    !parts.has(wanted) && [...parts.keys()].some((name) => name.toLowerCase() === wanted.toLowerCase());
  if (isMisspelt(partOf('sharedStrings')) || isMisspelt(partOf('styles'))) return null;
  const book: BookParts = {
    strings: new SharedStrings(parts.get(partOf('sharedStrings')) ?? NOTHING),
    formats: readFormats(textOfPart(parts, partOf('styles'))),
    date1904: /^(1|true|on)$/.test(elementsOf(xml, 'workbookPr')[0]?.get('date1904') ?? ''),
    onRows,
  };
  const sheets: Sheet[] = [];
  const issues: SheetIssue[] = [];
  for (const sheet of elementsOf(within(xml, 'sheets'), 'sheet')) {
    const link = links.find((one) => one.get('Id') === sheet.get('id'));
    // Sheets of charts and macros hold no cells.
    if (link && !link.get('Type')?.endsWith('/worksheet')) continue;
    const part = parts.get(resolve(folder, link?.get('Target') ?? ''));
    if (!part) return null;
    const scanned = scanSheet(part, sheet.get('name') ?? '', (sheet.get('state') ?? 'visible') !== 'visible', book);
    if (scanned === 'strange') return null;
    if (scanned === 'too-large') return scanned;
    sheets.push(scanned.table);
    issues.push(...scanned.issues);
  }
  return sheets.length > 0 ? { sheets, format: 'xlsx', issues } : null;
}
