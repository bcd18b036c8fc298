import type { ContributionCheck, ContributionDoubt } from '../../domain/contribution-check.ts';
import type { Format } from '../format.ts';

type NameOf = (keyResultId: string) => string;
const points = (share: number, f: Format) => f.rate(share, '%');
const size = (share: number, f: Format) => f.difference(Math.abs(share), '%');

/** Words about a KPI that is taken apart into key results. */
export const contributions = {
  title: 'KPIs taken apart',
  hint: 'which key results carry a KPI together, and whether that is enough',
  takeApart: 'Take a KPI apart…',
  takeApartThis: 'Take apart',
  dialog: 'Take a KPI apart into key results',
  metric: 'KPI',
  noMetric: 'no column measures it',
  name: 'Name',
  nameOf: (metric: string, wanted: string) => `${metric} ${wanted}`,
  base: 'Base: what all shares are of',
  useBase: { 'last-year': (value: string) => `same time last year: ${value}`, history: (value: string) => `as it ran before: ${value}` },
  wanted: 'Wanted change, % of the base',
  whole: 'Key result that wants the whole',
  noWhole: 'none',
  parts: 'Parts',
  part: 'Key result',
  planned: 'Planned share',
  plannedHint: 'in points of the base, e.g. −8 of −10',
  addPart: 'Add a part',
  removePart: (title: string) => `Take out: ${title}`,
  delete: 'Give the breakdown up',
  edit: 'Edit',
  columns: { part: 'Part', planned: 'To carry', done: 'Carried', expected: 'Planned by now', step: 'In step' },
  inStep: 'in step',
  behind: 'behind its plan',
  noFigure: 'no figure yet',
  offBoard: 'not on the board',
  then: '; ',
  of: (wanted: string, base: string) => `${wanted} of ${base}`,
  barLabel: (coverage: string) => `${coverage} of the wanted change is planned`,
  coverage({ coverage, gap }: ContributionCheck, f: Format): string {
    if (gap > 0) return `${f.percent(coverage)} covered: ${size(gap, f)} are carried by nobody`;
    return gap < 0 ? `${size(gap, f)} more planned than wanted` : 'fully covered';
  },
  sums({ done, expected, shown, unexplained }: ContributionCheck, f: Format): string {
    const said = done === null ? 'not every part has a figure yet' : `the parts say ${points(done, f)}`;
    const plan = done === null || expected === null ? '' : ` (planned by now ${points(expected, f)})`;
    if (shown === null) return said + plan;
    const rest = unexplained === null ? '' : Math.abs(unexplained) < 0.0005 ? '; they agree' : `: ${size(unexplained, f)} are unexplained`;
    return `${said}${plan}, the KPI says ${points(shown, f)}${rest}`;
  },
  doubt(doubt: ContributionDoubt, nameOf: NameOf): string {
    switch (doubt.code) {
      case 'same-figures':
        return `Counted twice: “${nameOf(doubt.parts[0])}” and “${nameOf(doubt.parts[1])}” read the same figures.`;
      case 'reads-whole':
        return `“${nameOf(doubt.part)}” reads the whole KPI, so it is not a part of it.`;
      case 'counted-elsewhere':
        return `Counted twice: “${nameOf(doubt.part)}” is a part of “${doubt.other.name}”, too.`;
      case 'other-source':
        return `“${nameOf(doubt.part)}” comes from another file or sheet than the KPI: the two may not add up.`;
      case 'pulls-away':
        return `“${nameOf(doubt.part)}” is planned in the other direction.`;
    }
  },
  doubts: (count: number) => (count === 1 ? '1 doubt' : `${count} doubts`),
  none: 'No KPI is taken apart yet. A KPI such as ‘cost −10%’ can be split into the key results that carry it, and is then checked for gaps and for what counts twice.',
};
