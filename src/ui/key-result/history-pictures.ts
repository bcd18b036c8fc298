import { civilOf, type EpochDay } from '../../domain/calendar.ts';
import type { KeyResult } from '../../domain/objective.ts';
import type { PastVerdict } from '../../domain/past-verdicts.ts';
import { confidenceMarks, type SaidPoint } from '../../picture/confidence-marks.ts';
import type { Mark } from '../../picture/mark.ts';
import { sheet, type Body } from '../../picture/sheet.ts';
import { stripMarks } from '../../picture/strip-marks.ts';
import { language } from '../../state/i18n.svelte.ts';
import { footOfPicture, paper } from '../charts/paper.ts';

const onSheet = (title: string, sentence: string, body: Body): Mark =>
  sheet({ title, sentences: sentence ? [sentence] : [], foot: footOfPicture() }, body, paper(), [title, sentence].join('. '));

/** What was said at each reading of a key result up to a day, beside the common rule. */
export function stripPicture({ title, revisions }: KeyResult, past: readonly PastVerdict[], home: EpochDay, sentence: string): Mark {
  const words = language.time;
  const f = language.format;
  const yearOf = (day: EpochDay) => civilOf(day).year;
  const days = past.map(({ day }) => day);
  // The year is said where it begins, if there is more than one.
  const label = (day: EpochDay, before: EpochDay | undefined) => (yearOf(before ?? home) === yearOf(day) ? f.day(day) : f.dayYear(day));
  const since = revisions.findLast(({ day }) => day > (days.at(-1) ?? home) && day <= home);
  const cells = [
    ...past.map((one, i) => ({ label: label(one.day, days[i - 1]), past: one, revised: one.revised })),
    ...(since ? [{ label: label(since.day, days.at(-1)), past: null, revised: true }] : []),
  ];
  return onSheet(`${title} · ${words.title}`, sentence, stripMarks(cells, { ...words, status: language.messages.status }));
}

/** What people said of their confidence against what was computed on those days. */
export function confidencePicture(title: string, points: readonly SaidPoint[], sentence: string): Mark {
  const { history, said, computed } = language.group('meeting').checkIn;
  return onSheet(`${title} · ${history}`, sentence, confidenceMarks(points, { said, computed, day: language.format.day }));
}
