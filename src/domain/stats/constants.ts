/** Every constant of the drift model with its meaning. Probabilities and shares; gaps in spans (1 = baseline to target). */

/** Smaller gaps are not drift: a tenth of the span, or of the planned rate. */
export const TOLERANCE = 0.1;

/**
 * pBehind that calls off-track: `once` alone, or `now` after the last review showed `confirm`; off-track stays until it falls below
 * `release`. Set where simulated worlds (bench:drift) show 1–1.5% false flags per review.
 */
export const CUTS = {
  level: { once: 0.84, now: 0.75, confirm: 0.75, release: 0.72 },
  total: { once: 0.94, now: 0.9, confirm: 0.88, release: 0.82 },
  keep: { once: 0.84, now: 0.8, confirm: 0.76, release: 0.7 },
} as const;

export const WATCH = 0.65;
/** P(level behind, wandering included) that asks to watch. */
export const WATCH_LEVEL = 0.95;
export const AHEAD = 0.95;
/** Chance below which a key result past half time is unlikely to arrive. */
export const UNLIKELY = 0.1;
/** Shares of the drift that name it; 'reversed' asks for a speed below this share of the planned. */
export const REVERSED_SHARE = 0.3;
export const REVERSED_SPEED = -0.2;
export const SHIFT_SHARE = 0.38;

/** Fewest points in the window for off-track, and in window and history together for any verdict. */
export const MIN_POINTS = 3;
export const MIN_TOTAL = 5;
/** Fewest points in the window for `unlikely`. */
export const MIN_UNLIKELY = 6;

/** Variance of the level at the start, in σ². */
export const START_VARIANCE = 0.25;
/** Smallest σ believed, of the span or of the planned rate; for keep goals of their own scale. */
export const SIGMA_FLOOR = 0.004;
export const KEEP_SIGMA_FLOOR = 1e-3;
/** Of a predictive distribution, in squared units of the model: keeps a certainty from dividing by nothing. */
export const SMALLEST_VARIANCE = 1e-18;
/** Heaviest-to-lightest tails of the landing: degrees of freedom are capped here. */
export const DF_CAP = 5;
/** Readings that the forecaster looks back on. */
export const FORECAST_WINDOW = 60;
/** Totals: half drift of the rate, half predicted total; a total below `TOTAL_SHORT` of the target is short. */
export const TOTAL_DRIFT_SHARE = 0.5;
export const TOTAL_SHORT = 0.95;
export const TOTAL_AHEAD = 1.05;

/**
 * 'Nothing changed' among the regimes: prior, least weight in the landing, sd of its slope in spans. The longer the history, the more it
 * says of the future: both grow with its square up to `whole` readings.
 */
export const UNCHANGED = { prior: 0.12, priorOfLong: 0.37, floor: 0.1, floorOfLong: 0.4, sd: 0.1, whole: FORECAST_WINDOW } as const;

/** Priors of what may be going on and of the size β of the departure, in spans (README of sketch 2: plain statements, not fitted). */
export const REACH = {
  follow: { prior: 0.5, mean: 0.03, sd: 0.08 },
  pace: { prior: 0.3, mean: -0.6, sd: 0.6 },
  shift: { prior: 0.12, mean: -0.5, sd: 0.25 },
  stall: { prior: 0.08, mean: -0.9, sd: 0.4 },
} as const;

/** The same for totals, as shares of the planned rate. */
export const TOTAL = {
  follow: { prior: 0.5, mean: 0.04, sd: 0.06 },
  pace: { prior: 0.35, mean: -0.5, sd: 0.45 },
  shift: { prior: 0.15, mean: -0.6, sd: 0.4 },
} as const;

/**
 * Keep goals: priors; size of a change in σ, and how far it leans towards the limit (people set limits where it hurts); a change still to
 * come before the due date, its chance over the whole time, its size and spread in σ; weight of the forecaster in the landing.
 */
export const KEEP = {
  same: 0.5,
  shift: 0.25,
  ramp: 0.25,
  size: 3,
  lean: 1.5,
  later: { chance: 0.6, size: 2.5, sd: 2.5 },
  forecaster: 0.1,
  startVariance: 25,
} as const;
