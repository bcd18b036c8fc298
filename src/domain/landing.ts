import type { Forecast } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { Frame } from './frame.ts';
import { withEvents } from './headwinds.ts';
import type { MetricEvent } from './metric-event.ts';
import { finite, quantilesOf, type Horizon, type Outlook, type Prediction } from './stats/outlook.ts';
import { mixtureMean, transform } from './stats/mixture.ts';

const PROBABILITIES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;

/** From what the model predicts (totals: the sum above the origin) to the reading that the key result shows. */
function readingOf(frame: Frame, predicted: number): number {
  const { goal, kind, opening, falling, window, future } = frame;
  if (goal.kind === 'keep' || kind === 'level') return predicted;
  if (kind === 'mean') return finite(goal.baseline + predicted / (window.length + future.length));
  return finite((falling ? goal.baseline : opening) + predicted);
}

export function forecastOf(frame: Frame, day: EpochDay, prediction: Prediction): Forecast {
  const [p2_5, p10, p25, p50, p75, p90, p97_5] = quantilesOf(prediction, PROBABILITIES).map((v) => readingOf(frame, v)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { day, p2_5, p10, p25, p50, p75, p90, p97_5 };
}

/** Where the readings stand now, in the unit that the model predicts (totals: the sum above the origin so far). */
function standing({ kind, goal, falling, window, future }: Frame, outlook: Outlook): number {
  if (kind === 'level' || kind === 'keep' || goal.kind === 'keep') return outlook.levelNow;
  const origin = kind === 'mean' ? goal.baseline : falling ? goal.baseline / (window.length + future.length) : 0;
  let sum = 0;
  for (const datum of window) sum += datum.value - origin;
  return sum;
}

/**
 * The prediction if the speed from now on is multiplied by `pace`: a level moves with the slope of its expected path and keeps its spread;
 * a sum to come grows as a whole.
 */
function atPace(prediction: Prediction, frame: Frame, outlook: Outlook, pace: number): Prediction {
  if (pace === 1) return prediction;
  const { mixture } = prediction;
  const { kind, goal, falling, window, future } = frame;
  const now = prediction.toUnit(standing(frame, outlook));
  if (kind === 'level' || kind === 'keep' || goal.kind === 'keep') {
    return { ...prediction, mixture: transform(mixture, 1, (pace - 1) * (mixtureMean(mixture) - now)) };
  }
  // What comes in is multiplied, not what is left of it above the origin.
  const origin = kind === 'mean' ? goal.baseline : falling ? goal.baseline / (window.length + future.length) : 0;
  const lift = prediction.toUnit((pace - 1) * origin * future.length) - prediction.toUnit(0);
  return { ...prediction, mixture: transform(mixture, pace, now * (1 - pace) + lift) };
}

/** What is supposed of the time to come: a speed that is multiplied (1 leaves it), and headwinds and tailwinds. */
export interface Supposed {
  readonly pace: number;
  readonly events: readonly MetricEvent[];
}

export const NOTHING_SUPPOSED: Supposed = { pace: 1, events: [] };

/** The expected prediction at a horizon, with what is supposed in it. */
export function predictionAt(frame: Frame, outlook: Outlook, horizon: Horizon, { pace, events }: Supposed): Prediction {
  const paced = atPace(outlook.expected(horizon), frame, outlook, pace);
  return withEvents(paced, events, { frame, outlook, pace, count: horizon.count });
}
