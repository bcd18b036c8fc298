import type { EpochDay } from './calendar.ts';
import type { Frame } from './frame.ts';

/** The best that the KPI ever did over some periods in a row. */
export interface Stretch {
  /** Amount a period, or change of the level a period, in the unit of the key result. */
  readonly perPeriod: number;
  readonly periods: number;
  readonly first: EpochDay;
  readonly last: EpochDay;
}

/** As many periods in a row are no luck any more, and still a time that a team remembers. */
const USUAL = 4;

/**
 * The best stretch in all figures that are known, the history before the start with them: the highest mean of four amounts in a row (the
 * lowest where the target is below), or the fastest change of a level over four periods. Over fewer where fewer are left to go. Null where
 * there are not that many figures.
 */
export function bestStretch(frame: Frame): Stretch | null {
  const { goal, kind, history, window, observed, future } = frame;
  if (goal.kind === 'keep') return null;
  const data = [...history, ...window];
  const steps = [...observed.history.t, ...observed.window.t];
  const periods = Math.max(1, Math.min(USUAL, future.length));
  const sign = Math.sign(goal.target - goal.baseline) || 1;
  const level = kind === 'level';
  let best: Stretch | null = null;
  for (let end = level ? periods : periods - 1; end < data.length; end++) {
    const from = level ? end - periods : end - periods + 1;
    const length = steps[end]! - steps[from]!;
    // Figures with a hole between them are no stretch.
    if (length > (level ? periods : periods - 1) + 0.5) continue;
    const stretch = data.slice(from, end + 1);
    const perPeriod = level
      ? (stretch.at(-1)!.value - stretch[0]!.value) / Math.max(length, 1e-9)
      : stretch.reduce((sum, { value }) => sum + value, 0) / periods;
    if (best === null || sign * (perPeriod - best.perPeriod) > 0)
      best = { perPeriod, periods, first: stretch[0]!.first, last: stretch.at(-1)!.last };
  }
  return best;
}
