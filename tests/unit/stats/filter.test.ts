import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutColumnsOf, whitenCuts } from '../../../src/domain/stats/cut-columns.ts';
import { runFilter, whiten } from '../../../src/domain/stats/filter.ts';
import type { WeightedModel } from '../../../src/domain/stats/noise.ts';
import { figures, readingTimes } from './arbitraries.ts';
import { metricOf, times, wandering } from './dense.ts';

const model = fc
  .tuple(fc.constantFrom(1, 0.3, 0.5, 0.7), fc.constantFrom(0, 0.1, 0.4, 0.8, 1), fc.constantFrom(0.04, 1, 9))
  .map(([phi, alpha, sigma2]): WeightedModel => {
    const kind = phi === 1 ? { q: alpha ** 2, r: 1 - alpha } : { q: 1 - phi ** 2, r: 0 };
    return { phi, ...kind, start: 1, cost: 0, weight: 1, sigma2 };
  });
const question = fc
  .tuple(model, fc.constantFrom(0.25, 1, 25), figures(3, 16), figures(16, 16))
  .chain(([m, start, a, b]) =>
    readingTimes(a.length).map((t) => ({ m, start, t, a: Float64Array.from(a), b: Float64Array.from(b.slice(0, a.length)) })),
  );

const dot = (a: Float64Array, b: Float64Array, w: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]! * w[i]!, 0);

describe('the filter', () => {
  it('whitens as the inverse of the covariance matrix does, and ends at the same level', () => {
    fc.assert(
      fc.property(question, ({ m, start, t, a, b }) => {
        const filter = runFilter(t, m, start, 0);
        const process = wandering(t, { ...m, r: Math.max(m.r, 1e-9) }, start, 0);
        const { inner, logDet } = metricOf(times(process.readings, m.sigma2));
        const last = process.last.map((v) => v * m.sigma2);
        const [eA, eB] = [new Float64Array(t.length), new Float64Array(t.length)];
        const state = whiten(a, filter, eA);
        whiten(b, filter, eB);
        const scale = 1 + Math.sqrt(inner(a, a) * inner(b, b));
        expect(filter.logF).toBeCloseTo(logDet, 6);
        expect(dot(eA, eB, filter.inverseF) / scale).toBeCloseTo(inner(a, b) / scale, 8);
        expect(state).toBeCloseTo(inner(last, a), 5);
        expect(filter.P / m.sigma2).toBeCloseTo(process.variance - inner(last, last) / m.sigma2, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('knows of every cut column what whitening it on its own says', () => {
    fc.assert(
      fc.property(question, ({ m, start, t, a, b }) => {
        const n = t.length;
        const filter = runFilter(t, m, start, 0);
        const errors = new Float64Array(n);
        whiten(a, filter, errors);
        const cuts = cutColumnsOf(n);
        whitenCuts(errors, b, filter, cuts);
        const near = (got: number, want: number) => expect(Math.abs(got - want)).toBeLessThan(1e-9 * (1 + Math.abs(want)));
        for (let c = 0; c < n; c++) {
          const [one, u] = [new Float64Array(n), new Float64Array(n)];
          const stateOne = whiten(
            Float64Array.from(b, (_, i) => Number(i >= c)),
            filter,
            one,
          );
          const stateU = whiten(
            b.map((v, i) => (i >= c ? v : 0)),
            filter,
            u,
          );
          near(cuts.score1[c]!, dot(one, errors, filter.inverseF));
          near(cuts.scoreU[c]!, dot(u, errors, filter.inverseF));
          near(cuts.info11[c]!, dot(one, one, filter.inverseF));
          near(cuts.info1U[c]!, dot(one, u, filter.inverseF));
          near(cuts.infoUU[c]!, dot(u, u, filter.inverseF));
          near(cuts.state1[c]!, stateOne);
          near(cuts.stateU[c]!, stateU);
        }
      }),
      { numRuns: 150 },
    );
  });
});
