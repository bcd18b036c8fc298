import type { Id } from './ids.ts';

/** Inserts, or replaces what has the same id. */
export const put = <T extends { readonly id: Id }>(list: readonly T[], item: T): readonly T[] =>
  list.some((other) => other.id === item.id) ? list.map((other) => (other.id === item.id ? item : other)) : [...list, item];

export const without = <T extends { readonly id: Id }>(list: readonly T[], id: Id): readonly T[] => list.filter((item) => item.id !== id);

/** Moves an item one place among those of its own group; the others keep their places. */
export function move<T extends { readonly id: Id }>(
  list: readonly T[],
  id: Id,
  by: -1 | 1,
  sameGroup: (a: T, b: T) => boolean,
): readonly T[] | null {
  const from = list.findIndex((item) => item.id === id);
  const item = list[from];
  if (!item) return null;
  let to = from + by;
  while (to >= 0 && to < list.length && !sameGroup(item, list[to] as T)) to += by;
  const other = list[to];
  if (!other) return list;
  const moved = [...list];
  moved[from] = other;
  moved[to] = item;
  return moved;
}
