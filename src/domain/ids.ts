/** Identifiers are short strings, unique inside one workspace; the prefix is only for the reader of a file. */
export type Id = string;

/**
 * The next free identifier `prefix1`, `prefix2`, … among those taken. Deterministic, so that replaying commands gives the same workspace.
 */
export function nextId(prefix: string, taken: Iterable<Id>): Id {
  let highest = 0;
  for (const id of taken) {
    if (!id.startsWith(prefix)) continue;
    const number = Number(id.slice(prefix.length));
    if (Number.isInteger(number) && number > highest) highest = number;
  }
  return `${prefix}${highest + 1}`;
}
