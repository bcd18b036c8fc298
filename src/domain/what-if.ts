import type { Assessment, Fan, Forecast } from './assessment.ts';
import { analyse, type Analysis, type AssessInput } from './assess.ts';
import type { KeyResult } from './objective.ts';
import { fanOfAnalysis } from './fan.ts';
import { atPace, forecastOf } from './landing.ts';
import { measure } from './measurement.ts';
import { speedOf } from './pace.ts';
import { horizonsOf } from './review.ts';
import type { Prediction } from './stats/outlook.ts';
import type { Trial } from './trial.ts';

/** What a change that is only tried would mean. */
export interface WhatIf {
  readonly progress: number | null;
  readonly chance: number | null;
  readonly forecast: Forecast | null;
  readonly requiredPerPeriod: number | null;
  readonly requiredPace: number | null;
  readonly rollup: { readonly progress: number; readonly expected: number } | null;
}

/** A key result analysed once, to be asked many times. */
export interface Prepared {
  readonly assessment: Assessment;
  readonly fan: () => Fan;
  readonly whatIf: (trial: Trial) => WhatIf;
}

const pick = ({ progress, chance, forecast, requiredPerPeriod, requiredPace, rollup }: Assessment): WhatIf => ({
  progress,
  chance,
  forecast,
  requiredPerPeriod,
  requiredPace,
  rollup,
});

/** The landing at the due date, which target and pace move but do not refit: what will happen does not depend on what is wished. */
function landingOf({ frame, outlook }: Analysis): Prediction | null {
  return frame && outlook ? outlook.expected(horizonsOf(frame).at(-1)!) : null;
}

/** True where only the target (and pace) differ, so that the present prediction answers. */
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
  const landing = landingOf(analysis);
  return {
    assessment,
    fan: () => fanOfAnalysis(analysis),
    whatIf: (trial) => {
      if (!frame || !outlook || !landing || !sameQuestion(input.keyResult, trial)) {
        return pick(analyse({ ...input, adjustment: trial }).assessment);
      }
      const goal = trial.goal && trial.goal.kind !== 'milestones' ? trial.goal : frame.goal;
      const changed = { ...frame, goal };
      const m = measure(changed);
      const prediction = atPace(landing, frame, outlook, trial.pace ?? 1);
      const { requiredPerPeriod, requiredPace } = speedOf(changed, m, outlook);
      return {
        progress: m.progress,
        chance: chanceOf(analysis, prediction, trial),
        forecast: forecastOf(frame, frame.due, prediction),
        requiredPerPeriod,
        requiredPace,
        rollup: m.rollup,
      };
    },
  };
}
