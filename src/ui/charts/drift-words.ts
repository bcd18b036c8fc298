import type { EpochDay } from '../../domain/calendar.ts';
import type { DriftWords } from '../../picture/drift-picture.ts';
import { language } from '../../state/i18n.svelte.ts';
import { view } from '../../state/view.svelte.ts';

/** What the drift chart says, on the screen, on paper and in a file; `today` is the day that it is drawn for. */
export function driftWords(today: EpochDay, unit: string | null): DriftWords {
  const t = language.messages.detail.chart;
  const f = language.format;
  return {
    today: today === view.today ? t.today : f.day(today),
    target: t.target,
    median: t.median,
    whatIf: t.whatIf,
    earlierTarget: language.later.limits.earlierTarget,
    locked: language.later.limits.lockedHere,
    value: (value) => f.about(value, unit),
    day: f.month,
  };
}
