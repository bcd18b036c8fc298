import { describe, expect, it } from 'vitest';
import { decide, isOffTrack, type ReviewState } from '../../../src/domain/stats/decide.ts';
import { fitForecaster, landing, landingSum } from '../../../src/domain/stats/forecast.ts';
import { quantilesOf, type Horizon, type Outlook } from '../../../src/domain/stats/outlook.ts';
import { reviewKeep } from '../../../src/domain/stats/review-keep.ts';
import { reviewLevel } from '../../../src/domain/stats/review-level.ts';
import { reviewTotal } from '../../../src/domain/stats/review-total.ts';
import type { Observations } from '../../../src/domain/stats/season-adjust.ts';
import vectors from './data/drift-vectors.json' with { type: 'json' };

/** Regression vectors of the drift study's executable sketch 2 (see `about` in the file), agreeing to 1e-9. */
const TOLERANCE = 1e-9;

type KeyResult = (typeof vectors.keyResults)[number];
type Point = { readonly t: number; readonly y: number };

const phaseOf = (t: number, length: number) => (length ? ((Math.round(t) % length) + length) % length : 0);
const observations = (points: readonly Point[], length: number): Observations => ({
  t: Float64Array.from(points, (p) => p.t),
  y: Float64Array.from(points, (p) => p.y),
  phase: Int32Array.from(points, (p) => phaseOf(p.t, length)),
});

/** Linear between the planned shares at whole steps. */
function planOf(kr: KeyResult): (t: number) => number {
  const at = kr.planAt;
  if (!at) return (t) => Math.min(1, Math.max(0, t / kr.D));
  return (t) => {
    const u = Math.min(kr.D, Math.max(0, t));
    const i = Math.min(kr.D - 1, Math.floor(u));
    return at[i]! + (at[i + 1]! - at[i]!) * (u - i);
  };
}

function review(kr: KeyResult, points: readonly Point[]): { outlook: Outlook | null; due: Horizon; behind: number } {
  const [history, window] = [observations(kr.history, kr.season), observations(points, kr.season)];
  const last = points.at(-1)!;
  const due = { t: kr.D, phase: phaseOf(kr.D, kr.season), count: Math.max(0, Math.round(kr.D - last.t)) };
  if (kr.kind === 'total') {
    const t = Float64Array.from({ length: due.count }, (_, i) => last.t + i + 1);
    const future = { t, phase: Int32Array.from(t, (v) => phaseOf(v, kr.season)) };
    const outlook = reviewTotal({ history, points: window, future, origin: 0, need: kr.T! - kr.b!, planned: null, season: kr.season });
    return { outlook, due, behind: 0 };
  }
  if (kr.kind === 'keep') {
    const [low, high] = [kr.lo ?? null, kr.hi ?? null];
    const inside = (low === null || last.y >= low) && (high === null || last.y <= high);
    return { outlook: reviewKeep({ history, points: window, due: kr.D, low, high, season: kr.season }), due, behind: inside ? 0 : 1 };
  }
  const plan = planOf(kr);
  const input = { history, points: window, baseline: kr.b!, target: kr.T!, due: kr.D, plan, season: kr.season };
  return { outlook: reviewLevel(input), due, behind: plan(last.t) - (last.y - kr.b!) / (kr.T! - kr.b!) };
}

describe('the drift model agrees with the study', () => {
  for (const kr of vectors.keyResults) {
    it(`${kr.kind} ${kr.truth}`, () => {
      let previous: ReviewState | null = null;
      for (const { through, answer } of kr.reviews) {
        const points = kr.points.filter((p) => p.t <= through);
        const { outlook, due, behind } = review(kr, points);
        if (!answer) {
          expect(outlook).toBeNull();
          previous = null;
          continue;
        }
        const { facts, wander, seasonal } = outlook!;
        const kind = kr.kind as 'level' | 'total' | 'keep';
        const expected = outlook!.expected(due);
        const chance = outlook!.chance(expected);
        const n = points.length;
        const elapsed = points.at(-1)!.t / kr.D;
        const decision = decide(facts, { kind, n, elapsed, chance, latestBehind: behind >= 0.1, previous });
        previous = { pBehind: facts.pBehind, off: isOffTrack(facts.pBehind, kind, n, previous) };
        expect(decision).toEqual({ status: answer.status, verdict: answer.verdict });
        const close = (got: number | null, want: number | null | undefined) => {
          if (typeof want === 'number') expect(Math.abs((got ?? NaN) - want)).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(want)));
        };
        close(chance, answer.chance);
        close(outlook!.chance(outlook!.resumed(due)), answer.chanceIfPlanResumes);
        close(outlook!.chance(outlook!.unchanged(due)!), answer.chanceIfNothingChanges);
        const [p10, p50, p90] = quantilesOf(expected, [0.1, 0.5, 0.9]);
        close(p10!, answer.forecast.p10);
        close(p50!, answer.forecast.p50);
        close(p90!, answer.forecast.p90);
        close(wander, answer.wander);
        expect(seasonal).toBe(answer.seasonal);
        for (const name of ['pBehind', 'pBehind0', 'pAhead', 'pReversed', 'pShift', 'pStall', 'pLevel', 'pDrift', 'off'] as const) {
          close(facts[name], answer.facts[name]);
        }
        if (kind === 'level') close(facts.pace, answer.facts.pace);
      }
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
        expect(got.sd).toBeCloseTo(sd, 8);
        expect(got.df).toBe(df);
      }
      expect(landingSum(f, [1, 2, 3], [1, 1, 1]).mean).toBeCloseTo(sumOfThree.mu, 8);
    });
  }
});
