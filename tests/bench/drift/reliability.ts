/** A chance that was told with what came of it. */
export interface Told {
  readonly chance: number;
  readonly hit: boolean;
}

/** Chances of one tenth of the scale: their mean, and the share of them that came true. */
export interface Bin {
  readonly count: number;
  readonly said: number;
  readonly came: number;
}

export interface Reliability {
  readonly count: number;
  /** Mean squared error of the chance (Brier 1950), and that of always telling the base rate. */
  readonly brier: number;
  readonly base: number;
  /** Mean distance of said and came over the ten bins, weighted by their counts (expected calibration error). */
  readonly error: number;
  readonly bins: readonly Bin[];
}

const BINS = 10;
export const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

export function reliabilityOf(told: readonly Told[]): Reliability {
  const rate = meanOf(told.map(({ hit }) => Number(hit)));
  const bins = Array.from({ length: BINS }, (_, bin): Bin => {
    const own = told.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin);
    return { count: own.length, said: meanOf(own.map(({ chance }) => chance)), came: meanOf(own.map(({ hit }) => Number(hit))) };
  });
  return {
    count: told.length,
    brier: meanOf(told.map(({ chance, hit }) => (chance - Number(hit)) ** 2)),
    base: rate * (1 - rate),
    error: bins.reduce((sum, { count, said, came }) => sum + (count ? (count * Math.abs(said - came)) / told.length : 0), 0),
    bins,
  };
}
