import type { Dataset } from '../domain/dataset.ts';

/** Arrays as they are stored: figures and codes as they are, texts and cell issues as plain lists. */
type Long = Int32Array | Float64Array | readonly unknown[];

/** About so many bytes go into one record: cutting and cloning it takes a few milliseconds, also on a slow and busy computer. */
const BATCH = 1 << 20;
/** Datasets below this size are stored as they are, in one record. */
const SMALL = 1 << 19;
/** Entries of a list of texts or issues that are weighed at once. */
const FEW = 4096;
/** Entries that a stored array may have. */
const MOST_ENTRIES = 20_000_000;

/** Fields of a dataset that hold a typed array or a list as long as the sheet. */
const LONG_FIELDS = new Set(['days', 'values', 'rows', 'columns', 'codes', 'starts', 'order', 'texts', 'issues']);
const LISTS = new Set(['values', 'texts', 'issues']);

/** Part of array number `array`, to be put at `from`. */
export interface Piece {
  readonly array: number;
  readonly from: number;
  readonly data: Long;
}

/** A dataset whose long arrays stand in records of their own: wherever it had an array, there is the array's number. */
export interface PackedDataset {
  readonly packed: 1;
  readonly dataset: unknown;
  readonly arrays: readonly { readonly kind: 'integers' | 'figures' | 'list'; readonly length: number }[];
}

const kindOf = (long: Long) => (long instanceof Int32Array ? 'integers' : long instanceof Float64Array ? 'figures' : 'list');

/** Roughly the bytes of a text, or of an object with texts. */
const weigh = (entry: unknown): number =>
  typeof entry === 'string' ? 16 + entry.length * 2 : Object.values(entry as object).reduce<number>((sum, part) => sum + weigh(part), 64);

/** A copy with every value replaced for which `instead` has something else. */
function replace(value: unknown, instead: (value: unknown, field: string) => unknown, field = ''): unknown {
  const other = instead(value, field);
  if (other !== value || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return other;
  if (Array.isArray(value)) return value.map((entry) => replace(entry, instead, field));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part, instead, key)]));
}

/** Where an array is cut, so that no part weighs much more than a batch. */
function* cuts(long: Long): Generator<{ readonly from: number; readonly to: number; readonly bytes: number }> {
  const width = long instanceof Int32Array ? 4 : 8;
  const isList = Array.isArray(long);
  const step = isList ? FEW : BATCH / width;
  for (let from = 0; from < long.length; from += step) {
    const to = Math.min(from + step, long.length);
    yield { from, to, bytes: isList ? long.slice(from, to).reduce<number>((sum, entry) => sum + weigh(entry), 0) : (to - from) * width };
  }
}

/** Portions of about a batch each, cut when they are asked for. Parts are copies: a view would be stored with its whole buffer. */
function* portions(arrays: readonly Long[]): Generator<readonly Piece[]> {
  let [pieces, bytes]: [Piece[], number] = [[], 0];
  for (const [array, long] of arrays.entries())
    for (const cut of cuts(long)) {
      if (bytes > 0 && bytes + cut.bytes > BATCH) {
        yield pieces;
        [pieces, bytes] = [[], 0];
      }
      pieces.push({ array, from: cut.from, data: long.slice(cut.from, cut.to) });
      bytes += cut.bytes;
    }
  if (pieces.length > 0) yield pieces;
}

function isSmall(arrays: Iterable<Long>): boolean {
  let bytes = 0;
  for (const long of arrays) for (const cut of cuts(long)) if ((bytes += cut.bytes) > SMALL) return false;
  return true;
}

/**
 * A dataset in portions, each of which can be stored without holding up the page; null for a small one, which is best stored as it is. An
 * array that several columns share is stored once, and shared again when it is read.
 */
export function packDataset(dataset: Dataset): { readonly head: PackedDataset; readonly batches: Iterable<readonly Piece[]> } | null {
  const numbers = new Map<Long, number>();
  const packed = replace(dataset, (value, field) => {
    if (!ArrayBuffer.isView(value) && !(Array.isArray(value) && LISTS.has(field))) return value;
    const long = value as Long;
    const number = numbers.get(long) ?? numbers.size;
    numbers.set(long, number);
    return number;
  });
  const arrays = [...numbers.keys()];
  if (isSmall(arrays)) return null;
  return {
    head: { packed: 1, dataset: packed, arrays: arrays.map((long) => ({ kind: kindOf(long), length: long.length })) },
    batches: portions(arrays),
  };
}

/** Whether a stored record is the head of a packed dataset. */
export const isPacked = (record: unknown): record is PackedDataset =>
  typeof record === 'object' &&
  record !== null &&
  (record as Partial<PackedDataset>).packed === 1 &&
  Array.isArray((record as Partial<PackedDataset>).arrays);

/** Puts a packed dataset together again as its portions arrive. */
export class Unpacking {
  readonly #arrays: readonly (Int32Array | Float64Array | unknown[])[];
  /** Entries that each array still lacks. */
  readonly #missing: number[];

  constructor(private readonly head: PackedDataset) {
    this.#missing = head.arrays.map(({ length }) => length);
    this.#arrays = head.arrays.map(({ kind, length }) => {
      const entries = length >= 0 && length <= MOST_ENTRIES ? length : 0;
      return kind === 'integers' ? new Int32Array(entries) : kind === 'figures' ? new Float64Array(entries) : [];
    });
  }

  add(pieces: readonly Piece[]): void {
    for (const { array, from, data } of pieces) {
      const to = this.#arrays[array];
      if (Array.isArray(to)) for (const entry of data) to.push(entry);
      else to?.set(data as Int32Array | Float64Array, from);
      this.#missing[array]! -= data.length;
    }
  }

  /** The dataset, not checked yet; what was packed where a portion is lacking, which no check lets pass for a dataset. */
  get dataset(): unknown {
    if (this.#missing.some((entries) => entries !== 0)) return this.head;
    return replace(this.head.dataset, (value, field) =>
      typeof value === 'number' && LONG_FIELDS.has(field) ? this.#arrays[value] : value,
    );
  }
}
