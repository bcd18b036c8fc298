import type { EpochDay, Grain } from './calendar.ts';
import type { Series } from './series.ts';
import { fitShrunkDrift } from './stats/shrunk-drift.ts';
import { bounded } from './stats/outlook.ts';
import { dataOf, isInWindow, isMeasured, observationsOf, type Datum } from './steps.ts';

const MIN_HISTORY = 4;

/** Level of the history with its one-step error σ; null below four figures. */
export function historyLevel(history: readonly Datum[], grain: Grain): { level: number; sigma: number } | null {
  if (history.length < MIN_HISTORY) return null;
  const recent = history.slice(-60);
  const { t, y } = observationsOf(recent, recent.at(-1)!.at, grain);
  let scale = 0;
  for (const v of y) scale = Math.max(scale, Math.abs(v));
  if (scale === 0) return { level: 0, sigma: 0 };
  const fit = fitShrunkDrift(
    y.map((v) => bounded(v / scale)),
    t,
    1e-9,
    1,
  );
  return fit && { level: fit.level * scale, sigma: Math.sqrt(fit.sigma2) * scale };
}

/** Baseline to propose for a key result that starts on a day: the level of the figures before it, not the last reading, which is noisy. */
export function proposeBaseline(series: Series, start: EpochDay): number | null {
  const history = dataOf(series, start, 0).filter((datum) => !isInWindow(datum, start, isMeasured(series)));
  return historyLevel(history, series.grain)?.level ?? null;
}
