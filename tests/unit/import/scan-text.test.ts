import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { cellsOf, textOf } from '../../../src/import/worker/cell.ts';
import { KIND } from '../../../src/import/worker/cell-column.ts';
import type { Dialect } from '../../../src/import/worker/dialect.ts';
import { scanText } from '../../../src/import/worker/scan-text.ts';

const PARTS = [',', ';', '\t', '\n', '\r\n', '"', '""', "'", '\\', ' ', 'a', '12.5', '-3', '1,234.50', '85.3%', '华东', '东', ', "'];
const DIALECTS: readonly Dialect[] = [
  { delimiter: ',', quote: '"', escape: '"' },
  { delimiter: ', ', quote: '"', escape: '"' },
  { delimiter: '\t', quote: '"', escape: '\\' },
  { delimiter: ';', quote: "'", escape: "'" },
];
const [COMMAS] = DIALECTS as [Dialect];

const scan = (text: string, dialect = COMMAS, rows?: number) =>
  scanText(new TextEncoder().encode(text), dialect, rows ? { sampleRows: rows } : {});
const rowsOf = ({ table }: ReturnType<typeof scan>) => Array.from({ length: table.height }, (_, row) => cellsOf(table, row).map(textOf));

/** Behind the last line end Papa sees one more row, of one empty field; blank lines at the end are nothing either way. */
function withoutBlankEnd(rows: readonly (readonly string[])[]) {
  let length = rows.length;
  while (length > 0 && rows[length - 1]!.join('') === '' && rows[length - 1]!.length === 1) length--;
  return rows.slice(0, length);
}

/** What Papa Parse makes of the same text, its line ends unified as the importer means them. */
function peer(text: string, { delimiter, quote, escape }: Dialect) {
  const { data, errors } = Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), {
    delimiter,
    quoteChar: quote,
    escapeChar: escape,
    newline: '\n',
  });
  return { rows: data, broken: errors.some((error) => error.type === 'Quotes') };
}

describe('cutting a text into cells', () => {
  test('gives what Papa Parse gives where quotes match, and stumbles where Papa does', () => {
    const text = fc.array(fc.constantFrom(...PARTS), { maxLength: 24 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...DIALECTS), (written, dialect) => {
        const scanned = scan(written, dialect);
        const expected = peer(written, dialect);
        expect(scanned.broken).toBe(expected.broken);
        if (!scanned.broken) expect(withoutBlankEnd(rowsOf(scanned))).toEqual(withoutBlankEnd(expected.rows));
      }),
      { numRuns: 6000 },
    );
  });

  test('plain figures are read on the way, percentages and grouped ones too, and nothing else is', () => {
    const { table } = scan('a,12.5,"1,234.50",-3,85.3%\n007,12 %,1.2.3,,1234567890123456\n');
    const read = (row: number) =>
      [0, 1, 2, 3, 4].map((column) => {
        const cells = table.column(column);
        const kind = cells.kindAt(row);
        return kind === KIND.BLANK ? null : kind === KIND.CODED ? cells.cellOf(cells.codeAt(row)) : cells.numberAt(row);
      });
    expect(read(0)).toEqual(['a', 12.5, 1234.5, -3, 0.853]);
    expect(read(1)).toEqual(['007', '12 %', '1.2.3', null, '1234567890123456']);
  });

  test.each(['12.5', '-0.07', '1,234,567.891', '85.3%', '0.1%', '99999999999.9999', '-1,000'])(
    '%s is the nearest double to what is written, and keeps its text',
    (text) => {
      const { table } = scan(`"${text}"`);
      const plain = Number(text.replaceAll(',', '').replace('%', ''));
      expect(table.column(0).numberAt(0)).toBe(text.endsWith('%') ? Number(`${plain}e-2`) : plain);
      expect(table.at(0, 0)).toBe(text);
    },
  );

  test('equal cells of a long column are told from different ones', () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `${i % 3 ? 'shop' : 'row'} ${(i * 7919) % 1700}`);
    const { table } = scan(cells.join('\n'));
    expect(cells.every((cell, row) => table.at(row, 0) === cell)).toBe(true);
    const codes = new Set(cells.map((_, row) => table.column(0).codeAt(row)));
    expect(codes.size).toBe(new Set(cells).size);
  });

  test('a column of names that are all different keeps every one of them', () => {
    const rows = 210_000;
    const { table } = scan(Array.from({ length: rows }, (_, i) => `order ${i}`).join('\n'));
    expect([0, 99_999, 100_001, rows - 1].map((row) => table.at(row, 0))).toEqual([
      'order 0',
      'order 99999',
      'order 100001',
      `order ${rows - 1}`,
    ]);
  });

  test('figures that begin below many blank cells, and texts among figures, stand where they were written', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `${i % 5 ? 'x' : ''},${i < 150 ? '' : i},${i === 300 ? '待补' : 1.5}`);
    const { table } = scan(lines.join('\r\n'));
    expect(table.at(149, 1)).toBe('');
    expect(table.at(399, 1)).toBe('399');
    expect(table.at(300, 2)).toBe('待补');
    expect(table.column(2).numberAt(301)).toBe(1.5);
  });

  test('the first rows of a text can be looked at alone', () => {
    expect(rowsOf(scan('a,b\nc,"d\ne,f', COMMAS, 2))).toEqual([
      ['a', 'b'],
      ['c', 'd\ne,f'],
    ]);
  });
});
