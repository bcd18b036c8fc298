import type { Assessment, Fan, Forecast, Status } from './assessment.ts';
import { analyse, type Analysis, type AssessInput } from './assess.ts';
import type { Grain } from './calendar.ts';
import { bestStretch, type Stretch } from './best-stretch.ts';
import { endProgressOf, type EndProgress } from './end-progress.ts';
import type { KeyResult } from './objective.ts';
import { fanOfAnalysis } from './fan.ts';
import { frameOf } from './frame.ts';
import { glidepathOf, type GlideStep } from './glidepath.ts';
import { forecastOf, NOTHING_SUPPOSED, predictionAt } from './landing.ts';
import { measure } from './measurement.ts';
import { speedOf } from './pace.ts';
import { horizonsOf } from './review.ts';
import type { Prediction } from './stats/outlook.ts';
import { applyAdjustment, type Trial } from './trial.ts';

/** What a change that is only tried would mean. */
export interface WhatIf {
  /** The verdict as it would be; while only target, pace or events are tried, the one of today. */
  readonly status: Status;
  readonly progress: number | null;
  readonly chance: number | null;
  readonly forecast: Forecast | null;
  readonly requiredPerPeriod: number | null;
  readonly requiredPace: number | null;
  readonly rollup: { readonly progress: number; readonly expected: number } | null;
  /** Where it is expected to end. */
  readonly end: EndProgress | null;
}

/** A key result analysed once, to be asked many times. */
export interface Prepared {
  readonly assessment: Assessment;
  /** With nothing tried. */
  readonly now: WhatIf;
  readonly fan: () => Fan;
  readonly whatIf: (trial: Trial) => WhatIf;
  /** Its figures add up to what is wanted (totals, means over the time); else a level is. */
  readonly sums: boolean;
  /** Grain of its figures. */
  readonly grain: Grain;
  /** What each period to come must bring, see glidepath.ts. */
  readonly glidepath: (trial: Trial) => readonly GlideStep[];
  /** The best that its KPI ever did over some periods in a row, see best-stretch.ts. */
  readonly best: () => Stretch | null;
}

function whatIfOf({ assessment, frame, outlook, supposed = NOTHING_SUPPOSED }: Analysis): WhatIf {
  const { status, progress, chance, forecast, requiredPerPeriod, requiredPace, rollup } = assessment;
  const end = endProgressOf(assessment, frame, outlook, supposed);
  return { status, progress, chance, forecast, requiredPerPeriod, requiredPace, rollup, end };
}

/** True where only the target (and pace and events) differ, so that the present prediction answers. */
function sameQuestion(keyResult: KeyResult, { goal, due, nextValues }: Trial): boolean {
  if (due !== undefined && due !== keyResult.due) return false;
  if (nextValues?.length) return false;
  if (!goal) return true;
  const now = keyResult.goal;
  if (goal.kind === 'keep') return now.kind === 'keep';
  if (goal.kind === 'milestones' || now.kind === 'milestones' || now.kind === 'keep') return false;
  const sameWay = (goal.target - goal.baseline) * (now.target - now.baseline) > 0;
  return goal.kind === now.kind && goal.baseline === now.baseline && sameWay;
}

/** P(the reading at the due date meets another target or other limits). */
function chanceOf({ frame, outlook }: Analysis, prediction: Prediction, trial: Trial): number | null {
  if (!frame || !outlook) return null;
  const { goal } = trial;
  if (!goal || goal.kind === 'milestones') return outlook.chance(prediction);
  if (goal.kind === 'keep') return outlook.chanceWithin(prediction, goal.atLeast, goal.atMost);
  const periods = frame.window.length + frame.future.length;
  if (frame.kind === 'level') return outlook.chanceOf(prediction, goal.target);
  if (frame.kind === 'mean') return outlook.chanceOf(prediction, (goal.target - goal.baseline) * periods);
  return outlook.chanceOf(prediction, goal.target - (frame.falling ? goal.baseline : frame.opening));
}

/** Analyses a key result once; each `whatIf` then costs a fraction of a millisecond, and refits only where due date or values change. */
export function prepare(input: AssessInput): Prepared {
  const analysis = analyse(input);
  const { frame, outlook, assessment } = analysis;
  const glidepath = (trial: Trial): readonly GlideStep[] => {
    const tried = frameOf(applyAdjustment(input, trial));
    if (!tried) return [];
    const { value, baseline } = measure(tried);
    const stands = value ?? baseline;
    return stands === null ? [] : glidepathOf(tried, { level: outlook?.levelNow ?? stands, value: stands });
  };
  return {
    sums: frame !== null && frame.kind !== 'level' && frame.kind !== 'keep',
    grain: frame?.grain ?? 'week',
    glidepath,
    best: () => frame && bestStretch(frame),
    assessment,
    now: whatIfOf(analysis),
    fan: () => fanOfAnalysis(analysis),
    whatIf: (trial) => {
      if (!frame || !outlook || !sameQuestion(input.keyResult, trial)) return whatIfOf(analyse({ ...input, adjustment: trial }));
      const supposed = { pace: trial.pace ?? 1, events: trial.events ?? input.events ?? [] };
      const goal = trial.goal && trial.goal.kind !== 'milestones' ? trial.goal : frame.goal;
      const changed = { ...frame, goal };
      const m = measure(changed);
      // What will happen does not depend on what is wished: target and pace move the prediction's use, they do not refit it.
      const prediction = predictionAt(frame, outlook, horizonsOf(frame).at(-1)!, supposed);
      const forecast = forecastOf(frame, frame.due, prediction);
      const { requiredPerPeriod, requiredPace } = speedOf(changed, m, outlook);
      const { status } = assessment;
      return {
        status,
        progress: m.progress,
        chance: chanceOf(analysis, prediction, trial),
        forecast,
        requiredPerPeriod,
        requiredPace,
        rollup: m.rollup,
        end: endProgressOf({ status, progress: m.progress, expected: m.expected, forecast }, changed, outlook, supposed),
      };
    },
  };
}
