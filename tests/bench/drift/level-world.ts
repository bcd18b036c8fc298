import type { Goal } from '../../../src/domain/objective.ts';
import { between, driftsOn, hasShifted, inUnits, planIn, shareBy, type Draw } from './mixed-draw.ts';
import { habitsOf, record } from './recording.ts';
import { keyResultOf, type World } from './world.ts';

/** Unit of a share: the noise of a ratio is about one point of a hundred. */
const POINT = 0.01;

/** The baseline that people write down: the true level, the last reading, or the mean of the last three. */
function baselineOf({ season, schedule: { history }, random }: Draw, truth: number, values: readonly number[]): number {
  const before = values.slice(0, history);
  const how = random.uniform();
  // Where there is a season one reading says little: nobody takes it.
  if (season || before.length < 3 || how < 0.45) return truth;
  const last = before.slice(how < 0.7 ? -1 : -3);
  return last.reduce((sum, v) => sum + v, 0) / last.length;
}

/** Reach a level by a date, up or down: a number measured on a day, or a share of numerator and denominator. */
export function levelWorld(draw: Draw): World {
  const { kind, course, noise, season, schedule, scatter, pace, loss, random } = draw;
  const { start, due, periods } = schedule;
  const unit = kind === 'ratio' ? POINT : 1;
  const span = Math.exp(between(random, Math.log(1.5), Math.log(12))) * (random.uniform() < 0.7 ? 1 : -1);
  const base = between(random, 30, 60);
  const plan = planIn(draw);
  const planned = shareBy(draw, plan);
  const gone = (day: number) => (day <= start ? 0 : pace * planned(day) - (hasShifted(draw, day) ? loss : 0));
  const values = periods.map((period, i) => {
    const level = base + span * gone(kind === 'ratio' ? Math.min(due, period.last) : period.measured);
    return unit * (level * Math.exp(season?.[period.phase] ?? 0) + scatter[i]!);
  });
  const target = unit * (base + span);
  const wished = baselineOf(draw, unit * base, values);
  const baseline = Math.abs(target - wished) > 0.5 * unit * Math.abs(span) ? wished : unit * base;
  const goal: Goal = { kind: 'reach', baseline, target, stretch: null, plan: inUnits(plan, unit * base, target) };
  const final = values.at(-1)!;
  return {
    kind,
    course,
    noise,
    seasonal: season !== null,
    keyResult: keyResultOf({ start, due, goal, reading: { kind: 'latest' } }),
    ...record(schedule, kind === 'ratio' ? 'ratio' : 'level', values, habitsOf(random, false), random),
    reviews: schedule.reviews,
    final,
    hit: (target - baseline) * (final - target) >= 0,
    driftsOn: driftsOn(draw),
  };
}
