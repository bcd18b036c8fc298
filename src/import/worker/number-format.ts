import type { DateCell, NumberCell } from './cell.ts';
import { CLOCK_FORMAT } from './clock.ts';

/** Formats that workbooks name by number only (ECMA-376, 18.8.30). Those of East Asian dates depend on the reader's language: all are dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0',
  6: '"$"#,##0',
  7: '"$"#,##0.00',
  8: '"$"#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
const EAST_ASIAN_DATES = new Set([27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** The format with a built-in number; '' for General and unknown ones. */
export const builtInFormat = (id: number): string => BUILT_IN[id] ?? (EAST_ASIAN_DATES.has(id) ? 'yyyy-m-d' : '');

/** Day 0 of the 1900 system is 1899-12-30 for every date after its phantom 29 February 1900. */
const SERIAL_OF_EPOCH = 25_569;
const DAYS_BETWEEN_SYSTEMS = 1462;
const LEAP_BUG = 60;

/** What is left of a format without its texts, colours, currencies and paddings; `[h]` stays. */
const plainCodes = (format: string) =>
  format.replace(/"[^"]*"|\\.|[_*].|\[\$[^\]]*\]|\[[a-z]+\d*\]/gi, (part) => (/^\[[hms]+\]$/i.test(part) ? part : ''));

/** Whether a format shows a serial as a date, or as an elapsed time (`[hh]:mm`). A currency code such as CHF is no hour. */
function readFormat(format: string): { readonly isDate: boolean; readonly isDuration: boolean; readonly isClock: boolean } {
  const codes = plainCodes(format);
  if (/\[(h+|m+|s+)\]/i.test(codes)) return { isDate: false, isDuration: true, isClock: false };
  const main = codes.split(';')[0]!;
  const isDate = !/general/i.test(main) && /[ymdhse]|AM\/PM|上午|下午/i.test(main) && !/[0#?]/.test(main.replace(/[.,]0+/g, ''));
  // h:mm and mm:ss show no day at all.
  return { isDate, isDuration: false, isClock: isDate && /[hs]/i.test(main) && !/[yde]/i.test(main.replace(/AM\/PM/i, '')) };
}

/** What a format makes of a number: a number in this format, or a date. */
export type FormatReader = (value: number) => NumberCell | DateCell;

/** Reads the numbers of a workbook that are shown in one format. */
export function makeFormatReader(format: string, date1904: boolean): FormatReader {
  const { isDate, isDuration, isClock } = readFormat(format);
  if (isDuration) return (value) => ({ kind: 'number', value: value * 24, format: '"h"' });
  if (!isDate) return (value) => ({ kind: 'number', value, format });
  if (isClock) return (value) => ({ kind: 'number', value: value * 24, format: CLOCK_FORMAT });
  return (value) => {
    if (value < 1 && !date1904) return { kind: 'number', value, format };
    const serial = Math.floor(value) + (date1904 ? DAYS_BETWEEN_SYSTEMS : 0);
    const time = value - Math.floor(value);
    const day = serial - SERIAL_OF_EPOCH + (serial <= LEAP_BUG && !date1904 ? 1 : 0);
    return { kind: 'date', day, format, ...(time > 0 ? { time: time * 24 } : {}) };
  };
}
