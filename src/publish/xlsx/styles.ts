import type { Look } from './cells.ts';
import { escapeXml, HEADER, MAIN } from './xml.ts';

/** Number formats below this are built in. */
const FIRST_FORMAT = 164;

/** Parts of looks, each kept once; the index is what a look refers to. */
class Shelf {
  readonly items: string[] = [];
  put(item: string): number {
    const known = this.items.indexOf(item);
    return known >= 0 ? known : this.items.push(item) - 1;
  }
  list(tag: string): string {
    return `<${tag} count="${this.items.length}">${this.items.join('')}</${tag}>`;
  }
}

/** The looks of a workbook, numbered as they are first used. */
export class Styles {
  private readonly fonts = new Shelf();
  private readonly borders = new Shelf();
  private readonly formats = new Shelf();
  private readonly looks = new Shelf();
  private readonly known = new Map<Look | undefined, number>();

  constructor() {
    this.borders.put('<border><left/><right/><top/><bottom/><diagonal/></border>');
    this.indexOf(undefined);
  }

  /** Number of a look, for a cell's `s`. */
  indexOf(look: Look | undefined): number {
    const known = this.known.get(look);
    if (known !== undefined) return known;
    const index = this.looks.put(this.write(look ?? {}));
    this.known.set(look, index);
    return index;
  }

  private write({ format, bold, size = 11, color, indent, wrap, right, rule }: Look): string {
    const font = this.fonts.put(
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color ? `<color rgb="FF${color}"/>` : '<color theme="1"/>'}<name val="Calibri"/><family val="2"/></font>`,
    );
    const border = rule
      ? this.borders.put('<border><left/><right/><top/><bottom style="thin"><color rgb="FF161D29"/></bottom><diagonal/></border>')
      : 0;
    const numFmt = format ? FIRST_FORMAT + this.formats.put(escapeXml(format)) : 0;
    const alignment = `${right || indent ? ` horizontal="${right ? 'right' : 'left'}"` : ''}${indent ? ` indent="${indent}"` : ''}${wrap ? ' wrapText="1"' : ''}`;
    return `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${alignment}/></xf>`;
  }

  get xml(): string {
    const formats = this.formats.items.map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`).join('');
    return (
      `${HEADER}<styleSheet xmlns="${MAIN}">` +
      (formats ? `<numFmts count="${this.formats.items.length}">${formats}</numFmts>` : '') +
      this.fonts.list('fonts') +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      this.borders.list('borders') +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.looks.list('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}
