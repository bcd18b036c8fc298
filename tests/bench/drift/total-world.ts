import { civilOf } from '../../../src/domain/calendar.ts';
import type { Goal } from '../../../src/domain/objective.ts';
import { between, driftsOn, hasShifted, inUnits, planIn, shareBy, type Draw } from './mixed-draw.ts';
import { habitsOf, record, runningTotals } from './recording.ts';
import { keyResultOf, type World } from './world.ts';

/** Average amount that the plan wants of one period. */
const RATE = 100;

/** What comes in as a share of the planned: a total that stalls or reverses has almost stopped. */
function rateOf({ course, pace, loss, random }: Draw): (shifted: boolean) => number {
  const rate = course === 'stalled' || course === 'reversed' ? between(random, 0, 0.3) : pace;
  return (shifted) => rate * (shifted ? 1 - loss : 1);
}

/** Bring in a total by a date: amounts of each period, or running totals of the year that begin again in January. */
export function totalWorld(draw: Draw): World {
  const { kind, course, noise, season, schedule, scatter, random } = draw;
  const { start, due, periods, history } = schedule;
  const n = periods.length - history;
  const [spread, before] = [between(random, 0.12, 0.6), between(random, 0.6, 1)];
  const rate = rateOf(draw);
  // An even plan follows the season by itself; one in steps would have to know it.
  const plan = season ? ({ kind: 'linear' } as const) : planIn(draw);
  const planned = shareBy(draw, plan);
  // What the plan wants of a period beside what an even plan would.
  const wanted = (i: number) => n * (planned(Math.min(due, periods[i]!.last)) - (i > history ? planned(periods[i - 1]!.last) : 0));
  const amounts = periods.map((period, i) => {
    const share = i < history ? before : wanted(i) * rate(hasShifted(draw, period.last));
    return Math.max(0, RATE * (share * Math.exp(season?.[period.phase] ?? 0) + spread * scatter[i]!));
  });
  // The running total at the start; that of a year that has just ended says nothing.
  const last = periods[history - 1];
  const sameYear = last !== undefined && civilOf(last.first).year === civilOf(periods[history]!.first).year;
  const opening = kind === 'cumulative' && sameYear ? runningTotals(periods, amounts)[history - 1]! : 0;
  const target = opening + RATE * n;
  const goal: Goal = { kind: 'reach', baseline: opening, target, stretch: null, plan: inUnits(plan, opening, target) };
  const final = amounts.slice(history).reduce((sum, amount) => sum + amount, opening);
  return {
    kind,
    course,
    noise,
    seasonal: season !== null,
    keyResult: keyResultOf({ start, due, goal, reading: { kind: 'sum' } }),
    ...record(schedule, kind === 'cumulative' ? 'cumulative' : 'flow', amounts, habitsOf(random, true), random),
    reviews: schedule.reviews,
    final,
    hit: final >= target,
    driftsOn: driftsOn(draw),
  };
}
