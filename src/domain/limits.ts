import type { EpochDay } from './calendar.ts';
import { frameOf, type Frame, type FrameInput } from './frame.ts';
import { eraOf, goalEras, keyResultIn, type GoalEra } from './goal-eras.ts';
import { assured, wantedSide, judgedSignal, variationOf, type Assurance, type JudgedSignal, type Variation } from './limit-answers.ts';
import { segmentLimits, type LimitPoint, type LimitSegment, type SegmentInput } from './limit-segment.ts';
import type { Datum } from './steps.ts';
import { mean } from './stats/robust.ts';

export interface ProcessLimits {
  /** History, then window; figures of a time without limits are left out. */
  readonly points: readonly LimitPoint[];
  /** Stretches with limits of their own: a revision of the goal begins a new one. Empty where there are too few figures. */
  readonly segments: readonly LimitSegment[];
  /** Members are indices into `points`; no pattern runs across a revision. */
  readonly signals: readonly JudgedSignal[];
  /** What the newest figure says; null without limits. */
  readonly variation: Variation | null;
  /** Will a kept level stay inside as it runs? Null for other goals: their limits follow the plan and cannot say. */
  readonly assurance: Assurance | null;
  /** The limits that hold now rest on fewer than 13 figures, or on those of the time before the revision. */
  readonly provisional: boolean;
  /** Figures since the last revision (or of all), of which `needed` make limits. */
  readonly figures: number;
}

/** Centre line since the start: the plan; for totals and means the planned amount per period. */
function planAt({
  goal,
  from,
  kind,
  falling,
  window,
  future,
  shareAt,
  opening,
  start,
}: Frame): (datum: Datum, before: Datum | undefined) => number {
  if (goal.kind === 'keep') return () => 0;
  const { target } = goal;
  const periods = Math.max(1, window.length + future.length);
  return ({ at }, before) => {
    if (kind === 'mean') return target;
    if (kind === 'level') return from + (target - from) * shareAt(at);
    if (falling || goal.plan.kind === 'linear') return (target - opening) / periods;
    return (target - opening) * (shareAt(at) - shareAt(before?.at ?? start));
  };
}

/** The figures of one era with their centre lines. Kept levels have one centre, their mean; others the level before the start, then the plan. */
function segmentOf({ era, frame, history, window, before }: EraData): SegmentInput {
  const lock = era.lockedOn;
  if (frame.goal.kind === 'keep') return { runs: [{ data: [...history, ...window], centre: null }], lock, keeps: true };
  const known = lock === null ? history : history.filter(({ last }) => last <= lock);
  const level = mean((known.length ? known : history).map(({ value }) => value));
  const plan = planAt(frame);
  const runs = [
    { data: history, centre: history.map(() => level) },
    { data: window, centre: window.map((datum, i) => plan(datum, window[i - 1] ?? before)) },
  ];
  return { runs: runs.filter(({ data }) => data.length), lock, keeps: false };
}

interface EraData {
  readonly era: GoalEra & { readonly lockedOn: EpochDay | null };
  readonly frame: Frame;
  readonly history: readonly Datum[];
  readonly window: readonly Datum[];
  /** The figure before the first of the window. */
  readonly before: Datum | undefined;
}

/** The figures by the goal that held; an era whose goal reads no numbers has none. */
function byEra({ keyResult, series, asOf }: FrameInput): EraData[] {
  const eras = goalEras(keyResult, asOf);
  const layout = frameOf({ keyResult: { ...keyResult, revisions: [], due: Math.max(...eras.map(({ due }) => due)) }, series, asOf });
  if (!layout) return [];
  const { history, window, measured } = layout;
  const places = window.map((datum) => eraOf(eras, datum, measured));
  // On a day before the lock nothing was locked yet.
  const locked = keyResult.limitsLockedOn ?? Infinity;
  const lock = locked <= asOf ? locked : null;
  return eras.flatMap((era, place) => {
    const frame = frameOf({ keyResult: keyResultIn(keyResult, era), series, asOf });
    if (!frame) return [];
    const first = places.indexOf(place);
    const own = window.filter((_, i) => places[i] === place);
    // A lock holds until the next revision and says nothing about figures of a later era.
    const holds = lock !== null && lock < (era.until ?? Infinity) && (place === 0 || lock > era.from);
    return [
      {
        era: { ...era, lockedOn: holds ? lock : null },
        frame,
        history: place === 0 ? history : [],
        window: own,
        before: first > 0 ? window[first - 1] : undefined,
      },
    ];
  });
}

/**
 * Natural process limits on plan residuals, for the chart: a key result is supposed to move, so limits follow its plan. One screened mean
 * moving range of history and window, none taken across the start; limits start anew with each revision of the goal, see limit-segment.ts.
 * A period that is not over is left out. Null where the key result reads no numbers.
 */
export function limitsOf(input: FrameInput): ProcessLimits | null {
  const data = byEra(input);
  if (!data.length) return null;
  const points: LimitPoint[] = [];
  const segments: LimitSegment[] = [];
  const signals: JudgedSignal[] = [];
  for (const one of data) {
    const made = segmentLimits(segmentOf(one), segments.at(-1) ?? null, points.length);
    if (!made) continue;
    points.push(...made.points);
    segments.push(made.segment);
    signals.push(...made.signals.map((signal) => judgedSignal(signal, wantedSide(one.frame.goal), points, one.frame.goal)));
  }
  const now = data.at(-1)!;
  const last = segments.at(-1);
  const newest = points.at(-1);
  const figures = now.history.length + now.window.length;
  return {
    points,
    segments,
    signals,
    variation: newest ? variationOf(signals, points.length - 1) : null,
    assurance: newest && now.frame.goal.kind === 'keep' ? assured(newest, now.frame.goal) : null,
    provisional: last?.provisional ?? true,
    figures,
  };
}
