import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, assessKeyResult, type AssessInput } from '../../../../src/domain/assess.ts';
import { isoOf } from '../../../../src/domain/calendar.ts';
import type { Accrual } from '../../../../src/domain/dataset.ts';
import { displayStep } from '../../../../src/domain/display-step.ts';
import type { Goal, Reading } from '../../../../src/domain/objective.ts';
import { statusAfter } from '../../../../src/domain/turning-edge.ts';
import { turningPoints, type TurningPoint } from '../../../../src/domain/turning-points.ts';
import { turningSteps } from '../../../../src/domain/turning-steps.ts';
import { day, keepAtLeast, keyResult, reach, series, wobble } from './builders.ts';

/** What would change the verdict, and how often the engine was asked. */
function ask(input: AssessInput): { points: readonly TurningPoint[]; asked: number } {
  const work = turningPoints(input);
  let asked = 0;
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return { points: next.value, asked };
    asked++;
  }
}
type Values = Extract<TurningPoint, { kind: 'values' }>;
const valuesOf = (input: AssessInput) => ask(input).points.filter((point): point is Values => point.kind === 'values');

const before = Array.from({ length: 10 }, (_, i) => 40 + wobble(i));
const input = (since: readonly number[], goal: Goal = reach(40, 60), asOf = '2026-08-20', history = before): AssessInput => ({
  keyResult: keyResult(goal),
  series: series([...history, ...since], { first: isoOf(day('2026-07-15') - 7 * history.length) }),
  asOf: day(asOf),
});
/** Figures from 15 July on, one a week. */
const onPlan = [42, 44, 45, 47, 48.5, 50];
const flat = [40, 41, 40, 40.5, 39.5, 40];

