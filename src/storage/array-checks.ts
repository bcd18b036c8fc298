import type { Steps } from './steps.ts';

/** Entries that one array may have: an import is refused above twenty million cells. */
const MOST_ENTRIES = 20_000_000;
/** Entries between two pauses. */
const STRIDE = 1 << 16;
const INT32 = 2 ** 31;

interface Extent {
  readonly least: number;
  readonly most: number;
}

const isInteger = (entry: unknown): entry is number => Number.isInteger(entry) && Math.abs(entry as number) < INT32;

const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length <= MOST_ENTRIES;

/** Fills an array entry by entry; null as soon as an entry does not fit. */
function* fill<A extends Int32Array | Float64Array>(
  to: A,
  from: readonly unknown[],
  read: (entry: unknown) => number | null,
): Steps<A | null> {
  for (let i = 0; i < from.length; i++) {
    const figure = read(from[i]);
    if (figure === null) return null;
    to[i] = figure;
    if (i % STRIDE === 0) yield;
  }
  return to;
}

/** Int32Array, or the plain array that stands for it in JSON. */
export function* integers(value: unknown): Steps<Int32Array | null> {
  if (value instanceof Int32Array) return value.length <= MOST_ENTRIES ? value : null;
  return isList(value) ? yield* fill(new Int32Array(value.length), value, (entry) => (isInteger(entry) ? entry : null)) : null;
}

/** Float64Array with NaN for 'no figure', or the plain array with null in its place. */
export function* figures(value: unknown): Steps<Float64Array | null> {
  if (!(value instanceof Float64Array))
    return isList(value)
      ? yield* fill(new Float64Array(value.length), value, (entry) =>
          entry === null ? NaN : Number.isFinite(entry) ? (entry as number) : null,
        )
      : null;
  if (value.length > MOST_ENTRIES) return null;
  for (let i = 0; i < value.length; i++) {
    if (value[i] === Infinity || value[i] === -Infinity) return null;
    if (i % STRIDE === 0) yield;
  }
  return value;
}

/** A list whose entries all fit, each checked in a plain loop: a schema object per entry would take seconds on a large sheet. */
export function* listOf<T>(value: unknown, most: number, read: (entry: unknown) => T | null): Steps<T[] | null> {
  if (!isList(value) || value.length > most) return null;
  const list: T[] = [];
  for (const entry of value) {
    const one = read(entry);
    if (one === null) return null;
    list.push(one);
    if (list.length % 1024 === 0) yield;
  }
  return list;
}

/** Smallest and largest entry of arrays, each array walked once however many columns share it. */
export class Extents {
  readonly #known = new Map<Int32Array, Extent>();

  *#of(array: Int32Array): Steps<Extent> {
    const before = this.#known.get(array);
    if (before) return before;
    let [least, most] = [Infinity, -Infinity];
    for (let i = 0; i < array.length; i++) {
      const entry = array[i]!;
      if (entry < least) least = entry;
      if (entry > most) most = entry;
      if (i % STRIDE === 0) yield;
    }
    const extent = { least, most };
    this.#known.set(array, extent);
    return extent;
  }

  /** Whether every entry is at least `from` and below `end`. */
  *within(array: Int32Array, from: number, end: number): Steps<boolean> {
    const { least, most } = yield* this.#of(array);
    return least >= from && most < end;
  }
}
