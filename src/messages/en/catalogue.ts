import type { Part } from '../../domain/four-parts.ts';

const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const parts: Record<Part, string> = {
  target: 'target',
  'time-frame': 'time frame',
  source: 'data source',
  monitoring: 'monitoring frequency',
};

export const catalogue = {
  headline: (all: number, whole: number, most: Part | null, lacking: number) =>
    all === 0
      ? 'No KPIs yet'
      : `${s(all, 'KPI')}, ${whole === all ? (all === 1 ? 'with all four parts' : 'all with their four parts') : whole === 0 ? `${all === 1 ? 'not' : 'none'} with all four parts` : `${whole} with all four parts`}${most ? `; ${lacking} ${lacking === 1 ? 'lacks' : 'lack'} a ${parts[most]}` : ''}`,
  hint: 'A KPI has four parts: a measurable target, a time frame, a data source, and how often it is looked at. A bare name is none.',
  parts,
  serving: (count: number) => `${s(count, 'KPI')} that serve objectives`,
  idle: (count: number) => `${s(count, 'KPI')} that serve no objective of this cycle`,
  show: 'Show',
  all: 'All',
  lacking: (part: Part) => `without a ${parts[part]}`,
  servesNothing: 'serves nothing',
  misses: 'misses its target',
  old: 'old data',
  nothing: 'No KPI is like that.',
  columns: { newest: 'Newest figure', monitoring: 'Looked at' },
  lacks: (part: Part) => `no ${parts[part]}`,
  fromKeyResult: 'from its key result',
  standing: { meets: '✓ meets it', misses: '▲ misses it', 'not-yet': 'not there yet' },
  inTotal: 'in total',
  every: {
    day: 'every day',
    week: 'every week',
    month: 'every month',
    quarter: 'every quarter',
    'half-year': 'every half-year',
    year: 'every year',
  },
  through: (day: string) => `data to ${day}`,
  overdue: (days: number) => `${s(days, 'day')} old`,
  edit: (name: string) => `Edit the four parts of “${name}”`,
  editShort: 'Edit parts',
  form: {
    title: 'The four parts of this KPI',
    target: 'Target of the KPI itself',
    targetHint: 'What every single figure is to meet. Leave both empty to take it from the key result that reads the KPI.',
    timeFrame: 'Time frame',
    from: 'From',
    until: 'Until',
    timeFrameHint: 'When the target holds. Empty: as long as the key result.',
    monitoring: 'Monitoring frequency',
    monitoringHint: 'How often somebody is to look at it. Older data are then said to be old.',
    nobody: 'Not said',
    crossed: '“At least” must not be above “at most”.',
    noFigure: 'Not a figure.',
    reversed: 'The end is before the start, or one of the two is missing.',
  },
};
