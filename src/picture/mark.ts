/** A part of a drawing as data: the same marks become elements of a page or the text of a file. */
export interface Mark {
  readonly tag: 'svg' | 'g' | 'path' | 'circle' | 'rect' | 'text' | 'tspan' | 'title';
  /** Presentation attributes of SVG; never `style`, which a strict page refuses. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly Mark[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML has no way at all to write the other control signs.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for XML and HTML, inside and outside of quotes. */
export const escapeXml = (text: string): string => text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

function written({ tag, attributes, text = '', children = [] }: Mark): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inside = escapeXml(text) + children.map(written).join('');
  return inside ? `<${tag}${pairs.join('')}>${inside}</${tag}>` : `<${tag}${pairs.join('')}/>`;
}

/** The drawing as the text of an SVG file, or to stand inside of HTML. */
export const svgText = (root: Mark): string =>
  written({ ...root, attributes: { xmlns: 'http://www.w3.org/2000/svg', ...root.attributes } });

/** Coordinates to a tenth of a pixel: finer cannot be seen, and makes files long. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Points as the path of a line. */
export const linePath = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`).join('');
