import type { Forecast, Reason, Suspicion, Verdict } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { Frame } from './frame.ts';
import { insideCount } from './kept.ts';
import type { Measurement } from './measurement.ts';
import { isInside } from './progress.ts';
import { MIN_POINTS, WATCH } from './stats/constants.ts';
import type { Outlook } from './stats/outlook.ts';

/** What the evidence rests on. */
export interface Evidence {
  readonly frame: Frame;
  readonly measurement: Measurement;
  readonly outlook: Outlook;
  readonly forecast: Forecast;
  readonly chance: number;
  readonly pace: number | null;
  readonly pacePerPeriod: number | null;
  readonly requiredPerPeriod: number | null;
}

/** First figure at or after a step: the day on which a change showed. */
function dayAtStep({ observed, window, start }: Frame, step: number): EpochDay {
  for (let i = 0; i < window.length; i++) if (observed.window.t[i]! >= step) return window[i]!.first;
  return start;
}

/** Mean amount of the last four periods. */
function recentRate({ window }: Frame): number {
  const last = window.slice(-4);
  let sum = 0;
  for (const datum of last) sum += datum.value / last.length;
  return sum;
}

const suspicionOf = ({ frame, outlook }: Evidence): Suspicion => ({
  probability: outlook.facts.pBehind,
  points: frame.window.length,
  needed: MIN_POINTS,
});

/** Which limit the latest figures are outside of (or the level is nearer to). */
function limitOf({ frame, outlook }: Evidence): { side: 'below' | 'above'; limit: number } {
  const { goal } = frame;
  const [low, high] = goal.kind === 'keep' ? [goal.atLeast, goal.atMost] : [null, null];
  const latest = frame.window.at(-1)!.value;
  if (low !== null && latest < low) return { side: 'below', limit: low };
  if (high !== null && latest > high) return { side: 'above', limit: high };
  const level = outlook.levelNow;
  return high === null || (low !== null && Math.abs(level - low) < Math.abs(level - high))
    ? { side: 'below', limit: low ?? 0 }
    : { side: 'above', limit: high };
}

/** The limit that is in danger, and for how many periods running the figures have been outside it. */
function limitReason(evidence: Evidence): Reason {
  const { window } = evidence.frame;
  const { side, limit } = limitOf(evidence);
  let run = 0;
  for (
    let i = window.length - 1;
    i >= 0 && !isInside(window[i]!.value, side === 'below' ? limit : null, side === 'above' ? limit : null);
    i--
  )
    run++;
  return { code: 'outside-limit', latest: window.at(-1)!.value, limit, side, run, ...suspicionOf(evidence) };
}

/** How far the latest value is behind the plan or outside its limit, in the unit of the key result; negative is ahead. */
function latestGap({ frame, measurement }: Evidence): number {
  const { goal } = frame;
  const value = measurement.value ?? 0;
  if (goal.kind === 'keep') {
    return Math.max((goal.atLeast ?? -Infinity) - value, value - (goal.atMost ?? Infinity));
  }
  const from = frame.kind === 'total' && !frame.falling ? frame.whole.opening : goal.baseline;
  return Math.sign(goal.target - from) * ((measurement.expectedValue ?? value) - value);
}

/** How far the level (totals: the sum) is behind the plan. */
function levelGap(evidence: Evidence): number {
  const { frame, measurement, outlook } = evidence;
  if (frame.kind !== 'level' || frame.goal.kind === 'keep') return latestGap(evidence);
  return Math.sign(frame.goal.target - frame.goal.baseline) * ((measurement.expectedValue ?? 0) - outlook.levelNow);
}

function totalBehind({ frame, measurement, requiredPerPeriod }: Evidence, open: Suspicion | null): Reason {
  const { value, expectedValue, target } = measurement;
  return {
    code: 'total-behind',
    done: value ?? 0,
    planned: expectedValue ?? 0,
    recent: recentRate(frame),
    required: requiredPerPeriod,
    target: target ?? 0,
    open,
  };
}

function behindReasons(evidence: Evidence, verdict: 'behind' | 'level-shift' | 'reversed'): Reason[] {
  const { frame, measurement, outlook, forecast, pace } = evidence;
  if (frame.kind === 'keep') return [limitReason(evidence)];
  const target = measurement.target ?? 0;
  const { pBehind: probability } = outlook.facts;
  const { levelNow: level, change } = outlook;
  const shift: Reason[] =
    verdict === 'level-shift' && change
      ? [{ code: 'level-shift', day: dayAtStep(frame, change.at), size: change.size, level, probability, target }]
      : [];
  if (frame.kind === 'total' && !frame.falling) return [totalBehind(evidence, null), ...shift];
  if (shift.length) return shift;
  if (verdict === 'reversed') {
    return [{ code: 'reversed', from: frame.from, to: level, forecast: forecast.p50, target, probability }];
  }
  return [{ code: 'behind', gap: levelGap(evidence), pace: pace ?? 0, probability, due: frame.due, forecast: forecast.p50, target }];
}

/** The reason of a verdict as data, the decisive one first. */
export function verdictReasons(evidence: Evidence, verdict: Verdict): Reason[] {
  const { frame, measurement, outlook, forecast, chance, pacePerPeriod, requiredPerPeriod } = evidence;
  const probability = outlook.facts.pBehind;
  const usual = outlook.sigma;
  const sum = frame.kind === 'total' || frame.kind === 'mean';
  switch (verdict) {
    case 'behind':
    case 'level-shift':
    case 'reversed':
      return behindReasons(evidence, verdict);
    case 'unlikely':
      return [
        {
          code: 'unlikely',
          chance,
          forecast: forecast.p50,
          target: measurement.target ?? 0,
          pacePerPeriod,
          requiredPace: requiredPerPeriod,
        },
      ];
    case 'watch':
      if (frame.kind === 'keep') return [limitReason(evidence)];
      if (frame.kind === 'total' && !frame.falling) return [totalBehind(evidence, suspicionOf(evidence))];
      return [{ code: 'watch', gap: levelGap(evidence), wandering: probability < WATCH, ...suspicionOf(evidence) }];
    case 'volatile':
      if (frame.kind === 'keep') return [{ code: 'slipped', latest: frame.window.at(-1)!.value, ...limitOf(evidence), usual }];
      return [{ code: 'volatile', gap: latestGap(evidence), usual, probability, sum }];
    case 'ahead':
      return [{ code: 'ahead', gap: -levelGap(evidence), forecast: forecast.p50 }];
    case 'on-plan':
      if (frame.kind === 'keep') return [insideReason(frame)];
      return [{ code: 'on-plan', gap: levelGap(evidence), usual, sum }];
  }
}

export const insideReason = (frame: Frame): Reason => ({ code: 'inside-limit', inside: insideCount(frame), periods: frame.window.length });
