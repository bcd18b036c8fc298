import { KIND } from './cell-column.ts';

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, power) => 10 ** power);
const [MINUS, COMMA, POINT, PERCENT, ZERO] = [45, 44, 46, 37, 48];
/** Digits that a double holds exactly, whatever they are. */
const MOST_DIGITS = 15;

/** The figure that `scanFigure` read last. */
export const scanned = { value: 0 };

/**
 * Reads plain figures (-12, 12.5, 85.3%, 1,234.5), the bulk of every large file, out of bytes; the value stands in `scanned`. BLANK where
 * anything else is written: 007 is a name, and whatever has more digits than a double holds is left to slower readers.
 */
export function scanFigure(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === MINUS) at++;
  const first = at;
  let [value, digits, point, group] = [0, 0, -1, -1];
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      value = value * 10 + byte - ZERO;
      digits++;
    } else if (byte === POINT && point < 0 && digits > 0) {
      if (group >= 0 && at - group !== 4) return KIND.BLANK;
      point = at;
    } else if (byte === COMMA && point < 0 && digits > 0 && (group < 0 ? digits <= 3 : at - group === 4)) {
      group = at;
    } else break;
  }
  if (digits === 0 || digits > MOST_DIGITS || bytes[at - 1] === POINT) return KIND.BLANK;
  const isPercent = at === end - 1 && bytes[at] === PERCENT;
  if (at < end && !isPercent) return KIND.BLANK;
  const wholeEnd = point < 0 ? at : point;
  if (group >= 0 && wholeEnd - group !== 4) return KIND.BLANK;
  if (bytes[first] === ZERO && wholeEnd - first > 1) return KIND.BLANK;
  // A percentage is held as a fraction.
  const fraction = (point < 0 ? 0 : at - point - 1) + (isPercent ? 2 : 0);
  if (fraction > MOST_DIGITS) return KIND.BLANK;
  // Both are exact, so the quotient is the nearest double, as in Number(text).
  const exact = fraction === 0 ? value : value / POWERS_OF_TEN[fraction]!;
  scanned.value = first > start ? -exact : exact;
  if (isPercent) return group < 0 ? KIND.PERCENT : KIND.BLANK;
  if (group >= 0) return KIND.GROUPED;
  return point < 0 ? KIND.INTEGER : KIND.POINT;
}
