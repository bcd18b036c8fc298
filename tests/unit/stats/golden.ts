import { expect } from 'vitest';
import reference from './data/reference-statistics.json' with { type: 'json' };

/** Figures of published packages, books and certified data; each case names its source and how far it may be missed. */
export interface Case<Input, Expected> {
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
  readonly tol: number;
}

const all = reference as unknown as readonly (Case<unknown, unknown> & { readonly fn: string })[];

/** The cases of one function; never none. */
export function casesOf<Input, Expected>(fn: string): Case<Input, Expected>[] {
  const found = all.filter((one) => one.fn === fn);
  if (!found.length) throw new Error(`no reference figures of ${fn}`);
  return found as unknown as Case<Input, Expected>[];
}

/** Every figure is within the tolerance, and rounding, of the published. */
export function expectNear(got: number | readonly number[], want: number | readonly number[], tol: number): void {
  const [mine, theirs] = [[got].flat(), [want].flat()];
  expect(mine).toHaveLength(theirs.length);
  theirs.forEach((value, i) => expect(Math.abs(mine[i]! - value), `${mine[i]} instead of ${value}`).toBeLessThanOrEqual(tol));
}
