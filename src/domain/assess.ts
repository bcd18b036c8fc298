import { NOTHING_KNOWN, type Assessment, type Reason } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import { frameOf, isReplanned, type Frame, type FrameInput } from './frame.ts';
import { forecastOf, predictionAt, type Supposed } from './landing.ts';
import type { MetricEvent } from './metric-event.ts';
import { measure, type Measurement } from './measurement.ts';
import { assessMilestones } from './milestones.ts';
import { speedOf } from './pace.ts';
import { historyLevel } from './baseline.ts';
import { insideReason, verdictReasons, type Evidence } from './reasons.ts';
import { horizonsOf, outlookAfter, questionKind, stateAfter } from './review.ts';
import { BEHIND_POINTS, decide, isOffTrack, type ReviewState } from './stats/decide.ts';
import { assessSealed } from './sealed.ts';
import { staleReason } from './staleness.ts';
import { WANDERS } from './stats/noise.ts';
import type { Outlook } from './stats/outlook.ts';
import { MIN_TOTAL, CUTS, MIN_POINTS } from './stats/constants.ts';
import { applyAdjustment, type Trial } from './trial.ts';

export interface AssessInput extends FrameInput {
  readonly adjustment?: Trial;
  /** Headwinds and tailwinds of the KPI that it reads. */
  readonly events?: readonly MetricEvent[];
  /** State of the last review, where it is known; else it is found by replaying the data. */
  readonly previous?: ReviewState;
}

/** An assessment with what it was made of, for asking further. */
export interface Analysis {
  readonly assessment: Assessment;
  readonly frame: Frame | null;
  readonly measurement: Measurement | null;
  readonly outlook: Outlook | null;
  /** What the forecast supposes beside the figures. */
  readonly supposed?: Supposed;
}

/** Share of the level's posterior beyond the target, and readings running, that make a goal held. */
const HELD_PROBABILITY = 0.9;
const HELD_READINGS = 3;

/** How many readings in a row, up to the newest, are beyond the target; with the day of the first of them. */
function runBeyond({ window, goal }: Frame): { count: number; since: EpochDay | null } {
  if (goal.kind === 'keep') return { count: 0, since: null };
  let count = 0;
  let since: EpochDay | null = null;
  for (let i = window.length - 1; i >= 0 && (goal.target - goal.baseline) * (window[i]!.value - goal.target) >= 0; i--) {
    count++;
    since = window[i]!.first;
  }
  return { count, since };
}

const isHeld = (frame: Frame, outlook: Outlook): boolean =>
  frame.kind === 'level' && runBeyond(frame).count >= HELD_READINGS && outlook.pReached >= HELD_PROBABILITY;

/** Outcome of a key result whose time is over. */
function outcome(frame: Frame, m: Measurement): Pick<Assessment, 'status' | 'verdict' | 'chance' | 'reasons'> {
  const value = m.value ?? 0;
  const target = m.target ?? 0;
  const reached = m.reached;
  const day = runBeyond(frame).since ?? m.valueDay ?? frame.due;
  const { goal } = frame;
  // Of a band, the limit that was crossed.
  const limit = goal.kind === 'keep' && goal.atMost !== null && value > goal.atMost ? goal.atMost : target;
  const first: Reason = reached ? { code: 'achieved', manner: 'ended', value, target, day } : { code: 'missed', value, target: limit };
  const reasons: Reason[] = frame.kind === 'keep' ? [first, insideReason(frame)] : [first];
  return { status: reached ? 'achieved' : 'missed', verdict: null, chance: reached ? 1 : 0, reasons };
}

/** Facts of the goal beside the verdict. */
function furtherReasons(frame: Frame, m: Measurement, outlook: Outlook | null, held: boolean): Reason[] {
  const more: Reason[] = [];
  if (frame.kind === 'level' && m.reached && !held && !m.decided) more.push({ code: 'touched', value: m.value!, target: m.target! });
  if (outlook?.seasonal) more.push({ code: 'seasonal' });
  if (outlook && outlook.wander >= WANDERS) more.push({ code: 'wanders', alpha: outlook.wander });
  const baseline = unrepresentative(frame);
  if (baseline) more.push(baseline);
  return more;
}

/** The baseline is far from the level of the history: more than a seventh of the span, and more than its own noise. */
function unrepresentative({ kind, goal, whole, grain }: Frame): Reason | null {
  if (kind !== 'level' || goal.kind === 'keep') return null;
  const proposal = historyLevel(whole.history, grain);
  if (!proposal) return null;
  const away = Math.abs(goal.baseline - proposal.level);
  if (!(away > 0.15 * Math.abs(goal.target - goal.baseline) && away > proposal.sigma)) return null;
  return { code: 'unrepresentative-baseline', baseline: goal.baseline, level: proposal.level };
}

interface Context {
  readonly frame: Frame;
  readonly measurement: Measurement;
  readonly outlook: Outlook;
  readonly previous: ReviewState | null;
  readonly supposed: Supposed;
}

