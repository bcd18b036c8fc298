import { analyse, type Analysis, type AssessInput } from './assess.ts';
import type { EpochDay, Grain } from './calendar.ts';
import { frameOf, type Frame } from './frame.ts';
import { keyResultOn } from './goal-on.ts';
import { measure, type Measurement } from './measurement.ts';
import { goodSideOfFrame } from './good-side.ts';
import { isNaiveRed } from './naive-rule.ts';
import { WANDERS } from './stats/noise.ts';
import type { Outlook } from './stats/outlook.ts';

/** How much a KPI wanders, by the share of a deviation that its next figure keeps (0 pure noise … 1 random walk; see wanderOf). */
export type Wander = 'none' | 'little' | 'lot' | 'walk';

/** A distance in the unit of the key result, positive on the good side, with its 80% range; null where the level is as good as known. */
interface Gap {
  readonly size: number;
  readonly range: { readonly low: number; readonly high: number } | null;
}

/** The evidence behind a verdict as data, for showing it line by line; numbers in the unit of the key result. */
export interface Explanation {
  readonly kind: Frame['kind'];
  readonly grain: Grain;
  /** Last whole figure and the last day that it covers (totals and means: the amount of that period). */
  readonly latest: { readonly value: number; readonly day: EpochDay };
  /** Estimated level now; totals and means: what an average period brings at the present pace. */
  readonly level: number | null;
  /** Reading now and what the plan wants by `day`; totals: sums. Null for keep goals. */
  readonly plan: { readonly value: number; readonly day: EpochDay; readonly actual: number; readonly perPeriod: number | null } | null;
  /** Inclusive limits of a keep goal. */
  readonly limits: { readonly low: number | null; readonly high: number | null } | null;
  readonly noise: { readonly sigma: number; readonly wander: Wander; readonly seasonal: boolean } | null;
  /** Level against plan or limit now; totals and means, whose gap so far is counted and not estimated: the end against the target. */
  readonly gap: Gap | null;
  /** Totals and means: the gap so far. */
  readonly gapSoFar: number | null;
  /** The common rule: share of the expected progress, its colour, and how often it was red at the figures since the start. */
  readonly naive: { readonly share: number; readonly red: boolean; readonly reds: number; readonly reviews: number } | null;
  /** Figures that the noise was estimated from. */
  readonly figures: number;
  /** Fewer than 13 figures: noise and limits may still move (Wheeler's rule for process limits). */
  readonly provisional: boolean;
}

const ENOUGH = 13;

function wanderWord(kept: number): Wander {
  if (kept < 0.3) return 'none';
  if (kept < WANDERS) return 'little';
  return kept < 0.85 ? 'lot' : 'walk';
}

