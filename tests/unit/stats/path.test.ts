import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNCHANGED } from '../../../src/domain/stats/constants.ts';
import { pathOf } from '../../../src/domain/stats/path.ts';
import { fitLine } from '../../../src/domain/stats/line.ts';
import { winsorise } from '../../../src/domain/stats/winsorise.ts';
import { trustIn } from '../../../src/domain/stats/trust.ts';
import { figures } from './arbitraries.ts';

const readings = (values: readonly number[]) => ({
  t: Float64Array.from(values, (_, i) => i - values.length + 1),
  z: Float64Array.from(values),
});
const plan = (t: number) => Math.min(1, Math.max(0, t / 10));

describe('the planned path', () => {
  it('is the plan itself where the history is too short or agrees with the baseline', () => {
    for (const history of [[], [0.4, 0.5, 0.4], [0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1]]) {
      const path = pathOf(readings(history), plan, 1);
      expect([0, 3, 10].map(path.at)).toEqual([0, 0.3, 1].map((v) => expect.closeTo(v, 9)));
    }
  });

  it('starts where the history stood, and ends at the target', () => {
    // Known to the smallest σ: with α of the smoothing, its standard error is next to nothing beside a fifth of the way.
    const path = pathOf(readings([0.2, 0.2, 0.2, 0.2, 0.2, 0.2]), plan, 1);
    expect(path.start).toBeCloseTo(0.2, 9);
    expect(path.at(0)).toBeCloseTo(0.2, 2);
    expect(path.at(0)).toBeLessThan(0.2);
    expect(path.at(5)).toBeCloseTo(0.6, 2);
    expect(path.at(10)).toBe(1);
  });

  it('knows how the history moved, up to the start', () => {
    const { start, slope } = pathOf(readings([-0.5, -0.4, -0.3, -0.2, -0.1, 0]), plan, 1);
    expect(slope).toBeCloseTo(0.1, 6);
    expect(start).toBeCloseTo(0, 6);
  });

  it('moves the start towards the history, never beyond it', () => {
    fc.assert(
      fc.property(figures(4, 20), (values) => {
        const { start, at } = pathOf(readings(values), plan, 1);
        const moved = at(0);
        expect(moved * start).toBeGreaterThanOrEqual(0);
        expect(Math.abs(moved)).toBeLessThanOrEqual(Math.abs(start));
        expect(at(10)).toBe(1);
      }),
    );
  });
});

describe("how far 'nothing changes' is believed", () => {
  it('grows with the square of the history up to a full window', () => {
    const { prior, priorOfLong, floor, floorOfLong, whole } = UNCHANGED;
    expect(trustIn(0)).toEqual({ prior, floor });
    expect(trustIn(whole)).toEqual({ prior: priorOfLong, floor: floorOfLong });
    expect(trustIn(10 * whole)).toEqual(trustIn(whole));
    expect(trustIn(whole / 2).prior).toBeCloseTo(prior + (priorOfLong - prior) / 4, 12);
    expect(trustIn(whole / 2).floor).toBeCloseTo(floor + (floorOfLong - floor) / 4, 12);
  });
});

describe('outliers', () => {
  const t = Float64Array.from({ length: 12 }, (_, i) => i);
  const line = t.map((v) => 3 + 2 * v + 0.1 * Math.sin(5 * v));

  it('are pulled onto three deviations from the line, and nothing else is touched', () => {
    const spoiled = line.map((v, i) => (i === 4 ? v + 50 : v));
    const cleaned = winsorise(spoiled, t);
    expect(winsorise(line, t)).toEqual(line);
    expect(cleaned.filter((v, i) => v !== spoiled[i])).toHaveLength(1);
    expect(cleaned[4]).toBeLessThan(spoiled[4]!);
    // By the definition: no residual is further than 3 · 1.4826 median deviations from the median residual.
    const { intercept, slope } = fitLine(spoiled, t);
    const middle = (values: readonly number[]) => {
      const sorted = [...values].sort((a, b) => a - b);
      return (sorted[5]! + sorted[6]!) / 2;
    };
    const residuals = [...spoiled].map((v, i) => v - intercept - slope * t[i]!);
    const bound = middle(residuals) + 3 * 1.4826 * middle(residuals.map((v) => Math.abs(v - middle(residuals))));
    expect(cleaned[4]! - intercept - slope * t[4]!).toBeCloseTo(bound, 9);
  });

  it('are not looked for among fewer than six readings', () => {
    const few = Float64Array.from([1, 1, 90, 1, 1]);
    expect(winsorise(few, t.slice(0, 5))).toEqual(few);
  });
});
