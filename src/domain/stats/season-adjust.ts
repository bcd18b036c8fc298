import { findSeason } from './season.ts';

/** Readings in the unit of the KPI with their phase of the year (0 where no season is looked for). */
export interface Observations {
  /** Steps since the start, ascending. */
  readonly t: Float64Array;
  readonly y: Float64Array;
  readonly phase: Int32Array;
}

/** Takes the season out of readings and puts it back into forecasts; without a season it changes nothing. */
export interface SeasonAdjustment {
  readonly found: boolean;
  readonly multiplicative: boolean;
  readonly inflate: number;
  readonly effect: (phase: number) => number;
  readonly remove: (y: number, phase: number) => number;
  readonly restore: (y: number, phase: number) => number;
}

const NONE: SeasonAdjustment = {
  found: false,
  multiplicative: true,
  inflate: 1,
  effect: () => 1,
  remove: (y) => y,
  restore: (y) => y,
};

/** The season of history and window together; `length` 0 or 1 looks for none. */
export function seasonOf(history: Observations, points: Observations, length: number): SeasonAdjustment {
  if (length < 2) return NONE;
  const season = findSeason(
    Float64Array.from([...history.t, ...points.t]),
    Float64Array.from([...history.y, ...points.y]),
    Int32Array.from([...history.phase, ...points.phase]),
    length,
  );
  if (!season) return NONE;
  const { multiplicative, inflate, effects } = season;
  const effect = (phase: number) => effects[phase] ?? (multiplicative ? 1 : 0);
  return {
    found: true,
    multiplicative,
    inflate,
    effect,
    remove: (y, phase) => (multiplicative ? y / effect(phase) : y - effect(phase)),
    restore: (y, phase) => (multiplicative ? y * effect(phase) : y + effect(phase)),
  };
}