function verdictOf({ frame, measurement: m, outlook, previous, supposed }: Context, base: Assessment): Assessment {
  const horizons = horizonsOf(frame);
  const due = horizons.at(-1)!;
  const expected = predictionAt(frame, outlook, due, supposed);
  const resumed = outlook.resumed(due);
  const unchanged = outlook.unchanged(due);
  const chance = outlook.chance(expected);
  const forecast = forecastOf(frame, frame.due, expected);
  const speed = speedOf(frame, m, outlook);
  const n = frame.window.length;
  const kind = questionKind(frame);
  const elapsed = frame.observed.window.t[n - 1]! / frame.dueStep;
  const decision = decide(outlook.facts, { kind, n, elapsed, chance, latestBehind: latestBehind(frame, m), previous });
  const evidence: Evidence = { frame, measurement: m, outlook, forecast, chance, ...speed };
  const total = frame.kind === 'total';
  const held = isHeld(frame, outlook) || (m.reached && total);
  const since = runBeyond(frame).since ?? m.valueDay ?? frame.due;
  const reasons: Reason[] = held
    ? [
        {
          code: 'achieved',
          value: m.value!,
          target: m.target!,
          ...(total ? { manner: 'reached', day: m.valueDay! } : { manner: 'held', day: since }),
        },
      ]
    : verdictReasons(evidence, decision.verdict);
  return {
    ...base,
    ...speed,
    status: held ? 'achieved' : decision.status,
    verdict: held ? null : decision.verdict,
    chance: held && total ? 1 : chance,
    chanceIfPlanResumes: outlook.chance(resumed),
    chanceIfNothingChanges: unchanged && outlook.chance(unchanged),
    forecast,
    reasons: [...reasons, ...furtherReasons(frame, m, outlook, held)],
    state: { pBehind: outlook.facts.pBehind, off: isOffTrack(outlook.facts.pBehind, kind, n, previous) },
  };
}

/** Until the first figure after a change of the goal the forecast is that of the figures before it, which the change did not touch. */
function forecastBefore(input: AssessInput): Pick<Assessment, 'chance' | 'chanceIfNothingChanges' | 'forecast'> {
  const { assessment } = analyse({ ...input, keyResult: { ...input.keyResult, revisions: [] } });
  const { chance, chanceIfNothingChanges, forecast } = assessment;
  return { chance, chanceIfNothingChanges, forecast };
}

/** Latest value behind by a tenth of the span; totals: three quarters of the plan not done; keep: outside. */
function latestBehind(frame: Frame, m: Measurement): boolean {
  if (frame.kind === 'keep') return !m.reached;
  if (m.progress === null || m.expected === null) return false;
  return frame.kind === 'level' ? m.expected - m.progress >= BEHIND_POINTS : m.progress < 0.75 * m.expected;
}

/** Assessment and what it rests on. */
export function analyse(input: AssessInput): Analysis {
  const { keyResult, series, asOf } = input.adjustment ? applyAdjustment(input, input.adjustment) : input;
  if (keyResult.sealed) return { assessment: assessSealed(keyResult.sealed, asOf), frame: null, measurement: null, outlook: null };
  if (keyResult.goal.kind === 'milestones') {
    return { assessment: assessMilestones(keyResult, keyResult.goal.milestones, asOf), frame: null, measurement: null, outlook: null };
  }
  const frame = frameOf({ keyResult, series, asOf });
  if (!frame) return { assessment: NOTHING_KNOWN, frame: null, measurement: null, outlook: null };
  const m = measure(frame);
  const { baseline, target, progress, expected, expectedValue, value, valueDay, periodsLeft, rollup } = m;
  const stale = staleReason(frame, valueDay);
  const facts = { value, valueDay, baseline, target, progress, expected, expectedValue, periodsLeft, rollup };
  const base: Assessment = { ...NOTHING_KNOWN, ...facts, stale: stale !== null, ...speedOf(frame, m, null) };
  const answer = (assessment: Assessment, outlook: Outlook | null): Analysis => ({
    assessment: stale ? { ...assessment, reasons: [...assessment.reasons, stale] } : assessment,
    frame,
    measurement: m,
    outlook,
  });
  if (valueDay === null && frame.history.length === 0) return answer(base, null);
  if (m.decided) {
    const end = outcome(frame, m);
    return answer({ ...base, ...end, reasons: [...end.reasons, ...furtherReasons(frame, m, null, false)] }, null);
  }
  const n = frame.window.length;
  const outlook = outlookAfter(frame, n);
  if (!outlook) {
    const points = frame.history.length + n;
    const reason: Reason =
      n === 0
        ? { code: 'no-points-yet', start: frame.start, open: frame.partial !== null, revised: isReplanned(frame) }
        : { code: 'too-early', points, needed: MIN_TOTAL };
    const reached = frame.kind === 'total' && m.reached;
    const early: Reason = reached ? { code: 'achieved', manner: 'reached', value: m.value!, target: m.target!, day: valueDay! } : reason;
    const status = reached ? 'achieved' : frame.asOf > frame.due ? 'no-data' : 'too-early';
    const ahead = n === 0 && isReplanned(frame) && !reached ? forecastBefore(input) : null;
    return answer({ ...base, ...ahead, status, reasons: [early, ...furtherReasons(frame, m, null, false)] }, null);
  }
  // Only between the release cut and the off-track cut does it matter what the review before said: elsewhere nothing is replayed.
  const { pBehind } = outlook.facts;
  const cut = CUTS[questionKind(frame)];
  const open = n >= MIN_POINTS && pBehind >= cut.release && pBehind < cut.once;
  const previous = input.previous ?? (open ? stateAfter(frame, n - 1) : null);
  const supposed = { pace: input.adjustment?.pace ?? 1, events: input.adjustment?.events ?? input.events ?? [] };
  return { ...answer(verdictOf({ frame, measurement: m, outlook, previous, supposed }, base), outlook), supposed };
}

/**
 * Everything that can be said of one key result as of one day: pure, deterministic, from its readings up to that day. `adjustment` asks
 * what would be if the goal, the due date or the coming values were others; nothing is kept.
 */
export const assessKeyResult = (input: AssessInput): Assessment => analyse(input).assessment;
