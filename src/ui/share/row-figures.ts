import type { EpochDay } from '../../domain/calendar.ts';
import type { Assessed } from '../../picture/assessed.ts';
import { language } from '../../state/i18n.svelte.ts';

/** What the board says of a key result in its columns; empty where there is nothing to say. */
export function figuresOfRow({ keyResult: { goal, unit }, assessment: a }: Assessed, asOf: EpochDay) {
  const t = language.messages;
  const f = language.format;
  const limits =
    goal.kind === 'keep'
      ? ([
          ['≥', goal.atLeast],
          ['≤', goal.atMost],
        ] as const)
      : [];
  const done = goal.kind === 'milestones' ? goal.milestones.filter(({ doneOn }) => doneOn !== null && doneOn <= asOf).length : 0;
  return {
    verdict: `${a.verdict ? t.verdict[a.verdict] : t.status[a.status]}${a.stale ? t.board.andStale : ''}`,
    current: goal.kind === 'milestones' ? `${done} / ${goal.milestones.length}` : a.value === null ? '–' : f.value(a.value, unit),
    target:
      goal.kind === 'keep'
        ? limits.flatMap(([sign, value]) => (value === null ? [] : [`${sign} ${f.value(value, unit)}`])).join(' ')
        : goal.kind === 'milestones'
          ? ''
          : f.value(goal.target, unit),
    end: a.forecast ? f.about(a.forecast.p50, unit) : '–',
    chance: a.chance === null ? '–' : f.chance(a.chance),
  };
}
