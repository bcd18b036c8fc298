export const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no way to say. */
const UNSAYABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export const escapeXml = (text: string): string =>
  text
    .replace(UNSAYABLE, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
    .replace(/\r/g, '&#13;');

/** Most characters that a cell can hold. */
const LONGEST = 32_767;

/** A text as a cell has it: Excel takes `_x0041_` for a character, unless its first underscore is written like that itself. */
export const escapeText = (text: string): string => escapeXml(text.slice(0, LONGEST).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'));
