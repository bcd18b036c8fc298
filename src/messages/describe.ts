import { isFurther, type Assessment, type FurtherReason, type Reason } from '../domain/assessment.ts';
import type { Grain } from '../domain/calendar.ts';
import type { Format } from './format.ts';
import type { Messages } from './en.ts';

/** What a sentence needs to know beside the facts. */
export interface SentenceContext {
  readonly unit: string | null;
  readonly grain: Grain | null;
}

/** One sentence of evidence; `lead` is the decisive phrase. */
export interface Sentence {
  readonly lead: string;
  readonly rest: string;
}

/** One line of the evidence: what, how much, and what that means. */
export interface EvidenceLine {
  readonly term: string;
  readonly figure: string;
  readonly note: string;
}

/** Words for the fact that decides a verdict. */
export const describeReason = (
  reason: Exclude<Reason, FurtherReason>,
  context: SentenceContext,
  messages: Messages,
  format: Format,
): Sentence => messages.reasons(reason, context, format);

/** The one sentence of a verdict: its first reason. */
export function describe(assessment: Assessment, context: SentenceContext, messages: Messages, format: Format): Sentence {
  const first = assessment.reasons[0];
  return first && !isFurther(first) ? describeReason(first, context, messages, format) : { lead: '', rest: '' };
}

export const sentenceText = (sentence: Sentence): string => sentence.lead + sentence.rest;
