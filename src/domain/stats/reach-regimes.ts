import { REACH, START_VARIANCE, UNCHANGED } from './constants.ts';
import type { Noise } from './noise.ts';
import type { Path } from './path.ts';
import type { Readings } from './readings.ts';
import { changeDates, type DatedRegime, type Posterior, type RegimeName, type RegimeQuestion, type WholeRegime } from './regime.ts';
import { trustIn } from './trust.ts';

/** Everything in spans: 0 = baseline, 1 = target. */
export interface ReachQuestion {
  readonly history: Readings;
  readonly points: Readings;
  /** Due date in steps. */
  readonly due: number;
  /** Planned share of the span at a step. */
  readonly plan: (t: number) => number;
  readonly inflate: number;
}

/** x(t) of a regime. */
export function departure(name: RegimeName, at: number | null, t: number, { plan, due }: ReachQuestion): number {
  switch (name) {
    case 'unchanged':
      return t / due;
    case 'shift':
      return t >= at! ? 1 : 0;
    case 'stall':
      return plan(t) - plan(at!);
    default:
      return plan(t);
  }
}

/** What may be going on with a level on its way: it follows the plan, has another pace, shifted or stalled at a date, or is as it was before. */
export function reachRegimes(question: ReachQuestion, path: Path, residuals: Float64Array, noise: Noise): RegimeQuestion {
  const { t, z } = question.points;
  const dates = changeDates(t);
  const unchanged = trustIn(question.history.t.length).prior;
  const rest = 1 - unchanged;
  const shares = t.map(question.plan);
  const whole: WholeRegime[] = [
    {
      name: 'unchanged',
      prior: unchanged,
      mean: 0,
      sd: UNCHANGED.sd,
      column: t.map((v) => v / question.due),
      residuals: z.map((v, i) => v - path.start - path.slope * t[i]!),
    },
    { name: 'follow', ...REACH.follow, prior: rest * REACH.follow.prior, column: shares, residuals: null },
    { name: 'pace', ...REACH.pace, prior: rest * REACH.pace.prior, column: shares, residuals: null },
  ];
  const dated: DatedRegime[] = [
    { name: 'shift', ...REACH.shift, prior: rest * REACH.shift.prior, follows: 'one', from: null },
    { name: 'stall', ...REACH.stall, prior: rest * REACH.stall.prior, follows: 'u', from: dates.at.map(question.plan) },
  ];
  return { t, residuals, whole, dated, dates, u: shares, noise, startVariance: START_VARIANCE, t0: 0 };
}

/** Distance of the unchanged line from the path; the other regimes are about the path itself. */
export const offsetAt = (p: Posterior, t: number, path: Path) => (p.name === 'unchanged' ? path.start + path.slope * t - path.at(t) : 0);
