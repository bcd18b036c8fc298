import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';
import { csvLine, HEADER, kpiRows, type KpiRow } from './kpi-rows.ts';

const CHUNK = 1 << 20;
/** Day 0 of the 1900 date system of spreadsheets, as days before 1970. */
const SERIAL_OF_EPOCH = 25_569;

/** Writes pieces of text, a megabyte at a time. */
function writePieces(write: (text: string) => void, pieces: Iterable<string>): void {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK) continue;
    write(text);
    text = '';
  }
  write(text);
}

function* csvLines(rows: number, quoted: boolean): Generator<string> {
  yield `${HEADER.join(',')}\r\n`;
  for (const row of kpiRows(rows, 1)) yield csvLine(row, quoted);
}

export function writeCsv(path: string, rows: number, quoted: boolean): void {
  const file = openSync(path, 'w');
  writePieces((text) => writeSync(file, text), csvLines(rows, quoted));
  closeSync(file);
}

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const link = (id: number, kind: string, target: string) => `<Relationship Id="rId${id}" Type="${TYPE}/${kind}" Target="${target}"/>`;
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const SMALL_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${CONTENT}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships ${RELATIONS}>${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${TYPE}"><sheets><sheet name="KPI" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONS}>${link(1, 'worksheet', 'worksheets/sheet1.xml')}${link(2, 'styles', 'styles.xml')}${link(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
  'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
};

/** Texts numbered in order of appearance, as workbooks share them. */
class SharedTexts {
  private readonly numbers = new Map<string, number>();
  cell(text: string): string {
    if (text === '') return '<c/>';
    let number = this.numbers.get(text);
    if (number === undefined) this.numbers.set(text, (number = this.numbers.size));
    return `<c t="s"><v>${number}</v></c>`;
  }
  get xml(): string {
    const items = [...this.numbers.keys()].map((text) => `<si><t xml:space="preserve">${text.replaceAll('&', '&amp;')}</t></si>`);
    return `<sst ${MAIN} uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** Puts the addresses into the cells of a row, as Excel writes them. */
function rowXml(cells: readonly string[], row: number): string {
  const addressed = cells.map((cell, column) => cell.replace('<c', `<c r="${String.fromCharCode(65 + column)}${row}"`));
  return `<row r="${row}" spans="1:12">${addressed.join('')}</row>`;
}

function cellsOf(row: KpiRow, texts: SharedTexts): string[] {
  const number = (value: number, style: number) => `<c${style ? ` s="${style}"` : ''}><v>${value}</v></c>`;
  const { day, target, actual, attainment, growth, revenue, cost, remark } = row;
  return [
    number(day + SERIAL_OF_EPOCH, 1),
    ...row.texts.map((text) => texts.cell(text)),
    number(target, 0),
    number(actual, 0),
    number(attainment / 100, 2),
    number(growth / 100, 2),
    number(revenue, 3),
    number(cost, 0),
    texts.cell(remark),
  ];
}

function* sheetXml(rows: number, texts: SharedTexts): Generator<string> {
  yield `${XML}<worksheet ${MAIN}><dimension ref="A1:L${rows + 1}"/><sheetData>`;
  yield rowXml(
    HEADER.map((name) => texts.cell(name)),
    1,
  );
  let number = 2;
  for (const row of kpiRows(rows, 2)) yield rowXml(cellsOf(row, texts), number++);
  yield '</sheetData></worksheet>';
}

/** Writes the table as a compressed workbook with shared strings, dates and percentages as such: made piece by piece, it needs little memory. */
export function writeXlsx(path: string, rows: number): void {
  const packed: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    packed.push(piece);
  });
  const add = (name: string, pieces: Iterable<string>) => {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    const encoder = new TextEncoder();
    writePieces((text) => part.push(encoder.encode(text)), pieces);
    part.push(new Uint8Array(0), true);
  };
  for (const [name, xml] of Object.entries(SMALL_PARTS)) add(name, [XML + xml]);
  const texts = new SharedTexts();
  add('xl/worksheets/sheet1.xml', sheetXml(rows, texts));
  add('xl/sharedStrings.xml', [XML + texts.xml]);
  zip.end();
  writeFileSync(path, Buffer.concat(packed));
}
