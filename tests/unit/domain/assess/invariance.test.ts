import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/domain/assess.ts';
import type { Assessment } from '../../../../src/domain/assessment.ts';
import { addPeriods, GRAINS, periodStart, type Grain } from '../../../../src/domain/calendar.ts';
import type { Accrual } from '../../../../src/domain/dataset.ts';
import type { Goal, Reading } from '../../../../src/domain/objective.ts';
import { day, keyResult, series, wobble } from './builders.ts';

const KINDS = [
  'level',
  'phased',
  'mean',
  'rolling',
  'at-least',
  'at-most',
  'within',
  'share',
  'total',
  'stepped-total',
  'cumulative',
] as const;
type Kind = (typeof KINDS)[number];
/** A total and a running total have a zero of their own, and one that is to fall is another question. */
const MOVABLE = KINDS.filter((kind) => kind !== 'total' && kind !== 'stepped-total' && kind !== 'cumulative');

interface Question {
  readonly kind: Kind;
  readonly grain: Grain;
  /** Periods before the start, and since. */
  readonly history: number;
  readonly elapsed: number;
  /** Change of the level a period, in noise. */
  readonly slope: number;
  readonly noise: readonly number[];
  /** The goal was changed after four periods. */
  readonly revised: boolean;
}

const PERIODS = 12;
const questions = (kinds: readonly Kind[], grains: readonly Grain[], longest: number) =>
  fc.record<Question>({
    kind: fc.constantFrom(...kinds),
    grain: fc.constantFrom(...grains),
    history: fc.constantFrom(0, 3, 8, longest),
    elapsed: fc.integer({ min: 0, max: PERIODS + 1 }),
    slope: fc.constantFrom(-4, 0, 4, 9),
    revised: fc.boolean(),
    noise: fc.array(
      fc.integer({ min: -300, max: 300 }).map((v) => v / 10),
      { minLength: longest + PERIODS + 2, maxLength: longest + PERIODS + 2 },
    ),
  });

/** Figures y ↦ shift + factor·y, and everything `days` later. */
interface Move {
  readonly shift?: number;
  readonly factor?: number;
  readonly days?: number;
}

function ask({ kind, grain, history, elapsed, slope, noise, revised }: Question, { shift = 0, factor = 1, days = 0 }: Move) {
  const move = (v: number) => shift + factor * v;
  const start = periodStart(day('2026-01-05'), grain) + days;
  const due = addPeriods(start, grain, PERIODS) - 1;
  const levels = noise.slice(0, history + elapsed).map((v, i) => 500 + v + 3 * wobble(i) + slope * (i - history));
  let sum = 0;
  const totals = kind === 'cumulative' ? levels.map((v) => (sum += v)) : levels;
  const opening = kind === 'cumulative' && history > 0 ? totals[history - 1]! : 0;
  const [baseline, target] =
    kind === 'cumulative' ? [opening, opening + 6300] : kind === 'total' || kind === 'stepped-total' ? [0, 6300] : [500, 560];
  const ends = { baseline: move(baseline), target: move(target), stretch: null };
  // No figure lies on a limit: there the dust of a unit would decide.
  const [low, high] = [move(490.05), move(515.05)].sort((a, b) => a - b) as [number, number];
  const below = factor > 0 ? move(490.05) : null;
  const above = factor > 0 ? null : move(490.05);
  const goals: Record<Kind, Goal> = {
    level: { kind: 'reach', ...ends, plan: { kind: 'linear' } },
    phased: { kind: 'reach', ...ends, plan: { kind: 'phased', steps: [{ day: addPeriods(start, grain, 4), value: move(550) }] } },
    mean: { kind: 'reach', ...ends, plan: { kind: 'linear' } },
    rolling: { kind: 'reach', ...ends, plan: { kind: 'linear' } },
    total: { kind: 'reach', ...ends, plan: { kind: 'linear' } },
    'stepped-total': {
      kind: 'reach',
      ...ends,
      plan: { kind: 'phased', steps: [{ day: addPeriods(start, grain, 6), value: move(4000) }] },
    },
    cumulative: { kind: 'reach', ...ends, plan: { kind: 'linear' } },
    'at-least': { kind: 'keep', atLeast: below, atMost: above },
    'at-most': { kind: 'keep', atLeast: above, atMost: below },
    within: { kind: 'keep', atLeast: low, atMost: high },
    share: { kind: 'keep', atLeast: below, atMost: above },
  };
  const readings: Partial<Record<Kind, Reading>> = {
    mean: { kind: 'mean' },
    rolling: { kind: 'rolling-mean', periods: 3 },
    total: { kind: 'sum' },
    'stepped-total': { kind: 'sum' },
    cumulative: { kind: 'sum' },
    share: { kind: 'share-inside' },
  };
  const accrual: Accrual = kind === 'cumulative' ? 'cumulative' : kind === 'level' || kind === 'phased' ? 'level' : 'flow';
  const { points, ...rest } = series(totals.map(move), { grain, accrual });
  const first = addPeriods(start, grain, -history);
  const placed = points.map((point, i) => ({ ...point, day: addPeriods(first, grain, i) }));
  const asOf = addPeriods(start, grain, elapsed);
  const now = goals[kind];
  const changed = addPeriods(start, grain, 4) + 1;
  const wider = (bound: number | null) => (bound === null ? null : move(Math.abs(bound - move(490)) < Math.abs(factor) ? 480 : 525));
  const before: Goal =
    now.kind === 'keep'
      ? { ...now, atLeast: wider(now.atLeast), atMost: wider(now.atMost) }
      : { ...(now as Extract<Goal, { kind: 'reach' }>), target: move(target - (kind === 'level' || kind === 'phased' ? 20 : 900)) };
  const revisions =
    revised && changed <= asOf ? [{ id: 'v1', day: changed, reason: '', approver: '', before: { goal: before, due: due - 3 } }] : [];
  const { assessment } = analyse({
    keyResult: keyResult(now, readings[kind] ?? { kind: 'latest' }, { start, due, revisions }),
    series: { ...rest, points: placed },
    asOf,
  });
  // Of a band one limit is named, the lower: mirrored it is the other.
  return kind === 'within' ? { ...assessment, expectedValue: null } : assessment;
}