describe('what would change a verdict', () => {
  it('says what the coming weeks must bring to come back', () => {
    const slow = [41.2, 42.1, 42.7, 44.2, 44.3, 44.8];
    expect(assessKeyResult(input(slow)).status).toBe('off-track');
    const [soonest] = valuesOf(input(slow));
    expect(soonest).toMatchObject({ status: 'on-track', side: 'at-least' });
    expect(soonest!.value).toBeGreaterThan(47);
    expect(soonest!.unseen).toBe(44.8);
  });

  it('says what would put a healthy one at risk, without asking for more than one more week where one is enough', () => {
    const points = valuesOf(input(onPlan));
    expect(points.map(({ status, side }) => `${status} ${side}`)).toEqual(['at-risk at-most', 'off-track at-most']);
    expect(points[0]!.value).toBeLessThan(51);
  });

  it('mirrors a falling goal', () => {
    const falling = input(
      flat.map((v) => 100 - v),
      reach(60, 40),
      '2026-08-20',
      before.map((v) => 100 - v),
    );
    const rising = valuesOf(input(flat));
    const mirrored = valuesOf(falling);
    expect(mirrored.map(({ side }) => side)).toEqual(rising.map(({ side }) => (side === 'at-least' ? 'at-most' : 'at-least')));
    mirrored.forEach(({ value }, i) => expect(value).toBeCloseTo(100 - rising[i]!.value, 0));
  });

  it('says so where nothing plausible brings it back', () => {
    const hopeless = input([...flat, 40.2, 39.8, 40.1, 40, 39.9], reach(40, 400), '2026-09-23');
    expect(ask(hopeless).points).toEqual([{ kind: 'never', periods: 1 }]);
  });

  it('asks for whole customers where customers come as whole numbers', () => {
    const total: AssessInput = {
      keyResult: keyResult(reach(0, 1000), { kind: 'sum' }),
      series: series([70, 74, 81, 76, 73, 79, 60, 61, 55, 58, 61, 57], { first: '2026-05-18', accrual: 'flow' }),
      asOf: day('2026-08-10'),
    };
    expect(['at-risk', 'off-track']).toContain(assessKeyResult(total).status);
    const back = valuesOf(total).filter(({ status }) => status === 'on-track');
    expect(back.length).toBeGreaterThan(0);
    for (const { value } of back) expect(Number.isInteger(value)).toBe(true);
  });

  it('keep goals: back inside the limit, and out of it', () => {
    const outside = input([95, 93.4, 92.1, 91.8, 91], keepAtLeast(95), '2026-08-13', [96, 95.6, 96.4, 95.8, 96.2, 95.9]);
    expect(assessKeyResult(outside).status).toBe('off-track');
    expect(valuesOf(outside)[0]).toMatchObject({ status: 'on-track', side: 'at-least' });
    const band: Goal = { kind: 'keep', atLeast: 93.5, atMost: 96.5 };
    const sides = valuesOf(input([95, 94.4, 95.3, 95.2, 94.8], band, '2026-08-13', [95, 95.6, 94.4, 95.8, 94.2, 95])).map(
      ({ side }) => side,
    );
    expect(new Set(sides)).toEqual(new Set(['at-most', 'at-least']));
  });

  it('the week that is not over counts as the next one, whatever it has brought so far', () => {
    const whole = { keyResult: keyResult(reach(0, 1000), { kind: 'sum' }), asOf: day('2026-08-12') };
    const weeks = [70, 74, 81, 76, 73, 79, 60, 61, 55, 58, 61, 57];
    const first = '2026-05-18';
    const closed = ask({ ...whole, series: series(weeks, { first, accrual: 'flow' }) });
    const open = ask({ ...whole, series: series([...weeks, 3], { first, accrual: 'flow' }) });
    expect(open.points).toEqual(closed.points);
    expect(open.points.length).toBeGreaterThan(0);
  });

  it('has nothing to say once the time is over or the total is reached', () => {
    expect(ask(input([...onPlan, 52, 53, 55, 56, 58, 60], reach(40, 60), '2026-10-05')).points).toEqual([]);
    const reached = { keyResult: keyResult(reach(0, 100), { kind: 'sum' }), asOf: day('2026-08-12') };
    expect(ask({ ...reached, series: series([70, 74, 81, 76, 73, 79, 60, 61], { first: '2026-06-15', accrual: 'flow' }) }).points).toEqual(
      [],
    );
  });

  it('asks the engine a bounded number of times', () => {
    for (const one of [input(flat), input(onPlan), input(flat, reach(40, 400))]) expect(ask(one).asked).toBeLessThan(200);
  });

  const figures = fc.array(
    fc.integer({ min: -100, max: 100 }).map((v) => v / 100),
    { minLength: 14, maxLength: 19 },
  );
  const goals = fc.constantFrom<{ goal: Goal; reading: Reading; accrual: Accrual; pace: number; level: number }>(
    { goal: reach(40, 60), reading: { kind: 'latest' }, accrual: 'level', pace: 1.6, level: 40 },
    { goal: reach(40, 30), reading: { kind: 'latest' }, accrual: 'ratio', pace: -0.4, level: 40 },
    { goal: reach(0, 600), reading: { kind: 'sum' }, accrual: 'flow', pace: 0.4, level: 44 },
    { goal: reach(30, 45), reading: { kind: 'mean' }, accrual: 'flow', pace: 0.5, level: 42 },
    { goal: keepAtLeast(40), reading: { kind: 'latest' }, accrual: 'level', pace: -0.1, level: 41 },
    { goal: { kind: 'keep', atLeast: 38, atMost: 43 }, reading: { kind: 'latest' }, accrual: 'ratio', pace: 0.2, level: 41 },
  );
  it('keeps its promises: the value brings the status, one step worse does not', () => {
    let promises = 0;
    fc.assert(
      fc.property(
        figures,
        goals,
        fc.integer({ min: 0, max: 14 }).map((v) => v / 10),
        fc.integer({ min: 3, max: 30 }).map((v) => v / 10),
        (noise, kind, share, size) => {
          const start = 9;
          const one: AssessInput = {
            keyResult: keyResult(kind.goal, kind.reading),
            series: series(
              noise.map((e, i) => Number((kind.level + size * e + Math.max(0, i - start) * kind.pace * share).toFixed(2))),
              { first: '2026-05-04', accrual: kind.accrual },
            ),
            asOf: day('2026-05-04') + 7 * noise.length - 1,
          };
          const { outlook } = analyse(one);
          for (const { status, value, periods, side } of valuesOf(one)) {
            const keeps = (v: number) => {
              const got = statusAfter(one, v, periods);
              if (status === 'on-track') return got === 'on-track' || got === 'achieved';
              return status === 'at-risk' ? got === 'at-risk' || got === 'off-track' : got === status;
            };
            const step = displayStep(
              value,
              null,
              outlook!.sigma,
              one.series!.points.every((point) => Number.isInteger(point.value)),
            );
            expect(keeps(value), `${status} ${value}`).toBe(true);
            expect(keeps(value + (side === 'at-least' ? -1.01 : 1.01) * step), `worse than ${status} ${value}`).toBe(false);
            promises++;
          }
        },
      ),
      { numRuns: 25, seed: 4 },
    );
    expect(promises).toBeGreaterThan(25);
  }, 30_000);
});

describe('what would change a checklist', () => {
  const steps = (...all: readonly (readonly [string, string, string | null])[]): Goal => ({
    kind: 'milestones',
    milestones: all.map(([title, due, done]) => ({ id: title, title, weight: 1, due: day(due), doneOn: done === null ? null : day(done) })),
  });

  it('names the overdue steps, and the day on which the next one tells', () => {
    const late = keyResult(steps(['Design', '2026-08-01', null], ['Launch', '2026-09-10', null]));
    expect(turningSteps(late, day('2026-08-05'))).toEqual({
      catchUp: { titles: ['Design'], status: 'on-track' },
      lapse: { day: day('2026-08-09'), status: 'off-track', title: 'Design' },
    });
    const fine = keyResult(steps(['Design', '2026-08-01', '2026-07-30'], ['Launch', '2026-09-10', null]));
    expect(turningSteps(fine, day('2026-08-05'))).toEqual({
      catchUp: null,
      lapse: { day: day('2026-09-11'), status: 'at-risk', title: 'Launch' },
    });
  });

  it('says nothing more once all is done or the time is over', () => {
    const done = keyResult(steps(['Design', '2026-08-01', '2026-07-30']));
    expect(turningSteps(done, day('2026-08-05'))).toEqual({ catchUp: null, lapse: null });
    expect(turningSteps(keyResult(reach(0, 1)), day('2026-08-05'))).toBeNull();
  });
});
