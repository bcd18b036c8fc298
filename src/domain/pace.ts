import type { Frame } from './frame.ts';
import type { Measurement } from './measurement.ts';
import type { Outlook } from './stats/outlook.ts';

export interface Speed {
  readonly pace: number | null;
  readonly pacePerPeriod: number | null;
  readonly requiredPerPeriod: number | null;
  readonly requiredPace: number | null;
}

const NONE: Speed = { pace: null, pacePerPeriod: null, requiredPerPeriod: null, requiredPace: null };

/** Null instead of a quotient that says nothing. */
function ratio(a: number, b: number): number | null {
  const quotient = a / b;
  return b !== 0 && Number.isFinite(quotient) ? quotient : null;
}

/** Change per period since the plan began and needed from now on: from the level where the model knows it, else from the latest reading. */
function levelSpeed(frame: Frame, m: Measurement, outlook: Outlook | null): Speed {
  const { window, observed, dueStep, from } = frame;
  const target = m.target!;
  const now = window.length ? observed.window.t[window.length - 1]! : 0;
  const level = outlook?.levelNow ?? m.value ?? from;
  const requiredPerPeriod = m.periodsLeft > 0 ? ratio(target - level, m.periodsLeft) : null;
  return {
    pace: outlook?.facts.pace ?? (m.progress === null ? null : ratio(m.progress, m.expected ?? 0)),
    pacePerPeriod: window.length ? ratio(level - from, now) : null,
    requiredPerPeriod,
    requiredPace: requiredPerPeriod === null ? null : ratio(requiredPerPeriod, (target - from) / dueStep),
  };
}

/** Amount per period since the plan began and needed from now on. */
function amountSpeed(frame: Frame, m: Measurement): Speed {
  const { window, future, opening, kind } = frame;
  const periods = window.length + future.length;
  const done = periods - m.periodsLeft;
  const sum = kind === 'mean' ? m.value! * window.length : m.value! - opening;
  const needed = kind === 'mean' ? m.target! * periods : m.target! - opening;
  const requiredPerPeriod = m.periodsLeft > 0 ? ratio(needed - sum, m.periodsLeft) : null;
  const planned = ratio(needed, periods);
  return {
    pace: m.progress === null ? null : ratio(m.progress, m.expected ?? 0),
    pacePerPeriod: ratio(sum, done),
    requiredPerPeriod,
    requiredPace: requiredPerPeriod === null || planned === null ? null : ratio(requiredPerPeriod, planned),
  };
}

/** Speed so far against the planned one, and the speed that the rest of the time asks for. */
export function speedOf(frame: Frame, m: Measurement, outlook: Outlook | null): Speed {
  if (frame.kind === 'keep' || m.value === null) return NONE;
  return frame.kind === 'level' ? levelSpeed(frame, m, outlook) : amountSpeed(frame, m);
}
