import { cellAddress } from './dataset.ts';

/** Inclusive bounds in a sheet, counted from 0. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Bounds as a spreadsheet writes them: A3:N15. */
export const rangeOf = ({ top, left, bottom, right }: Region): string => `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;

/** Reads two corners such as A3:N15, in any order and case; null if it is none. */
export function readRange(text: string): Region | null {
  const parts = /^\s*\$?([a-z]{1,3})\$?(\d{1,7})\s*[:：]\s*\$?([a-z]{1,3})\$?(\d{1,7})\s*$/i.exec(text.normalize('NFKC'));
  if (!parts) return null;
  const column = (letters: string) =>
    Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const [columns, rows] = [
    [column(parts[1]!), column(parts[3]!)].sort((a, b) => a - b),
    [Number(parts[2]) - 1, Number(parts[4]) - 1].sort((a, b) => a - b),
  ];
  return rows[0]! < 0 ? null : { left: columns[0]!, right: columns[1]!, top: rows[0]!, bottom: rows[1]! };
}
