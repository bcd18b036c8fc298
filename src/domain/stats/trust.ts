import { UNCHANGED } from './constants.ts';
import { condense, type Mixture, type Part } from './mixture.ts';

/** How far 'nothing changes' is believed beside the plan, by the readings of the history: prior, and least weight in the landing. */
export function trustIn(readings: number): { prior: number; floor: number } {
  const share = Math.min(1, readings / UNCHANGED.whole) ** 2;
  const between = (short: number, long: number) => short + (long - short) * share;
  return { prior: between(UNCHANGED.prior, UNCHANGED.priorOfLong), floor: between(UNCHANGED.floor, UNCHANGED.floorOfLong) };
}

/**
 * The landing of the plan's regimes with that of the forecaster, which never weighs less than its floor. `unchanged`: posterior share of
 * 'nothing changed', which the weights of `parts` leave over.
 */
export function blend(parts: readonly Part[], nothing: Part, unchanged: number, readings: number): Mixture {
  const { floor } = trustIn(readings);
  const weight = floor + (1 - floor) * unchanged;
  const scale = (1 - weight) / Math.max(1e-12, 1 - unchanged);
  return condense([...parts.map((part) => ({ ...part, weight: part.weight * scale })), { ...nothing, weight }]);
}
