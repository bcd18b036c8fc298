import type { Fan } from '../../domain/assessment.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import type { Rule } from '../../domain/stats/run-rules.ts';

export interface DayValue {
  readonly day: EpochDay;
  readonly value: number;
}

export interface LimitAt {
  readonly day: EpochDay;
  readonly low: number;
  readonly high: number;
}

/** Everything that the chart of one key result draws, in its unit. */
export interface DriftPicture {
  readonly start: EpochDay;
  readonly due: EpochDay;
  readonly today: EpochDay;
  /** Figures before the start. */
  readonly history: readonly DayValue[];
  readonly actual: readonly DayValue[];
  /** Figures of `actual` that the limits call a signal. */
  readonly signals: readonly DayValue[];
  /** Which rules they broke. */
  readonly rules: readonly Rule[];
  readonly plan: readonly DayValue[];
  /** Plans that revisions replaced. */
  readonly earlierPlans: readonly (readonly DayValue[])[];
  readonly limits: readonly LimitAt[];
  readonly fan: Fan;
  readonly notes: readonly { readonly day: EpochDay; readonly number: number }[];
}

/** A drawn chart: what is tried is laid over it without drawing it anew, so that it follows the slider. */
export interface DrawnDrift {
  readonly showTrial: (landing: DayValue | null) => void;
  readonly destroy: () => void;
}

export interface DriftInk {
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly strong: string;
  readonly accent: string;
  readonly surface: string;
  readonly status: string;
}

export interface DriftWords {
  readonly today: string;
  readonly target: string;
  readonly median: string;
  readonly whatIf: string;
  readonly value: (value: number) => string;
  readonly day: (day: EpochDay) => string;
}
