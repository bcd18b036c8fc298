import { at, fixed, on, type Cell, type Sheet } from './cells.ts';
import type { Styles } from './styles.ts';
import { escapeXml, HEADER, MAIN } from './xml.ts';

/** What sheets share: their looks and their texts. */
export interface Shared {
  readonly styles: Styles;
  /** Number of a text. */
  readonly textIndex: (text: string) => number;
}

function cellXml(cell: Cell, address: string, { styles, textIndex }: Shared): string {
  const { value, formula, look } = cell;
  const head = `<c r="${address}" s="${styles.indexOf(look)}"`;
  const number = typeof value === 'number' && Number.isFinite(value) ? value : null;
  if (formula !== undefined) {
    const f = `<f>${escapeXml(formula)}</f>`;
    return number === null ? `${head} t="str">${f}<v>${escapeXml(String(value ?? ''))}</v></c>` : `${head}>${f}<v>${number}</v></c>`;
  }
  if (number !== null) return `${head}><v>${number}</v></c>`;
  return typeof value === 'string' && value !== '' ? `${head} t="s"><v>${textIndex(value)}</v></c>` : `${head}/>`;
}

function viewXml({ frozen: { rows, columns } }: Sheet, first: boolean): string {
  const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
  const split = `${columns ? ` xSplit="${columns}"` : ''}${rows ? ` ySplit="${rows}"` : ''}`;
  const frozen = split ? `<pane${split} topLeftCell="${at(rows, columns)}" activePane="${pane}" state="frozen"/>` : '';
  return `<sheetViews><sheetView showGridLines="0"${first ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>`;
}

/** Width of a text in characters of a column; Chinese ones are twice as wide. */
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);

/** Height in points, where a row needs more than one line: not every program finds it by itself. */
function heightOf(cells: readonly (Cell | undefined)[], widths: readonly number[]): string {
  const heights = cells.map((cell, i) => {
    const { size = 11, wrap } = cell?.look ?? {};
    const text = wrap && typeof cell?.value === 'string' ? cell.value : '';
    return size * 1.4 * Math.max(1, Math.ceil((widthOf(text) * size) / 10 / widths[i]!));
  });
  const height = Math.ceil(Math.max(0, ...heights));
  return height > 16 ? ` ht="${height}" customHeight="1"` : '';
}

/** One worksheet, for A4 across, one page wide. */
export function sheetXml(sheet: Sheet, first: boolean, shared: Shared): string {
  const { rows, widths } = sheet;
  const links: string[] = [];
  const body = rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => {
        if (!cell) return '';
        if (cell.link) links.push(`<hyperlink ref="${at(row, column)}" location="${escapeXml(cell.link)}"/>`);
        return cellXml(cell, at(row, column), shared);
      });
      return `<row r="${row + 1}"${heightOf(cells, widths)}>${written.join('')}</row>`;
    })
    .join('');
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  return (
    `${HEADER}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `${viewXml(sheet, first)}<cols>${cols}</cols><sheetData>${body}</sheetData>` +
    (sheet.filter ? `<autoFilter ref="${filterRange(sheet)}"/>` : '') +
    (links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}

const filterRange = ({ rows, widths, frozen }: Sheet) => `${at(frozen.rows - 1, 0)}:${at(rows.length - 1, widths.length - 1)}`;

/** What is printed of a sheet, and the rows that are repeated on every page, as the workbook names them. */
export function printNames(sheet: Sheet, index: number): string {
  const { rows, frozen, printed } = sheet;
  const name = (what: string, range: string) =>
    `<definedName name="_xlnm.${what}" localSheetId="${index}">${escapeXml(on(sheet.name, range))}</definedName>`;
  return (
    (printed ? name('Print_Area', `${fixed(0, 0)}:${fixed(rows.length - 1, printed - 1)}`) : '') +
    (frozen.rows ? name('Print_Titles', `$${frozen.rows}:$${frozen.rows}`) : '')
  );
}
