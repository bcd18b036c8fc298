import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Sheet } from './cells.ts';
import { printNames, sheetXml } from './sheet-xml.ts';
import { Styles } from './styles.ts';
import { escapeText, escapeXml, HEADER, MAIN } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** A zip needs a date; the same report gives the same bytes. */
const LONG_AGO = new Date(2026, 0, 1);

const relation = (id: number, kind: string, target: string) => `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relations = (inside: string) => `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

/**
 * An .xlsx file of these sheets (ECMA-376). Our own writer: frozen rows, looks and titles on paper are what the library that reads our imports
 * cannot write, and this costs a fiftieth of it. Numbers keep every digit; formulas carry their value and are calculated anew when opened.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const styles = new Styles();
  const texts = new Map<string, number>();
  const textIndex = (text: string) => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, i === 0, { styles, textIndex })));
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`).join('');
  const n = sheets.length;
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  Object.assign(parts, {
    '[Content_Types].xml':
      `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      override('xl/workbook.xml', 'sheet.main') +
      sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('') +
      `${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('') +
      `</sheets><definedNames>${sheets.map(printNames).join('')}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, i) => relation(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
        relation(n + 1, 'styles', 'styles.xml') +
        relation(n + 2, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': styles.xml,
    'xl/sharedStrings.xml': `${HEADER}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${strings}</sst>`,
  });
  // The list of contents comes first: some programs tell the kind of file by it.
  const files: Zippable = {};
  for (const name of Object.keys(parts).sort()) files[name] = strToU8(parts[name]!);
  return zipSync(files, { level: 6, mtime: LONG_AGO });
}
