import { UNCHANGED } from './constants.ts';

/** How far 'nothing changes' is believed beside the plan, by the readings of the history: prior, and least weight in the landing. */
export function trustIn(readings: number): { prior: number; floor: number } {
  const share = Math.min(1, readings / UNCHANGED.whole) ** 2;
  const between = (short: number, long: number) => short + (long - short) * share;
  return { prior: between(UNCHANGED.prior, UNCHANGED.priorOfLong), floor: between(UNCHANGED.floor, UNCHANGED.floorOfLong) };
}
