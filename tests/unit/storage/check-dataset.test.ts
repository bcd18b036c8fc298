import { describe, expect, it } from 'vitest';
import type { DataColumn } from '../../../src/domain/dataset.ts';
import { rowIndexOf, type RowIndex } from '../../../src/domain/row-index.ts';
import { decodeDocument, decodeGradually, parseDocument, parseGradually } from '../../../src/storage/decode.ts';
import { encodeDocument } from '../../../src/storage/encode.ts';
import { largeDataset, sharing } from './large.ts';
import { dataset, meta, workspace } from './sample.ts';

const column = dataset.columns[0]!;
const document = (change: Partial<DataColumn>) => ({
  ...encodeDocument(workspace, [], meta),
  datasets: [{ ...dataset, columns: [{ ...column, ...change }] }],
});
const index = rowIndexOf(column);

function decodedIndex(stored: RowIndex): RowIndex | undefined {
  const decoded = decodeDocument(structuredClone(document({ index: stored })));
  if (!decoded.ok) throw new Error(decoded.error.code);
  return decoded.value.datasets[0]!.columns[0]!.index;
}

describe('the index of a column', () => {
  it('is kept where columns are kept as they are', () => {
    expect(decodedIndex(index)).toEqual(index);
  });

  it.each<[string, Partial<RowIndex>]>([
    ['rows that there are not', { order: Int32Array.of(0, 1, 3) }],
    ['fewer rows than there are', { order: Int32Array.of(0, 1) }],
    ['combinations that go backwards', { starts: Int32Array.of(0, 2, 1, 3) }],
    ['combinations that end early', { starts: Int32Array.of(0, 1, 2, 2) }],
    ['values that there are not', { codes: [Int32Array.of(0, 1, 2)] }],
    ['dimensions that there are not', { codes: [] }],
    ['nothing at all', { starts: new Int32Array(0) }],
  ])('is worked out anew where the stored one names %s', (_name, change) => {
    expect(decodedIndex({ ...index, ...change })).toBeUndefined();
  });

  it('goes into no file', () => {
    const text = JSON.stringify(encodeDocument(workspace, [{ ...dataset, columns: [{ ...column, index }] }], meta));
    expect(text).not.toContain('"order"');
    expect(parseDocument(text)).toEqual({ ok: true, value: { ...meta, workspace, datasets: [dataset] } });
  });
});

describe('a large dataset', () => {
  const large = largeDataset();
  const stored = { ...encodeDocument(workspace, [], meta), datasets: [large] };

  it('is checked in slices with the same result, its arrays not copied', async () => {
    const decoded = await decodeGradually(stored);
    if (!decoded.ok) throw new Error(decoded.error.code);
    expect(decoded.value.datasets[0]!.columns[1]!.values).toBe(large.columns[1]!.values);
    expect(sharing(decoded.value.datasets[0]!)).toEqual(sharing(large));
  });

  it.each<[string, (column: DataColumn) => Partial<DataColumn>]>([
    ['an infinite figure', ({ values }) => ({ values: values.map((value, i) => (i === 174_999 ? Infinity : value)) })],
    ['a code of no value', ({ codes }) => ({ codes: codes.map((one) => one.map((code, i) => (i === 174_999 ? 5_000 : code))) })],
    ['a code below none', ({ codes }) => ({ codes: codes.map((one) => one.map((code, i) => (i === 3 ? -2 : code))) })],
  ])('is refused for %s anywhere, and says in which column', async (_name, change) => {
    const columns = [large.columns[0]!, { ...large.columns[1]!, ...change(large.columns[1]!) }];
    const refused = { ok: false, error: { code: 'invalid', path: 'datasets.0.columns.1' } };
    expect(await decodeGradually({ ...stored, datasets: [{ ...large, columns }] })).toEqual(refused);
  });

  it('may have as many figures in a column as a sheet has cells, and as many values of a dimension as it has rows', () => {
    const length = 3_000_000;
    const zeros = new Int32Array(length);
    const wide = { ...column, days: zeros, rows: zeros, columns: zeros, values: new Float64Array(length), codes: [zeros] };
    const dimensions = [{ name: 'id', values: Array.from({ length: 1_048_575 }, (_, n) => String(n)) }];
    expect(decodeDocument({ ...stored, datasets: [{ ...dataset, dimensions, columns: [wide] }] }).ok).toBe(true);
  });
});

it('texts of cells are opened again however long they are', () => {
  const endless = 'x'.repeat(2_000_000);
  const issues = [{ ...dataset.issues[0]!, raw: endless }];
  const dimensions = [{ name: '部门', values: [endless, '华南'] }];
  const stored = { ...dataset, dimensions, issues, columns: [{ ...column, written: { texts: [endless], codes: Int32Array.of(0, 0, 0) } }] };
  expect(decodeDocument({ ...encodeDocument(workspace, [], meta), datasets: [stored] }).ok).toBe(true);
});

describe('a file read in slices', () => {
  it('is answered as any other', async () => {
    const text = JSON.stringify(encodeDocument(workspace, [dataset], meta));
    expect(await parseGradually(text)).toEqual(parseDocument(text));
    expect(await parseGradually('{')).toEqual({ ok: false, error: { code: 'not-json' } });
  });
});