/** What a person reads, with figures brought back to the unit and the days of the question that was not moved. */
function readable(a: Assessment, { shift = 0, factor = 1, days = 0 }: Move) {
  const back = (v: number | null, digits = 4) => (v === null ? null : expect.closeTo((v - shift) / factor, digits));
  const share = (v: number | null) => (v === null ? null : expect.closeTo(v, 5));
  const f = a.forecast;
  const range = f && [f.p2_5, f.p10, f.p25, f.p50, f.p75, f.p90, f.p97_5];
  return {
    status: a.status,
    verdict: a.verdict,
    reason: a.reasons[0]?.code,
    stale: a.stale,
    value: back(a.value),
    valueDay: a.valueDay === null ? null : a.valueDay - days,
    expectedValue: back(a.expectedValue),
    progress: share(a.progress),
    expected: share(a.expected),
    chances: [a.chance, a.chanceIfPlanResumes, a.chanceIfNothingChanges].map(share),
    // Ends of a range are looked for until no figure shown would change; a range here is a hundred wide and more.
    range: range && (factor < 0 ? range.reverse() : range).map((v) => back(v, 1)),
  };
}

/** The figures of the plain answer, for a comparison within rounding. */
function plainly(a: Assessment) {
  const f = a.forecast;
  return {
    status: a.status,
    verdict: a.verdict,
    reason: a.reasons[0]?.code,
    stale: a.stale,
    value: a.value,
    valueDay: a.valueDay,
    expectedValue: a.expectedValue,
    progress: a.progress,
    expected: a.expected,
    chances: [a.chance, a.chanceIfPlanResumes, a.chanceIfNothingChanges],
    range: f && [f.p2_5, f.p10, f.p25, f.p50, f.p75, f.p90, f.p97_5],
  };
}

function same(question: Question, move: Move): void {
  expect(plainly(ask(question, {}))).toEqual(readable(ask(question, move), move));
}

/** Fewer than two years of these at a time, so that no season is looked for: factors of a season have a zero, addends have none. */
const SEASONLESS: readonly Grain[] = ['week', 'month', 'year'];
const SHORT = 10;
/** After 400 years the calendar is the same again, weekdays and leap years included. */
const GREGORIAN_CYCLE = 146_097;

describe('no answer depends on the unit, the sign or the century', () => {
  it('scaled figures: goals of every kind, every grain, with and without a history', () => {
    fc.assert(
      fc.property(questions(KINDS, GRAINS, 30), fc.constantFrom(0.001, 0.37, 1024, 250_000), (question, factor) =>
        same(question, { factor }),
      ),
      { numRuns: 250 },
    );
  });

  it('shifted figures: levels, means and limits', () => {
    fc.assert(
      fc.property(questions(MOVABLE, SEASONLESS, SHORT), fc.constantFrom(-5000, -500, 77, 40_000), (question, shift) =>
        same(question, { shift }),
      ),
      { numRuns: 200 },
    );
  });

  it('mirrored figures: to fall is to rise, and at least is at most', () => {
    fc.assert(
      fc.property(questions(MOVABLE, SEASONLESS, SHORT), fc.constantFrom(-1, -12.5), (question, factor) => {
        same(question, { factor });
      }),
      { numRuns: 200 },
    );
  });

  it('four hundred years later or earlier', () => {
    fc.assert(
      fc.property(questions(KINDS, GRAINS, 30), fc.constantFrom(-GREGORIAN_CYCLE, GREGORIAN_CYCLE), (question, days) =>
        same(question, { days }),
      ),
      { numRuns: 120 },
    );
  });
});
