import { describe, expect, it } from 'vitest';
import { fitForecaster, landing, landingSum } from '../../../src/domain/stats/forecast.ts';
import { answersOf } from '../../fixtures/vectors/answers.ts';
import vectors from './data/drift-vectors.json' with { type: 'json' };

/** What the model said when it was last changed on purpose: how good that is, `npm run bench:drift` shows. */
const TOLERANCE = 1e-9;

/** Every figure of a stored answer against the one now, with its place in words. */
function differences(now: unknown, stored: unknown, at: string): string[] {
  if (typeof stored === 'number') {
    const same = typeof now === 'number' && Math.abs(now - stored) <= TOLERANCE * Math.max(1, Math.abs(stored));
    return same ? [] : [`${at}: ${String(now)} instead of ${stored}`];
  }
  if (stored === null || typeof stored !== 'object') return now === stored ? [] : [`${at}: ${String(now)} instead of ${String(stored)}`];
  return Object.entries(stored).flatMap(([key, value]) =>
    differences((now as Record<string, unknown> | null)?.[key], value, `${at}.${key}`),
  );
}

describe('the drift model says what it said', () => {
  for (const kr of vectors.keyResults) {
    it(`${kr.kind} ${kr.truth}`, () => {
      expect(kr.reviews.some(({ answer }) => answer !== null)).toBe(true);
      expect(differences(answersOf(kr), kr.reviews, 'review')).toEqual([]);
    });
  }
});

describe('the forecaster agrees with the study', () => {
  for (const { y, floor, model, landing: landings, sumOfThree } of vectors.forecasts) {
    it(`on ${y.join(', ')}`, () => {
      const f = fitForecaster(
        Float64Array.from(y),
        Float64Array.from(y, (_, i) => i + 1),
        floor,
        1,
      )!;
      expect(f.level).toBeCloseTo(model.level, 9);
      expect(f.drift).toBeCloseTo(model.b, 9);
      expect(f.alpha).toBeCloseTo(model.alpha, 9);
      for (const { h, mu, sd, df } of landings) {
        const got = landing(f, h);
        expect(got.mean).toBeCloseTo(mu, 8);
        // The spread is calibrated anew; how it grows with the horizon is the study's.
        expect(got.sd / landing(f, landings[0]!.h).sd).toBeCloseTo(sd / landings[0]!.sd, 8);
        expect(got.df).toBe(df);
      }
      expect(landingSum(f, [1, 2, 3], [1, 1, 1]).mean).toBeCloseTo(sumOfThree.mu, 8);
    });
  }
});
