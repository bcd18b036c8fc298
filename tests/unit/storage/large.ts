import type { DataColumn, Dataset } from '../../../src/domain/dataset.ts';
import { rowIndexOf } from '../../../src/domain/row-index.ts';
import { dataset } from './sample.ts';

/** Rows of a dataset that takes several batches: eight bytes a figure, a megabyte a batch. */
const ROWS = 175_000;
const STORES = Array.from({ length: 5_000 }, (_, n) => `门店 ${n}`);

/** Two measures of many stores, which share their days, places, codes and index as imported columns do. */
export function largeDataset(id = 's1', height = ROWS): Dataset {
  const days = Int32Array.from({ length: height }, (_, i) => 20_000 + Math.floor(i / STORES.length));
  const rows = Int32Array.from({ length: height }, (_, i) => i + 1);
  const codes = [Int32Array.from({ length: height }, (_, i) => i % STORES.length)];
  const index = rowIndexOf({ days, codes });
  const column = (at: number, name: string): DataColumn => ({
    ...dataset.columns[0]!,
    name,
    days,
    values: Float64Array.from({ length: height }, (_, i) => (i % 7 === at ? NaN : i * at)),
    rows,
    columns: new Int32Array(height).fill(at),
    codes,
    index,
  });
  return {
    ...dataset,
    id,
    dimensions: [{ name: '门店', values: STORES }],
    columns: [column(1, '销售额'), column(2, '客流')],
    issues: Array.from({ length: 500 }, (_, n) => ({ code: 'not-a-number' as const, cell: `B${n + 2}`, raw: '待补' })),
  };
}

/** Which arrays of a dataset are one and the same, by the place of the first. */
export function sharing({ columns }: Dataset): number[] {
  const arrays = columns.flatMap(({ days, values, rows, columns: places, codes, index }) => [
    ...[days, values, rows, places, ...codes],
    ...(index ? [index.starts, index.order, ...index.codes] : []),
  ]);
  return arrays.map((array) => arrays.indexOf(array));
}

/** Whether two datasets hold the same, array by array: comparing millions of figures one by one with a reason for each takes too long. */
export function sameDataset(a: Dataset, b: Dataset): boolean {
  const plain = (dataset: Dataset) =>
    JSON.stringify(dataset, (_, value: unknown) =>
      ArrayBuffer.isView(value)
        ? new Uint32Array(value.buffer, value.byteOffset, value.byteLength / 4).reduce(
            (hash, word) => (Math.imul(hash, 31) + word) | 0,
            value.byteLength,
          )
        : value,
    );
  return plain(a) === plain(b);
}
