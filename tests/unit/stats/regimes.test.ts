import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitNoise, type WeightedModel } from '../../../src/domain/stats/noise.ts';
import { changeDates, shareOf, type Posterior, type RegimeQuestion } from '../../../src/domain/stats/regime.ts';
import { weighRegimes } from '../../../src/domain/stats/regimes.ts';
import { figures, readingTimes } from './arbitraries.ts';
import { metricOf, plus, times, wandering } from './dense.ts';

interface Candidate {
  readonly name: string;
  readonly at: number | null;
  readonly prior: number;
  readonly mean: number;
  readonly sd: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Every regime as a column of its own, from the definitions. */
function candidatesOf({ t, residuals, whole, dated, dates, u }: RegimeQuestion): Candidate[] {
  const own = whole.map(({ column, residuals: other, ...rest }) => ({ ...rest, at: null, x: column, y: other ?? residuals }));
  const cut = dated.flatMap(({ prior, follows, from, ...rest }) =>
    Array.from(dates.at, (at, c) => {
      const x = t.map((v, i) => (v < at ? 0 : (follows === 'one' ? 1 : u![i]!) - (from ? from[c]! : 0)));
      return { ...rest, at, prior: prior / dates.at.length, x, y: residuals };
    }),
  );
  return [...own, ...cut];
}

/** Posterior of (m, β) and log evidence of a multivariate t, with the whole covariance matrix. */
function brute({ prior, mean, sd, x, y }: Candidate, model: WeightedModel, question: RegimeQuestion) {
  const { t, noise, startVariance, t0 } = question;
  const start = Math.max(startVariance, model.phi < 1 ? model.start : 0);
  const process = wandering(t, { ...model, r: Math.max(model.r, 1e-9) }, start, t0);
  const last = process.last.map((v) => v * model.sigma2);
  const { inner, logDet } = metricOf(plus(times(process.readings, model.sigma2), sd ** 2, x));
  const away = y.map((v, i) => v - mean * x[i]!);
  const df = noise.df;
  return {
    log: Math.log(prior) - logDet / 2 - ((df + t.length) / 2) * Math.log(1 + inner(away, away) / df),
    m: inner(last, away),
    beta: mean + sd ** 2 * inner(x, away),
    varM: process.variance * model.sigma2 - inner(last, last),
    cov: -(sd ** 2) * inner(last, x),
    varBeta: sd ** 2 - sd ** 4 * inner(x, x),
  };
}

const question = fc.tuple(figures(6, 14), fc.constantFrom(0, 0.25, 4)).chain(([y, startVariance]) =>
  readingTimes(y.length).map((t): RegimeQuestion => {
    const residuals = Float64Array.from(y);
    const share = t.map((v) => v / 20);
    const dates = changeDates(t);
    return {
      t,
      residuals,
      whole: [
        { name: 'follow', prior: 0.5, mean: 0.03, sd: 0.08, column: share, residuals: null },
        { name: 'unchanged', prior: 0.1, mean: 0, sd: 0.1, column: t.map(() => 1), residuals: residuals.map((v) => v - 0.4) },
      ],
      dated: [
        { name: 'shift', prior: 0.25, mean: -0.5, sd: 1.5, follows: 'one', from: null },
        { name: 'stall', prior: 0.15, mean: -0.9, sd: 0.4, follows: 'u', from: dates.at.map((v) => v / 20) },
      ],
      dates,
      u: share,
      noise: fitNoise([{ y: residuals, t, slope: true }], 0.05, 1)!,
      startVariance,
      t0: 0,
    };
  }),
);

describe('what may be going on is weighed by Bayes', () => {
  it('as the multivariate t says with the whole covariance matrix', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const posteriors = weighRegimes(asked);
        const found = (candidate: Candidate, model: WeightedModel): Posterior | undefined =>
          posteriors.find((p) => p.model === model && p.name === candidate.name && p.at === candidate.at);
        const weights: (readonly [got: number, want: number])[] = [];
        let kept = 0;
        for (const model of asked.noise.models) {
          const candidates = candidatesOf(asked);
          const answers = candidates.map((candidate) => brute(candidate, model, asked));
          const top = Math.max(...answers.map(({ log }) => log));
          const total = answers.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
          candidates.forEach((candidate, i) => {
            const want = answers[i]!;
            const weight = (model.weight * Math.exp(want.log - top)) / total;
            const got = found(candidate, model);
            if (!got) return expect(weight).toBeLessThan(5e-4 + 1e-7);
            kept += weight;
            weights.push([got.weight, weight]);
            for (const key of ['m', 'beta', 'varM', 'cov', 'varBeta'] as const) expect(got[key], key).toBeCloseTo(want[key], 5);
          });
        }
        // What is too light to say anything is left out; the rest is the whole.
        for (const [got, want] of weights) expect(got).toBeCloseTo(want / kept, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the date of a plain shift, and none before the start', () => {
    const t = Float64Array.from({ length: 16 }, (_, i) => i - 4);
    const y = t.map((v) => (v >= 6 ? -2 : 0) + 0.2 * Math.sin(7 * v));
    const dates = changeDates(t, 5);
    expect([...dates.at]).toEqual([1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]);
    const posteriors = weighRegimes({
      t,
      residuals: y,
      whole: [{ name: 'same', prior: 0.7, mean: 0, sd: 1e-6, column: new Float64Array(16), residuals: null }],
      dated: [{ name: 'shift', prior: 0.3, mean: 0, sd: 2, follows: 'one', from: null }],
      dates,
      u: null,
      noise: { df: 20, models: [{ phi: 1, q: 0, r: 1, start: 0, cost: 0, weight: 1, sigma2: 0.02 }] },
      startVariance: 25,
      t0: -4,
    });
    expect(shareOf(posteriors, 'shift')).toBeGreaterThan(0.99);
    const [likeliest] = [...posteriors].sort((a, b) => b.weight - a.weight);
    expect(likeliest!.at).toBe(5.5);
    expect(likeliest!.beta).toBeCloseTo(-2, 0);
  });
});
