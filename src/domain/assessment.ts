import type { EpochDay } from './calendar.ts';

export type Status = 'no-data' | 'too-early' | 'on-track' | 'at-risk' | 'off-track' | 'achieved' | 'missed';
export const VERDICTS = ['ahead', 'on-plan', 'volatile', 'watch', 'behind', 'level-shift', 'reversed', 'unlikely'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Worst first: order of attention, and of 'the worst status' of an objective. */
export const SEVERITY: readonly Status[] = ['off-track', 'missed', 'at-risk', 'no-data', 'too-early', 'on-track', 'achieved'];

/** How sure a drift is, and how many figures since the start it takes to call one. */
export interface Suspicion {
  readonly probability: number;
  readonly points: number;
  readonly needed: number;
}

/** Facts behind a verdict; numbers in the unit of the key result (fractions for '%'), words are made in messages/. */
export type Reason =
  | { readonly code: 'no-data' }
  /** The figures stayed with the sender: this is how it stood on the day by what they say. */
  | { readonly code: 'sealed'; readonly day: EpochDay; readonly progress: number; readonly expected: number | null }
  | { readonly code: 'not-begun'; readonly start: EpochDay }
  /** `open`: the first period since the start is not over; `revised`: the plan began anew with a change of the goal. */
  | { readonly code: 'no-points-yet'; readonly start: EpochDay; readonly open: boolean; readonly revised: boolean }
  | { readonly code: 'too-early'; readonly points: number; readonly needed: number }
  | {
      readonly code: 'behind';
      readonly gap: number;
      readonly pace: number;
      readonly probability: number;
      readonly due: EpochDay;
      readonly forecast: number;
      readonly target: number;
    }
  | {
      readonly code: 'level-shift';
      readonly day: EpochDay;
      readonly size: number;
      readonly level: number;
      readonly probability: number;
      readonly target: number;
    }
  | {
      readonly code: 'reversed';
      readonly from: number;
      readonly to: number;
      readonly forecast: number;
      readonly target: number;
      readonly probability: number;
    }
  | {
      readonly code: 'unlikely';
      readonly chance: number;
      readonly forecast: number;
      readonly target: number;
      readonly pacePerPeriod: number | null;
      readonly requiredPace: number | null;
    }
  /** `wandering`: behind for now, but a KPI that wanders this much may come back by itself. */
  | ({ readonly code: 'watch'; readonly gap: number; readonly wandering: boolean } & Suspicion)
  /** `sum`: the gap is that of a total so far, `usual` the noise of one period. */
  | { readonly code: 'volatile'; readonly gap: number; readonly usual: number; readonly probability: number; readonly sum: boolean }
  | { readonly code: 'slipped'; readonly latest: number; readonly limit: number; readonly side: 'below' | 'above'; readonly usual: number }
  | { readonly code: 'ahead'; readonly gap: number; readonly forecast: number }
  | { readonly code: 'on-plan'; readonly gap: number; readonly usual: number; readonly sum: boolean }
  | {
      readonly code: 'total-behind';
      readonly done: number;
      readonly planned: number;
      readonly recent: number;
      readonly required: number | null;
      readonly target: number;
      /** Where it is only suspected. */
      readonly open: Suspicion | null;
    }
  | ({
      readonly code: 'outside-limit';
      readonly latest: number;
      readonly limit: number;
      readonly side: 'below' | 'above';
      readonly run: number;
    } & Suspicion)
  | { readonly code: 'inside-limit'; readonly inside: number; readonly periods: number }
  /** A level is held since the day, a total was reached by it, everything else ended there. */
  | {
      readonly code: 'achieved';
      readonly manner: 'held' | 'reached' | 'ended';
      readonly value: number;
      readonly target: number;
      readonly day: EpochDay;
    }
  | { readonly code: 'touched'; readonly value: number; readonly target: number }
  | { readonly code: 'missed'; readonly value: number; readonly target: number }
  | { readonly code: 'milestones'; readonly done: number; readonly all: number; readonly overdue: number; readonly next: EpochDay | null }
  | { readonly code: 'stale'; readonly age: number; readonly cadence: number }
  | { readonly code: 'wanders'; readonly alpha: number }
  | { readonly code: 'seasonal' }
  | { readonly code: 'unrepresentative-baseline'; readonly baseline: number; readonly level: number };

/** Facts that stand beside a verdict and never decide it: they are never the first reason. */
export type FurtherReason = Extract<Reason, { code: 'touched' | 'stale' | 'wanders' | 'seasonal' | 'unrepresentative-baseline' }>;

const FURTHER: readonly Reason['code'][] = ['touched', 'stale', 'wanders', 'seasonal', 'unrepresentative-baseline'];
export const isFurther = (reason: Reason): reason is FurtherReason => FURTHER.includes(reason.code);

/** Range of the value at the due date (for totals: of the total). */
export interface Forecast {
  readonly day: EpochDay;
  readonly p2_5: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p97_5: number;
}

/** Forecast over the time still to come, for the fan of the chart; the last entry is the due date. */
export type Fan = readonly Forecast[];

/** Everything that can be said of one key result on one day. Fractions are fractions; null where it cannot be said. */
export interface Assessment {
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly stale: boolean;
  /** Reading now, in the unit of the key result (for totals the sum since the start). */
  readonly value: number | null;
  /** Last day that the newest datum covers. */
  readonly valueDay: EpochDay | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** (value − baseline)/(target − baseline), unclamped; keep: share of periods inside so far. */
  readonly progress: number | null;
  /** Progress that the plan expects on valueDay. */
  readonly expected: number | null;
  /** Value that the plan expects on valueDay. */
  readonly expectedValue: number | null;
  readonly chance: number | null;
  readonly chanceIfPlanResumes: number | null;
  readonly chanceIfNothingChanges: number | null;
  readonly forecast: Forecast | null;
  /** Speed so far as a share of the planned speed. */
  readonly pace: number | null;
  /** Change (reach a level) or amount (total) per period so far and needed from now on, in units per period. */
  readonly pacePerPeriod: number | null;
  readonly requiredPerPeriod: number | null;
  /** requiredPerPeriod as a share of the planned amount per period. */
  readonly requiredPace: number | null;
  /** Periods still to come until the due date. */
  readonly periodsLeft: number;
  /** Counts for the roll-up, see rollup.ts: 0–1 already grown with time. */
  readonly rollup: { readonly progress: number; readonly expected: number } | null;
  /** First reason decides the sentence; the others are further evidence. */
  readonly reasons: readonly Reason[];
  /** State to hand to the next review: hysteresis. */
  readonly state: { readonly pBehind: number; readonly off: boolean } | null;
}

/** What can be said where nothing is known. */
export const NOTHING_KNOWN: Assessment = {
  status: 'no-data',
  verdict: null,
  stale: false,
  value: null,
  valueDay: null,
  baseline: null,
  target: null,
  progress: null,
  expected: null,
  expectedValue: null,
  chance: null,
  chanceIfPlanResumes: null,
  chanceIfNothingChanges: null,
  forecast: null,
  pace: null,
  pacePerPeriod: null,
  requiredPerPeriod: null,
  requiredPace: null,
  periodsLeft: 0,
  rollup: null,
  reasons: [{ code: 'no-data' }],
  state: null,
};
