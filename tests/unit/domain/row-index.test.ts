import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexRows, rowsOf } from '../../../src/domain/row-index.ts';

const row = fc.record({ a: fc.integer({ min: -1, max: 3 }), b: fc.integer({ min: -1, max: 2 }) });

type Row = { readonly a: number; readonly b: number };

function groupRows(rows: readonly Row[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  rows.forEach(({ a, b }, i) => groups.set(`${a},${b}`, [...(groups.get(`${a},${b}`) ?? []), i]));
  return groups;
}

test('every combination holds its rows in the order of the sheet; combinations come in order of appearance', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const index = indexRows(rows.length, [Int32Array.from(rows, ({ a }) => a), Int32Array.from(rows, ({ b }) => b)]);
      const found = Array.from({ length: index.starts.length - 1 }, (_, c) => ({
        key: `${index.codes[0]![c]},${index.codes[1]![c]}`,
        rows: [...index.order.subarray(index.starts[c], index.starts[c + 1])],
      }));
      const expected = groupRows(rows);
      expect(found).toEqual([...expected].map(([key, positions]) => ({ key, rows: positions })));
    }),
  );
});

test('rows of several combinations come in the order of the sheet', () => {
  const index = indexRows(4, [Int32Array.of(0, 1, 0, 2)]);
  expect([...rowsOf(index, (codeIn) => codeIn(0) !== 1)]).toEqual([0, 2, 3]);
  expect([...rowsOf(index, () => false)]).toEqual([]);
});

test('a table without rows has no combination', () => {
  expect(indexRows(0, [new Int32Array(0)]).starts).toHaveLength(1);
});
