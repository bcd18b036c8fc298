import type { Frame } from './frame.ts';
import type { MetricEvent } from './metric-event.ts';
import { horizonsOf } from './review.ts';
import { mixtureMean, transform } from './stats/mixture.ts';
import type { Outlook, Prediction } from './stats/outlook.ts';
import type { Span } from './steps.ts';

/** What events do to a figure: x → factor·x + amount. */
interface Move {
  readonly factor: number;
  readonly amount: number;
}

const STILL: Move = { factor: 1, amount: 0 };

/** Last day that the figures cover: what began by then shows in them already. */
const lastKnown = ({ window, history, start }: Frame): number => (window.at(-1) ?? history.at(-1))?.last ?? start - 1;

/** Events that the figures cannot know yet, in the order of their days. */
export function eventsToCome(frame: Frame, events: readonly MetricEvent[]): readonly MetricEvent[] {
  const known = lastKnown(frame);
  return events
    .filter(({ day, notedOn }) => notedOn <= frame.asOf && day > known && day <= (frame.future.at(-1)?.last ?? frame.due))
    .sort((a, b) => a.day - b.day);
}

/**
 * Share of a period that an event touches. One-off: the period in which it falls, whole. A level is measured on one day: what began by then is
 * in it.
 */
function touched({ day, lasting }: MetricEvent, span: Span, before: number): number {
  if (!lasting) return day > before && day <= span.last ? 1 : 0;
  if (span.first === span.last) return day <= span.last ? 1 : 0;
  return Math.min(1, Math.max(0, (span.last - day + 1) / (span.last - before)));
}

function moveIn(events: readonly MetricEvent[], span: Span, before: number): Move {
  return events.reduce(({ factor, amount }, event) => {
    const by = touched(event, span, before) * event.size.by;
    return event.size.kind === 'share' ? { factor: factor * (1 + by), amount: amount * (1 + by) } : { factor, amount: amount + by };
  }, STILL);
}

/** What the events do to each period to come. */
function movesOf({ future }: Frame, events: readonly MetricEvent[], known: number): readonly Move[] {
  return future.map((span, i) => moveIn(events, span, i ? future[i - 1]!.last : known));
}

const mean = (moves: readonly Move[], of: number): Move => ({
  factor: 1 + moves.reduce((sum, { factor }) => sum + factor - 1, 0) / of,
  amount: moves.reduce((sum, { amount }) => sum + amount, 0) / of,
});

/** A level is where its last period is; a mean of several periods is moved by all of them. */
function levelMoved(prediction: Prediction, { factor, amount }: Move, near: number): Prediction {
  const { toUnit, mixture } = prediction;
  return { ...prediction, mixture: transform(mixture, factor, toUnit(factor * near + amount) - factor * toUnit(near)) };
}

/** A sum is moved period by period: each by what it is expected to bring. */
function sumMoved(prediction: Prediction, { frame, outlook, pace, count, moves }: Question & { moves: readonly Move[] }): Prediction {
  const { kind, goal, falling, window, future } = frame;
  if (goal.kind === 'keep') return prediction;
  const origin = kind === 'mean' ? goal.baseline : falling ? goal.baseline / (window.length + future.length) : 0;
  let before = window.reduce((sum, { value }) => sum + value - origin, 0);
  let [all, kept, change] = [0, 0, 0];
  for (const horizon of horizonsOf(frame)) {
    if (horizon.count > count) break;
    const { mixture, toValue } = outlook.expected(horizon);
    const total = toValue(mixtureMean(mixture));
    const amount = pace * (total - before + origin);
    const { factor, amount: added } = moves[horizon.count - 1] ?? STILL;
    before = total;
    all += amount;
    kept += factor * amount;
    change += (factor - 1) * amount + added;
  }
  const spread = all > 0 && kept > 0 ? kept / all : 1;
  const { mixture, toUnit } = prediction;
  const by = toUnit(change) - toUnit(0);
  return { ...prediction, mixture: transform(mixture, spread, (1 - spread) * mixtureMean(mixture) + by) };
}

/** What is asked of the events: a horizon of a key result, with the pace that is tried on it. */
interface Question {
  readonly frame: Frame;
  readonly outlook: Outlook;
  readonly pace: number;
  /** Periods away, as in Horizon. */
  readonly count: number;
}

/**
 * The prediction with the known headwinds and tailwinds in it. Levels are moved by what is in force in the last period; sums and means by
 * what each period loses or gains. The noise of a share moves with it, that of an amount stays. Events that the figures know already, or that
 * nobody had written down by the day of the frame, change nothing.
 */
export function withEvents(prediction: Prediction, events: readonly MetricEvent[], question: Question): Prediction {
  const { frame, outlook, count } = question;
  const coming = events.length ? eventsToCome(frame, events) : events;
  if (!coming.length) return prediction;
  const moves = movesOf(frame, coming, lastKnown(frame));
  if (frame.kind !== 'level' && frame.kind !== 'keep') return sumMoved(prediction, { ...question, moves });
  const end = Math.min(Math.max(1, count), moves.length);
  const last = moves.slice(Math.max(0, end - frame.smooth), end);
  return levelMoved(prediction, mean(last, frame.smooth), outlook.levelNow);
}
