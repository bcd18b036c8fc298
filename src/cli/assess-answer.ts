import type { Assessment, Reason } from '../domain/assessment.ts';
import { isoOf, type Grain } from '../domain/calendar.ts';
import { describe, sentenceText } from '../messages/describe.ts';
import { messages } from '../messages/en.ts';
import { createFormat } from '../messages/format.ts';

const format = createFormat('en');

const DAYS = new Set(['day', 'due', 'start', 'next']);

/** The facts of a reason with days as ISO dates. */
const written = (reason: Reason) =>
  Object.fromEntries(
    Object.entries(reason).map(([key, value]) => [key, DAYS.has(key) && typeof value === 'number' ? isoOf(value) : value]),
  );

/** One key result as `assess` prints it. */
export function answerOf(id: unknown, assessment: Assessment, context: { unit: string | null; grain: Grain | null }, title?: string) {
  const { status, verdict, stale, value, valueDay, progress, expected, chance, forecast, pace, requiredPace } = assessment;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    value,
    valueDate: valueDay === null ? null : isoOf(valueDay),
    progress,
    expected,
    status,
    verdict,
    stale,
    chanceToHit: chance,
    chanceIfPlanResumes: assessment.chanceIfPlanResumes,
    chanceIfNothingChanges: assessment.chanceIfNothingChanges,
    forecast: forecast && { date: isoOf(forecast.day), p10: forecast.p10, p50: forecast.p50, p90: forecast.p90 },
    pace,
    requiredPace,
    reasons: assessment.reasons.map(written),
    sentence: sentenceText(describe(assessment, context, messages, format)),
  };
}
