import type { EpochDay } from '../../domain/calendar.ts';
import type { Assessed } from '../../picture/assessed.ts';
import { language } from '../../state/i18n.svelte.ts';

/** Where a key result stands on a day, and where it is to go; empty where there is nothing to say. The words of the map are at hand. */
export function rowFigure({ keyResult: { goal, unit }, assessment }: Assessed, asOf: EpochDay): { value: string; target: string } {
  const f = language.format;
  if (goal.kind === 'milestones') {
    const done = goal.milestones.filter(({ doneOn }) => doneOn !== null && doneOn <= asOf).length;
    return { value: `${done} / ${goal.milestones.length}`, target: '' };
  }
  const limits = (atLeast: number | null, atMost: number | null) =>
    [atLeast === null ? '' : `≥ ${f.value(atLeast, unit)}`, atMost === null ? '' : `≤ ${f.value(atMost, unit)}`].filter(Boolean).join(' ');
  return {
    value: assessment.value === null ? '' : f.value(assessment.value, unit),
    target: goal.kind === 'keep' ? limits(goal.atLeast, goal.atMost) : language.group('map').target(f.value(goal.target, unit)),
  };
}