/** Value that the level now is below with probability p, by bisection on its distribution. */
function levelAt({ levelBelow, levelNow, sigma }: Outlook, p: number): number | null {
  if (!levelBelow) return null;
  let width = sigma || Math.abs(levelNow) * 1e-9 || 1e-9;
  let [low, high] = [levelNow - width, levelNow + width];
  for (let i = 0; i < 40 && levelBelow(low) > p; i++) low -= width *= 2;
  width = high - levelNow;
  for (let i = 0; i < 40 && levelBelow(high) < p; i++) high += width *= 2;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (levelBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A range this much narrower than the noise comes of a model that takes the last figure for the level: it is not shown. */
const TOO_NARROW = 0.1;

function gapBetween(size: number, a: number, b: number, sigma: number): Gap {
  const [low, high] = [Math.min(a, b, size), Math.max(a, b, size)];
  return { size, range: high - low > TOO_NARROW * sigma ? { low, high } : null };
}

/** Which of two limits the level is nearer to or outside of, and the side on which it is good to be. */
function nearLimit(low: number | null, high: number | null, level: number): { limit: number; good: 1 | -1 } {
  const below = high === null || (low !== null && Math.abs(level - low) < Math.abs(level - high));
  return below ? { limit: low ?? 0, good: 1 } : { limit: high, good: -1 };
}

function gapOf({ assessment, frame, outlook }: Analysis, m: Measurement): Gap | null {
  if (!frame || !outlook) return null;
  const { goal, kind } = frame;
  if (kind === 'total' || kind === 'mean') {
    const { forecast, target } = assessment;
    if (!forecast || target === null) return null;
    const good = goodSideOfFrame(frame);
    return gapBetween(good * (forecast.p50 - target), good * (forecast.p10 - target), good * (forecast.p90 - target), outlook.sigma);
  }
  const [p10, p90] = [levelAt(outlook, 0.1), levelAt(outlook, 0.9)];
  if (p10 === null || p90 === null) return null;
  const { limit, good } =
    goal.kind === 'keep'
      ? nearLimit(goal.atLeast, goal.atMost, outlook.levelNow)
      : { limit: m.expectedValue ?? goal.baseline, good: goodSideOfFrame(frame) };
  return gapBetween(good * (outlook.levelNow - limit), good * (p10 - limit), good * (p90 - limit), outlook.sigma);
}

/** Average amount per period of a total or mean: at a pace of 1, as planned. */
function perPeriod({ goal, kind, falling, opening, window, future }: Frame, pace: number): number | null {
  if (goal.kind === 'keep' || (kind !== 'total' && kind !== 'mean')) return null;
  const periods = Math.max(1, window.length + future.length);
  if (kind === 'mean') return goal.baseline + (goal.target - goal.baseline) * pace;
  return falling ? (goal.baseline + (goal.target - goal.baseline) * pace) / periods : ((goal.target - opening) * pace) / periods;
}

function levelOf(frame: Frame, outlook: Outlook | null): number | null {
  if (!outlook) return null;
  return frame.kind === 'total' || frame.kind === 'mean' ? perPeriod(frame, outlook.facts.pace ?? 1) : outlook.levelNow;
}

/** How often the common rule was red at the whole figures since the start. */
function naiveReds(input: AssessInput, window: Frame['window']): number {
  let reds = 0;
  for (const { last } of window) {
    const frame = frameOf({ ...input, keyResult: keyResultOn(input.keyResult, last), asOf: last });
    const m = frame && measure(frame);
    if (m && isNaiveRed(m.progress, m.expected)) reds++;
  }
  return reds;
}

/** What a verdict rests on, line by line. Null where there are no figures since the start (and for checklists: see turning-steps.ts). */
export function explain(input: AssessInput): Explanation | null {
  const analysis = analyse(input);
  const { frame, measurement: m, outlook } = analysis;
  const last = frame?.window.at(-1);
  if (!frame || !m || !last) return null;
  const { goal, kind, history, window } = frame;
  const keeps = goal.kind === 'keep';
  const sums = kind === 'total' || kind === 'mean';
  const comparable = !keeps && m.value !== null && m.expectedValue !== null && m.valueDay !== null;
  const figures = history.length + window.length;
  return {
    kind,
    grain: frame.grain,
    latest: { value: last.value, day: last.last },
    level: levelOf(frame, outlook),
    plan: comparable ? { value: m.expectedValue!, day: m.valueDay!, actual: m.value!, perPeriod: perPeriod(frame, 1) } : null,
    limits: keeps ? { low: goal.atLeast, high: goal.atMost } : null,
    noise: outlook && { sigma: outlook.sigma, wander: wanderWord(outlook.wander), seasonal: outlook.seasonal },
    gap: gapOf(analysis, m),
    gapSoFar: sums && comparable ? goodSideOfFrame(frame) * (m.value! - m.expectedValue!) : null,
    naive:
      keeps || m.progress === null || !m.expected
        ? null
        : {
            share: m.progress / m.expected,
            red: isNaiveRed(m.progress, m.expected),
            reds: naiveReds(input, frame.whole.window),
            reviews: frame.whole.window.length,
          },
    figures,
    provisional: figures < ENOUGH,
  };
}
