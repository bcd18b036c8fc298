import { normalCdf } from '../../../src/domain/stats/normal.ts';

/**
 * Mann–Kendall test of a trend (Mann 1945; Kendall 1975): S counts later readings above earlier ones less those below; Var S = [n(n − 1)
 * (2n + 5) − Σ g(g − 1)(2g + 5)]/18 over groups of g equal readings; z = (S ∓ 1)/√Var S; τ_b = S/√((pairs − pairs tied)·pairs). No unit.
 * Assumes independent readings, any distribution.
 */
export interface MannKendall {
  readonly S: number;
  readonly variance: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly tau: number;
}

export function mannKendall(y: readonly number[]): MannKendall {
  const n = y.length;
  let S = 0;
  for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) S += Math.sign(y[j]! - y[i]!);
  const groups = new Map<number, number>();
  for (const v of y) groups.set(v, (groups.get(v) ?? 0) + 1);
  let variance = n * (n - 1) * (2 * n + 5);
  const pairs = (n * (n - 1)) / 2;
  let untied = pairs;
  for (const g of groups.values()) {
    variance -= g * (g - 1) * (2 * g + 5);
    untied -= (g * (g - 1)) / 2;
  }
  variance /= 18;
  const z = variance > 0 ? (S - Math.sign(S)) / Math.sqrt(variance) : 0;
  return { S, variance, z, p: 2 * normalCdf(-Math.abs(z)), tau: untied > 0 ? S / Math.sqrt(untied * pairs) : 0 };
}
