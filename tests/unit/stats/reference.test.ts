import { describe, expect, it } from 'vitest';
import { fitLine } from '../../../src/domain/stats/robust.ts';
import { findSignals, type Rule } from '../../../src/domain/stats/run-rules.ts';
import { tCdf, tQuantile } from '../../../src/domain/stats/student-t.ts';
import { normalCdf } from '../../../src/domain/stats/normal.ts';
import { assuranceOf, meanMovingRange, naturalLimits } from '../../../src/domain/stats/xmr.ts';
import reference from './data/reference-statistics.json' with { type: 'json' };

/** Figures of published packages, books and certified data; each entry of the file names its source. */
type Entry = { readonly id: string; readonly fn: string; readonly input: never; readonly expected: never; readonly tol: number };
const entries = reference as unknown as readonly Entry[];
const of = (fn: string) => entries.filter((entry) => entry.fn === fn);

/** Names of the NHS package, in the order in which it prefers them. */
const NAMES: Record<Rule, (side: 'above' | 'below') => string> = {
  outside: (side) => (side === 'above' ? 'Above UCL' : 'Below LCL'),
  trend: (side) => `7 Point Trend (${side === 'above' ? 'Increasing' : 'Decreasing'})`,
  'two-of-three': (side) => `2 in 3 ${side === 'above' ? 'Above' : 'Below'} CL`,
  run: (side) => `7 Points ${side === 'above' ? 'Above' : 'Below'} CL`,
};

describe('natural process limits and their signals agree with the NHS package', () => {
  for (const { id, input, expected, tol } of of('xmrNhs')) {
    it(id, () => {
      const { y, screen } = input as { y: number[]; screen: boolean };
      const want = expected as { mean: number; lpl: number; upl: number; types: string[] };
      const limits = naturalLimits(y, screen)!;
      expect(Math.abs(limits.centre - want.mean)).toBeLessThan(Math.max(tol, 1e-9));
      expect(Math.abs(limits.lower - want.lpl)).toBeLessThan(Math.max(tol, 1e-9));
      expect(Math.abs(limits.upper - want.upl)).toBeLessThan(Math.max(tol, 1e-9));
      const types = y.map(() => 'Common Cause');
      const signals = findSignals(
        y.map((v) => v - limits.centre),
        limits.upper - limits.centre,
      );
      for (const { rule, side, members } of [...signals].reverse()) for (const i of members) types[i] = NAMES[rule](side);
      expect(types).toEqual(want.types);
    });
  }
});

describe('published figures', () => {
  it("Wheeler's in-process inventory", () => {
    const [{ input, expected }] = of('xmrWheeler') as [Entry];
    const { y } = input as { y: number[] };
    const want = expected as { mean: number; mrBar: number; unpl: number; lnpl: number };
    const limits = naturalLimits(y, false)!;
    expect(limits.centre).toBeCloseTo(want.mean, 9);
    expect(meanMovingRange([y], false)).toBeCloseTo(want.mrBar, 9);
    expect(limits.upper).toBeCloseTo(want.unpl, 9);
    expect(limits.lower).toBeCloseTo(want.lnpl, 9);
  });

  it('assurance of the NHS package', () => {
    expect(assuranceOf(1, 3, 4, 'at-least')).toBe('consistently-fails');
    expect(assuranceOf(5, 7, 4, 'at-least')).toBe('consistently-meets');
    expect(assuranceOf(1, 5, 4, 'at-least')).toBe('hit-and-miss');
    expect(assuranceOf(1, 3, 4, 'at-most')).toBe('consistently-meets');
  });

  it("Student's t of R", () => {
    const [quantiles] = of('tQuantile') as [Entry];
    const { p, df } = quantiles.input as { p: number[]; df: number[] };
    p.forEach((q, i) => expect(Math.abs(tQuantile(q, df[i]!) - (quantiles.expected as number[])[i]!)).toBeLessThan(quantiles.tol));
    const [cdf] = of('tCdf') as [Entry];
    const { t, df: dfs } = cdf.input as { t: number[]; df: number[] };
    t.forEach((v, i) => expect(Math.abs(tCdf(v, dfs[i]!) - (cdf.expected as number[])[i]!)).toBeLessThan(cdf.tol));
    // A fraction of a degree of freedom takes the incomplete beta: it must meet the series of whole ones.
    expect(tCdf(1.3, 5 + 1e-9)).toBeCloseTo(tCdf(1.3, 5), 8);
    expect(tCdf(1.3, 1e8)).toBeCloseTo(normalCdf(1.3), 12);
  });

  it('the Norris line of NIST, certified', () => {
    const [{ input, expected }] = of('ols') as [Entry];
    const { x, y } = input as { x: number[]; y: number[] };
    const want = expected as { b0: number; b1: number };
    const { intercept, slope } = fitLine(Float64Array.from(y), Float64Array.from(x));
    expect(intercept).toBeCloseTo(want.b0, 9);
    expect(slope).toBeCloseTo(want.b1, 11);
  });
});
