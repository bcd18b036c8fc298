import type { Part } from '../../domain/four-parts.ts';
import type { Warning, WarningCode } from '../../domain/guidance.ts';
import type { Format } from '../format.ts';

/** A kind of warning: what it is called, why it matters, what to do. */
export interface Advice {
  readonly title: string;
  readonly why: string;
  readonly todo: string;
}

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const PART: Record<Part, string> = {
  target: 'target',
  'time-frame': 'time frame',
  source: 'data source',
  monitoring: 'monitoring frequency',
};
const parts = (lacks: readonly Part[]) => lacks.map((part) => PART[part]).join(', ');
const EVERY = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' };

export const guidance = {
  line: (count: number) => (count === 0 ? 'Nothing else to look at' : `${s(count, 'thing')} worth a look`),
  hint: 'Advice on how the OKRs are made. Nothing is blocked.',
  /** After the title of a kind, in one line with it. */
  being: (fact: string) => `: ${fact}.`,
  silence: 'Silence',
  silenceAll: 'Silence all of these',
  again: 'Bring back',
  silenced: (count: number) => `${count} silenced`,
  more: (count: number) => `${count} more`,

  advice: {
    'no-key-results': {
      title: 'Objective without key results',
      why: 'Nobody can tell whether it was reached.',
      todo: 'Add two or three key results, or hang the objectives that carry it below it.',
    },
    'met-at-start': {
      title: 'Target already met at the start',
      why: 'What is there already asks nothing of anybody, and counts as progress all the same.',
      todo: 'Set a target beyond it, or make it a limit to keep.',
    },
    'no-baseline': {
      title: 'Baseline looks as if it was never set',
      why: 'Progress is measured from the baseline; from 0, most of it seems done before anybody began.',
      todo: 'Edit the key result and use the level of its history as the baseline.',
    },
    'not-linked': {
      title: 'Key result linked to no KPI',
      why: 'Without figures there is no verdict, only opinion.',
      todo: 'Link it to a KPI, or make it a manual goal and check in by hand.',
    },
    'same-base': {
      title: 'Key results that count the same figures',
      why: 'One success, or one failure, is counted twice.',
      todo: 'Give one of them another KPI or filter, or keep only one.',
    },
    'heavy-weight': {
      title: 'One key result weighs nearly everything',
      why: 'The others hardly move the objective, whatever happens to them.',
      todo: 'Even out the weights, or drop what does not matter.',
    },
    'few-key-results': {
      title: 'Fewer than two key results',
      why: 'A single figure can be reached at the cost of what it is meant for.',
      todo: 'Add one that would show the damage: quality beside quantity.',
    },
    'many-key-results': {
      title: 'More than five key results',
      why: 'What is all important is not: attention spreads thin.',
      todo: 'Keep the ones that decide; leave the rest to the KPIs.',
    },
    'many-objectives': {
      title: 'Many objectives for one owner',
      why: 'Nobody pushes so many things at once: some of them will only be reported.',
      todo: 'Choose, hand some on, or move some to the next cycle.',
    },
    'longer-than-a-year': {
      title: 'Longer than a year',
      why: 'Too far away to steer by: drift shows too late to do anything.',
      todo: 'Keep the direction, and cut the part that this year should bring.',
    },
    'old-data': {
      title: 'Data older than they are looked at',
      why: 'The verdict speaks of the past; what went wrong since is not in it.',
      todo: 'Bring the newest file, or say honestly how often the KPI is looked at.',
    },
    'lacks-parts': {
      title: 'KPI that lacks one of its four parts',
      why: 'Without target, time, source and frequency it is a name, not a KPI.',
      todo: 'Fill in what lacks under KPIs.',
    },
    'serves-nothing': {
      title: 'KPI that serves no objective',
      why: 'It is measured, but nothing that is wanted depends on it.',
      todo: 'Make a key result of it, or keep it as a health figure and silence this.',
    },
  } satisfies Record<WarningCode, Advice> as Record<WarningCode, Advice>,

  /** One case, with its numbers. */
  fact(warning: Warning, format: Format): string {
    switch (warning.code) {
      case 'no-key-results':
        return 'no key result yet';
      case 'few-key-results':
      case 'many-key-results':
        return s(warning.count, 'key result');
      case 'many-objectives':
        return `${s(warning.objectives.length, 'objective')} in ${warning.cycle.name}; up to ${warning.limit} can be minded`;
      case 'heavy-weight':
        return `“${warning.heaviest.title}” weighs ${format.percent(warning.share)}`;
      case 'longer-than-a-year':
        return `takes ${s(warning.days, 'day')}`;
      case 'not-linked':
        return 'no KPI brings its figures';
      case 'no-baseline':
        return `begins at 0, while the history says about ${format.about(warning.level, warning.keyResult.unit)}`;
      case 'met-at-start':
        return warning.level === null
          ? 'every step was done before it began'
          : `the history was at about ${format.about(warning.level, warning.keyResult.unit)} already`;
      case 'same-base':
        return `read by ${warning.keyResults.map(({ title }) => `“${title}”`).join(' and ')}`;
      case 'old-data':
        return `${s(warning.days, 'day')} old, looked at every ${EVERY[warning.monitoring]}`;
      case 'lacks-parts':
        return `lacks ${parts(warning.lacks)}`;
      case 'serves-nothing':
        return warning.lacks.length ? `lacks ${parts(warning.lacks)} as well` : 'has its four parts';
    }
  },
};
