import type { EpochDay } from '../domain/calendar.ts';
import type { Id } from '../domain/ids.ts';

/**
 * Small codecs that turn typed values into nested arrays of numbers and back. Packing trusts its value; unpacking trusts nothing and never
 * throws: what does not fit becomes null, and the checked way in of storage/ refuses it afterwards.
 */
export type Packed = number | string | null | readonly Packed[];

/** What all parts of one document share. */
export interface Shelf {
  /** Every text once; elsewhere stands its place in this list. */
  readonly strings: string[];
  readonly places: Map<string, number>;
  /** Entries that may still be made out of runs: a few bytes must not grow into millions of numbers. */
  room: number;
}

export interface Codec<T> {
  pack(value: T, shelf: Shelf): Packed;
  unpack(packed: unknown, shelf: Shelf): unknown;
}

export const shelfWith = (strings: string[], room = 0): Shelf => ({ strings, places: new Map(), room });

/** 1 January 2026: day numbers near it are short. */
const ERA: EpochDay = 20_454;

export const figure: Codec<number> = { pack: (value) => value, unpack: (packed) => packed };
export const flag: Codec<boolean> = { pack: (value) => Number(value), unpack: (packed) => packed === 1 };
/** Present means true. */
export const yes: Codec<true> = { pack: () => 1, unpack: () => true };
export const day: Codec<EpochDay> = { pack: (value) => value - ERA, unpack: (packed) => Number(packed) + ERA };

export const text: Codec<string> = {
  pack(value, { strings, places }) {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, strings.length);
    return strings.push(value) - 1;
  },
  unpack: (packed, { strings }) => (typeof packed === 'number' ? strings[packed] : null),
};

export const oneOf = <T extends string>(choices: readonly T[]): Codec<T> => ({
  pack: (value) => choices.indexOf(value),
  unpack: (packed) => (typeof packed === 'number' ? choices[packed] : null),
});

export const nullable = <T>(inner: Codec<T>): Codec<T | null> => ({
  pack: (value, shelf) => (value === null ? null : inner.pack(value, shelf)),
  unpack: (packed, shelf) => (packed === null ? null : inner.unpack(packed, shelf)),
});

/** A field that may be absent; inside `record` only. */
export const optional = <T>(inner: Codec<T>): Codec<T | undefined> => ({
  pack: (value, shelf) => (value === undefined ? null : inner.pack(value, shelf)),
  unpack: (packed, shelf) => (packed === null ? undefined : inner.unpack(packed, shelf)),
});

export const list = <T>(entry: Codec<T>): Codec<readonly T[]> => ({
  pack: (values, shelf) => values.map((value) => entry.pack(value, shelf)),
  unpack: (packed, shelf) => (Array.isArray(packed) ? packed.map((value) => entry.unpack(value, shelf)) : null),
});

/** A field that links leave out; inside `record` only, and last, so that it costs little. */
export const absent: Codec<undefined> = { pack: () => null, unpack: () => undefined };

type Fields<T> = { readonly [K in keyof Required<T>]: Codec<T[K]> };

/** An object as an array, in the order in which the fields are listed here: that order is the format. */
export const record = <T extends object>(fields: Fields<T>): Codec<T> => {
  const codecs = Object.entries(fields) as [keyof T & string, Codec<T[keyof T]>][];
  return {
    pack(value, shelf) {
      const packed = codecs.map(([key, codec]) => codec.pack(value[key], shelf));
      // What is absent at the end needs no place: unpacking finds null there.
      while (packed.length && packed.at(-1) === null) packed.pop();
      return packed;
    },
    unpack(packed, shelf) {
      if (!Array.isArray(packed)) return null;
      const entries = codecs.map(([key, codec], index) => [key, codec.unpack(packed[index] ?? null, shelf)] as const);
      return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    },
  };
};

/** A discriminated union: the place of its kind in this list, then the fields of that kind. */
export const variant = <T extends { readonly kind: string }>(kinds: {
  readonly [K in T['kind']]: Codec<Omit<Extract<T, { kind: K }>, 'kind'>>;
}): Codec<T> => {
  const names = Object.keys(kinds) as T['kind'][];
  const codecOf = (kind: T['kind']) => kinds[kind] as unknown as Codec<T>;
  return {
    pack: (value, shelf) => [names.indexOf(value.kind), codecOf(value.kind).pack(value, shelf)],
    unpack(packed, shelf) {
      const kind = Array.isArray(packed) ? names[packed[0] as number] : undefined;
      if (kind === undefined) return null;
      return { kind, ...(codecOf(kind).unpack((packed as unknown[])[1], shelf) as object | null) };
    },
  };
};

/** Things numbered in order, `k1`, `k2`, …: their place says their id. */
export const numbered = <T extends { readonly id: Id }>(prefix: string, entry: Codec<Omit<T, 'id'>>): Codec<readonly T[]> => ({
  pack: (values, shelf) => values.map((value) => entry.pack(value, shelf)),
  unpack: (packed, shelf) =>
    Array.isArray(packed)
      ? packed.map((value, index) => ({ id: `${prefix}${index + 1}`, ...(entry.unpack(value, shelf) as object | null) }))
      : null,
});

/** The id of a numbered thing, as its number. */
export const reference = (prefix: string): Codec<Id> => ({
  pack: (id) => Number(id.slice(prefix.length)),
  unpack: (packed) => `${prefix}${String(packed)}`,
});
