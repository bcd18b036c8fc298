import { analyse } from '../../../src/domain/assess.ts';
import { addPeriods, dayOf, periodEnd, type Grain } from '../../../src/domain/calendar.ts';
import type { KeyResult } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';
import { meanOf, type Told } from '../drift/reliability.ts';
import { keyResultOf } from '../drift/world.ts';
import type { Random } from '../random.ts';
import type { M3Series } from './m3.ts';

const FIRST = dayOf(1990, 1, 1);

/** A key result made of a real series: what was asked, what the answers were, what came of it. */
export interface Question {
  readonly name: string;
  /** Share of the time gone when it was asked. */
  readonly elapsed: number;
  readonly told: Told;
  /** Chances of the forecaster alone, and of 'it goes on as since the start', which is 0 or 1. */
  readonly alone: number;
  readonly extrapolated: number;
  readonly inside: boolean;
}

interface Asked {
  readonly name: string;
  readonly keyResult: KeyResult;
  readonly series: Series;
  readonly final: number;
  readonly grain: Grain;
  readonly start: number;
  readonly cycle: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);

/** The last year (quarters: two) is the time of the key result, what lies before it the history. */
function asksOf({ freq, known, after }: M3Series, { uniform }: Random): Asked[] {
  const grain: Grain = freq === 12 ? 'month' : 'quarter';
  const cycle = freq === 12 ? 12 : 8;
  const y = [...known, ...after].slice(-cycle - 60);
  const m = y.length - cycle;
  const before = y.slice(0, m);
  const days = y.map((_, i) => addPeriods(FIRST, grain, i));
  const [start, due] = [days[m]!, periodEnd(days.at(-1)!, grain)];
  const change = meanOf(before.slice(freq).map((v, i) => Math.abs(v - before[i]!))) || 0.01 * meanOf(before);
  const size = Math.exp(Math.log(0.25) + uniform() * Math.log(10)) * (uniform() < 0.65 ? 1 : -1);
  const baseline = uniform() < 0.5 ? before.at(-1)! : meanOf(before.slice(-freq));
  const total = ((sum(before.slice(-freq)) * cycle) / freq) * (1 + 0.25 * (uniform() - 0.4));
  const asked = (name: 'level' | 'total', from: number, target: number, final: number): Asked => {
    const level = name === 'level';
    const points = y.map((value, i) => ({ day: level ? periodEnd(days[i]!, grain) : days[i]!, value, cells: [] }));
    const goal = { kind: 'reach', baseline: from, target, stretch: null, plan: { kind: 'linear' } } as const;
    const keyResult = keyResultOf({ start, due, goal, reading: { kind: level ? 'latest' : 'sum' } });
    const series: Series = { grain, accrual: level ? 'level' : 'flow', unit: null, points };
    return { name: `${freq === 12 ? 'monthly' : 'quarterly'} ${name}`, keyResult, series, final, grain, start, cycle };
  };
  return [asked('level', baseline, baseline + size * change, y.at(-1)!), asked('total', 0, total, sum(y.slice(m)))];
}

/** Asks the product at a quarter, half and three quarters of the time. */
export function questionsOf(series: M3Series, random: Random): Question[] {
  return asksOf(series, random).flatMap(({ name, keyResult, series: figures, final, grain, start, cycle }) =>
    [0.25, 0.5, 0.75].flatMap((elapsed): Question[] => {
      const asOf = addPeriods(start, grain, elapsed * cycle) - 1;
      const { assessment } = analyse({ keyResult, series: figures, asOf });
      const { chance, chanceIfNothingChanges, forecast, progress, expected } = assessment;
      if (chance === null || !forecast || keyResult.goal.kind !== 'reach') return [];
      const { baseline, target } = keyResult.goal;
      const hit = (target - baseline) * (final - target) >= 0;
      return [
        {
          name,
          elapsed,
          told: { chance, hit },
          alone: chanceIfNothingChanges ?? chance,
          extrapolated: Number((progress ?? 0) >= (expected ?? 1)),
          inside: final >= forecast.p10 && final <= forecast.p90,
        },
      ];
    }),
  );
}
