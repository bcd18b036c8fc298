import { TOTAL, UNCHANGED } from './constants.ts';
import type { Noise } from './noise.ts';
import type { Readings } from './readings.ts';
import { changeDates, type DatedRegime, type RegimeQuestion, type WholeRegime } from './regime.ts';

/** In units of the total needed. Times are ends of periods in steps. */
export interface TotalQuestion {
  /** Season already divided out. */
  readonly history: Readings;
  /** As they came in: the season is in them, its factors beside. */
  readonly points: Readings;
  /** Ends of the periods still to come. */
  readonly future: Float64Array;
  /** Planned share and seasonal factor (1 without a season) of each period of the window, `points` then `future`. */
  readonly planned: Float64Array;
  readonly factors: Float64Array;
  readonly inflate: number;
}

/** Expected rates of a regime's own line, where it does not follow the planned rates. */
export type Line = { readonly level: number; readonly drift: number } | null;

export interface Rates {
  readonly t: Float64Array;
  readonly rate: Float64Array;
  /** Planned rates of the whole window, season divided out. */
  readonly plan: Float64Array;
  readonly line: Line;
  /** One period's share of an even plan. */
  readonly typical: number;
}

/** What may be going on with the rate of a total: it follows the plan, has another pace, shifted at a date, or is as it was before. `prior` of the last. */
export function totalRegimes(
  { t, rate, plan, line, typical }: Rates,
  residuals: Float64Array,
  noise: Noise,
  prior: number,
): RegimeQuestion {
  const n = t.length;
  const rest = line ? 1 - prior : 1;
  const here = plan.slice(0, n);
  const whole: WholeRegime[] = [
    { name: 'follow', ...TOTAL.follow, prior: rest * TOTAL.follow.prior, column: here, residuals: null },
    { name: 'pace', ...TOTAL.pace, prior: rest * TOTAL.pace.prior, column: here, residuals: null },
  ];
  if (line) {
    const own = rate.map((v, i) => v - line.level - line.drift * t[i]!);
    const column = new Float64Array(n).fill(typical);
    whole.push({ name: 'unchanged', prior, mean: 0, sd: 2 * UNCHANGED.sd, column, residuals: own });
  }
  const dated: DatedRegime[] = [{ name: 'shift', ...TOTAL.shift, prior: rest * TOTAL.shift.prior, follows: 'u', from: null }];
  return { t, residuals, whole, dated, dates: changeDates(t), u: here, noise, startVariance: 0, t0: t[0]! };
}
