import type { Fan } from '../domain/assessment.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { SignalMeaning } from '../domain/limit-answers.ts';
import type { Rule } from '../domain/stats/run-rules.ts';

export interface DayValue {
  readonly day: EpochDay;
  readonly value: number;
}

export interface LimitAt {
  readonly day: EpochDay;
  readonly low: number;
  readonly high: number;
}

/** Planned paths as they were and are. */
export interface PlanLines {
  /** The path that holds now, since the last revision. */
  readonly now: readonly DayValue[];
  /** The other bound of a band. */
  readonly otherBound: readonly DayValue[];
  /** Paths that revisions replaced, each while it held. */
  readonly earlier: readonly (readonly DayValue[])[];
  /** How they would have gone on, to their targets. */
  readonly abandoned: readonly (readonly DayValue[])[];
  /** Targets that were replaced and differ from today's, the newest first. */
  readonly earlierTargets: readonly number[];
}

/** A figure that the limits call unusual. */
export interface MarkedFigure extends DayValue {
  readonly meaning: SignalMeaning;
  /** The patterns that it is part of. */
  readonly rules: readonly Rule[];
}

/** Everything that the chart of one key result draws, in its unit. */
export interface DriftPicture {
  readonly start: EpochDay;
  readonly due: EpochDay;
  readonly today: EpochDay;
  /** Figures before the start. */
  readonly history: readonly DayValue[];
  readonly actual: readonly DayValue[];
  /** Every member of a pattern, once. */
  readonly signals: readonly MarkedFigure[];
  readonly plan: PlanLines;
  /** Limits of each stretch between revisions. */
  readonly limits: readonly (readonly LimitAt[])[];
  /** Day at which limits were locked. */
  readonly lockedOn: EpochDay | null;
  readonly fan: Fan;
  readonly notes: readonly { readonly day: EpochDay; readonly number: number; readonly kind: 'check-in' | 'revision' }[];
}

export interface DriftInk {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly strong: string;
  readonly accent: string;
  readonly surface: string;
  readonly on: string;
  readonly risk: string;
}

export interface DriftWords {
  readonly today: string;
  readonly target: string;
  readonly median: string;
  readonly whatIf: string;
  readonly earlierTarget: string;
  readonly locked: string;
  readonly value: (value: number) => string;
  readonly day: (day: EpochDay) => string;
}
