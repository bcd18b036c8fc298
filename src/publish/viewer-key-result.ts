import { fanOf } from '../domain/fan.ts';
import type { EpochDay } from '../domain/calendar.ts';
import { limitsOf } from '../domain/limits.ts';
import { describe } from '../messages/describe.ts';
import { createFormat, type Format } from '../messages/format.ts';
import type { Messages } from '../messages/en.ts';
import { LOCALES, type Locale } from '../messages/locale.ts';
import type { Assessed } from '../picture/assessed.ts';
import { chartNotes } from '../picture/chart-notes.ts';
import type { DriftPicture } from '../picture/drift-picture.ts';
import { pictureOf } from '../picture/picture-of.ts';
import type { Said, ViewerFact, ViewerKeyResult, ViewerNote } from './viewer-board.ts';

export type AllMessages = Readonly<Record<Locale, Messages>>;

/** Says something in every language. */
export type Say = (text: (messages: Messages, format: Format) => string) => Said;

export function sayIn(all: AllMessages): Say {
  const languages = LOCALES.map((locale) => [all[locale], createFormat(locale)] as const);
  return (text) => {
    const texts = languages.map(([messages, format]) => text(messages, format));
    return texts.every((one) => one === texts[0]) ? texts[0]! : texts;
  };
}

/** Figures to six digits: more cannot be seen in a drawing, and makes the file long. */
const shortened = (picture: DriftPicture): DriftPicture =>
  JSON.parse(
    JSON.stringify(picture, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
    ),
  ) as DriftPicture;

function pictureFor(row: Assessed, asOf: EpochDay): DriftPicture | null {
  const { keyResult, series, events } = row;
  if (keyResult.sealed || keyResult.goal.kind === 'milestones') return null;
  const picture = pictureOf(row, fanOf({ keyResult, series, events, asOf }), asOf, limitsOf({ keyResult, series, asOf }));
  return picture.actual.length || picture.history.length ? shortened(picture) : null;
}

function targetOf({ goal, unit }: Assessed['keyResult'], f: Format): string {
  if (goal.kind === 'milestones') return String(goal.milestones.length);
  if (goal.kind !== 'keep') return f.value(goal.target, unit);
  const { atLeast, atMost } = goal;
  return [atLeast === null ? '' : `≥ ${f.value(atLeast, unit)}`, atMost === null ? '' : `≤ ${f.value(atMost, unit)}`]
    .filter(Boolean)
    .join(' ');
}

function notesOf({ keyResult }: Assessed, asOf: EpochDay, say: Say): readonly ViewerNote[] {
  const { unit, checkIns, revisions } = keyResult;
  const numbers = new Map(chartNotes(keyResult, asOf).map(({ id, number }) => [id, number]));
  return [
    ...checkIns.map(({ id, day, note, value, confidence, by }) => ({
      number: numbers.get(id) ?? null,
      day,
      by: by ?? '',
      text: say((t, f) =>
        [value === null ? '' : f.value(value, unit), confidence === null ? '' : t.detail.confidence(confidence), note]
          .filter(Boolean)
          .join(' · '),
      ),
    })),
    ...revisions.map(({ id, day, before, reason, approver }) => ({
      number: numbers.get(id) ?? null,
      day,
      by: '',
      text: say((t, f) =>
        [
          t.detail.revised(
            `${targetOf({ ...keyResult, goal: before.goal }, f)}, ${f.dayYear(before.due)}`,
            `${targetOf(keyResult, f)}, ${f.dayYear(keyResult.due)}`,
          ),
          reason,
          approver && t.detail.approvedBy(approver),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    })),
  ]
    .filter(({ day, text }) => day <= asOf && text !== '')
    .sort((a, b) => b.day - a.day);
}

function factsOf({ keyResult, assessment: a }: Assessed, say: Say): readonly ViewerFact[] {
  if (keyResult.sealed || keyResult.goal.kind === 'milestones') return [];
  const { unit } = keyResult;
  const fact = (shown: boolean, term: (t: Messages) => string, figure: (f: Format, t: Messages) => string): ViewerFact[] =>
    shown ? [{ term: say((t) => term(t)), figure: say((t, f) => figure(f, t)) }] : [];
  return [
    ...fact(
      a.value !== null,
      (t) => t.detail.current,
      (f, t) => f.value(a.value!, unit) + (a.valueDay === null ? '' : ` · ${t.detail.through(f.day(a.valueDay))}`),
    ),
    ...fact(
      a.expectedValue !== null,
      (t) => t.detail.expected,
      (f) => f.about(a.expectedValue!, unit),
    ),
    ...fact(
      true,
      (t) => t.okr.target,
      (f) => targetOf(keyResult, f),
    ),
    ...fact(
      a.chance !== null,
      (t) => t.detail.chance,
      (f) => f.chance(a.chance!),
    ),
    ...fact(
      a.forecast !== null,
      (t) => t.detail.likelyEnd,
      (f, t) => `${f.about(a.forecast!.p50, unit)} · ${t.detail.range(f.about(a.forecast!.p10, unit), f.about(a.forecast!.p90, unit))}`,
    ),
  ];
}

/** A key result as its readers see it, judged and in words. */
export function viewerKeyResult(row: Assessed, asOf: EpochDay, say: Say): ViewerKeyResult {
  const { keyResult, series, assessment: a } = row;
  const { id, objectiveId, title, owner, unit, goal, sealed } = keyResult;
  const sentence = (part: 'lead' | 'rest') => say((t, f) => describe(a, { unit, grain: series?.grain ?? null }, t, f)[part]);
  const steps = goal.kind === 'milestones' ? goal.milestones : [];
  const done = steps.filter(({ doneOn }) => doneOn !== null && doneOn <= asOf).length;
  return {
    id,
    objective: objectiveId,
    title,
    owner,
    status: a.status,
    verdict: say((t) => (a.verdict ? t.verdict[a.verdict] : t.status[a.status]) + (a.stale ? t.board.andStale : '')),
    value: sealed ? '' : steps.length ? String(done) : a.value === null ? '' : say((_, f) => f.value(a.value!, unit)),
    target: sealed ? '' : say((_, f) => targetOf(keyResult, f)),
    progress: a.progress,
    expected: a.expected,
    chance: a.chance === null ? '' : say((_, f) => f.chance(a.chance!)),
    due: say((_, f) => f.dayYear(keyResult.due)),
    lead: sentence('lead'),
    rest: sentence('rest'),
    unit,
    facts: factsOf(row, say),
    steps: steps.map((step) => ({ title: step.title, done: step.doneOn !== null && step.doneOn <= asOf, due: step.due })),
    picture: pictureFor(row, asOf),
    notes: notesOf(row, asOf, say),
  };
}
