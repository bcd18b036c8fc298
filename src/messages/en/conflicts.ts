import type { Conflict } from '../../domain/conflicts.ts';
import { besideNoise } from '../../domain/display-step.ts';
import type { Sentence } from '../describe.ts';
import type { Format } from '../format.ts';

/** Words about KPIs and OKRs that disagree. */
export const conflicts = {
  title: 'KPI and OKR disagree',
  hint: 'worth a word in the review; nothing is blocked',
  serves: 'serves',
  silence: 'Silence',
  silenced: (count: number) => `${count} silenced`,
  again: 'Warn again',

  sentence(conflict: Conflict, format: Format): Sentence {
    switch (conflict.kind) {
      case 'improves-yet-drifts': {
        const { metric, course } = conflict;
        const about = (value: number) => format.about(besideNoise(value, course?.noise ?? 0), metric.unit);
        return course
          ? {
              lead: `“${metric.name}” improves, but not fast enough`,
              rest: `: from about ${about(course.from)} to ${about(course.to)}, yet its key result is not on course. More speed, or another target?`,
            }
          : {
              lead: `“${metric.name}” meets its own target, its key result drifts`,
              rest: ': the target of the KPI and the goal of the OKR do not ask the same.',
            };
      }
      case 'worsens-unseen': {
        const { metric, course, start } = conflict;
        const about = (value: number) => format.about(besideNoise(value, course?.noise ?? 0), metric.unit);
        return course
          ? {
              lead: `“${metric.name}” gets worse, and the OKR does not see it`,
              rest: `: from about ${about(course.from)} before ${format.day(start)} to about ${about(course.to)}, while every key result that it serves is fine.`,
            }
          : {
              lead: `“${metric.name}” misses its own target, its key results are fine`,
              rest: ': the OKR asks for less than the KPI.',
            };
      }
      case 'steps-without-numbers':
        return {
          lead: 'Work done, numbers unmoved',
          rest: ': the work goes as planned, the numbers are off track. Does this work bring the result?',
        };
      case 'numbers-without-steps':
        return {
          lead: 'Numbers move without the steps',
          rest: ': the numbers are fine although steps are overdue. Are these steps needed?',
        };
    }
  },
};
