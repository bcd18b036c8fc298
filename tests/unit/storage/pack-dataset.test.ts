import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/domain/dataset.ts';
import { isPacked, packDataset, Unpacking, type PackedDataset, type Piece } from '../../../src/storage/pack-dataset.ts';
import { largeDataset, sameDataset, sharing } from './large.ts';
import { dataset } from './sample.ts';

const large = largeDataset();

/** What the browser does to everything that it stores. */
function pack(of: Dataset): { head: PackedDataset; batches: (readonly Piece[])[] } {
  const packed = packDataset(of);
  if (!packed) throw new Error('is small');
  return { head: structuredClone(packed.head), batches: Array.from(packed.batches, (pieces) => structuredClone(pieces)) };
}

function unpack({ head, batches }: ReturnType<typeof pack>): Dataset {
  const unpacking = new Unpacking(head);
  for (const pieces of batches) unpacking.add(pieces);
  return unpacking.dataset as Dataset;
}

const bytesOf = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, { data }) => sum + (ArrayBuffer.isView(data) ? data.buffer.byteLength : data.length), 0);

describe('a packed dataset', () => {
  it('comes back the same, and what its columns shared is shared again', () => {
    const back = unpack(pack(large));
    expect(sameDataset(back, large)).toBe(true);
    expect(sharing(back)).toEqual(sharing(large));
  });

  it('has portions of no more than a megabyte, each array once', () => {
    const { head, batches } = pack(large);
    expect(batches.length).toBeGreaterThan(4);
    for (const pieces of batches) expect(bytesOf(pieces)).toBeLessThanOrEqual(1 << 20);
    // Days, rows, codes, order, two lists of figures and two of columns; starts, codes of the index, values, issues.
    expect(head.arrays).toHaveLength(12);
    expect(JSON.stringify(head).length).toBeLessThan(4_000);
  });

  it('stores no more of a buffer than the array that is a part of it', () => {
    const whole = new Float64Array(4_000_000);
    const [first, ...rest] = large.columns;
    const part = { ...large, columns: [{ ...first!, values: whole.subarray(0, first!.values.length) }, ...rest] };
    for (const pieces of pack(part).batches) expect(bytesOf(pieces)).toBeLessThanOrEqual(1 << 20);
  });

  it('is cut into portions where its texts are long, too', () => {
    const long = 'x'.repeat(1_000);
    const wordy = { ...dataset, dimensions: [{ name: 'note', values: Array.from({ length: 10_000 }, (_, n) => long + String(n)) }] };
    const packed = pack(wordy);
    expect(packed.batches.length).toBeGreaterThan(2);
    expect(unpack(packed)).toEqual(wordy);
  });

  it('is not made of a small one', () => {
    expect(packDataset(dataset)).toBeNull();
    expect(isPacked(dataset)).toBe(false);
  });

  it('is none where a portion is lacking, and never asks for more memory than any dataset', () => {
    const { head, batches } = pack(large);
    expect(unpack({ head, batches: batches.slice(1) })).toBe(head);
    const vast = { ...head, arrays: head.arrays.map((array) => ({ ...array, length: 1e15 })) };
    expect(new Unpacking(vast).dataset).toBe(vast);
  });
});
