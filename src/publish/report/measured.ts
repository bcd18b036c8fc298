import { at, fixed, on } from '../xlsx/cells.ts';
import { AS_OF, columnOf, dataColumn, type Block, type ColumnKey } from './places.ts';
import { isStraight } from './lines.ts';
import type { Paths } from './paths.ts';
import type { ReportRow, ReportWords } from './report.ts';

/** Formulas of one row of the board; a column that has none holds a plain value. */
export type RowFormulas = Partial<Record<ColumnKey, string>>;

const CLAMPED = (cell: string) => `MAX(0,MIN(1,${cell}))`;
const countsAs = (cell: string, share: string) => `IF(ISNUMBER(${cell}),${CLAMPED(cell)}${share},"")`;

/** What a key result that reads figures is calculated by: the same rules as its verdict (domain/measurement.ts), in cells. */
export function measuredFormulas(
  { row, lines, counting, first, last }: Block,
  here: number,
  paths: Paths,
  { report }: ReportWords,
): RowFormulas {
  if (last < first) return {};
  const { frame, open } = lines;
  const { goal, kind } = frame;
  const { assessment, keyResult } = row;
  const own = (key: ColumnKey) => at(here, columnOf(key));
  const data = (key: Parameters<typeof dataColumn>[0], from: number, to = from) =>
    `${on(report.sheets.data, at(from, dataColumn(key)))}${to === from ? '' : `:${at(to, dataColumn(key))}`}`;
  const asOf = fixed(...AS_OF);
  const counts = counting <= last;
  const value = assessment.value === null ? {} : { value: data('reading', last) };
  const through = assessment.valueDay === null ? {} : { through: open ? `MIN(${asOf},${data('last', last)})` : data('last', last) };

  if (goal.kind === 'keep' || kind === 'mean' || frame.falling) {
    const all = frame.window.length + frame.future.length;
    const whole = counts ? `COUNT(${data('reading', counting, open ? last - 1 : last)})` : '0';
    const closed = open && counting === last ? '0' : whole;
    const part = open ? `+(${asOf}-${data('first', last)}+1)/(${data('last', last)}-${data('first', last)}+1)` : '';
    const gone = all > 0 ? { gone: `(${closed}${part})/${all}` } : {};
    const share = `*${own('gone')}`;
    const counted = { counted: countsAs(own('progress'), share), countedPlan: `${own('gone')}` };
    if (assessment.progress === null) return { ...value, ...through, ...gone };
    const progress =
      goal.kind === 'keep'
        ? `SUM(${data('inside', counting, last)})/COUNT(${data('inside', counting, last)})`
        : frame.falling
          ? `IF(${own('target')}=${own('baseline')},"",(${own('value')}/${own('gone')}-${own('baseline')})/(${own('target')}-${own('baseline')}))`
          : `IF(${own('target')}=${own('baseline')},"",(${own('value')}-${own('baseline')})/(${own('target')}-${own('baseline')}))`;
    const wanted = frame.falling ? `${own('target')}*${own('gone')}` : goal.kind === 'keep' ? undefined : own('target');
    return { ...value, ...through, ...gone, ...(assessment.rollup ? counted : {}), progress, ...(wanted ? { wanted } : {}) };
  }

  const from = kind === 'total' ? frame.whole.opening : goal.baseline;
  if (assessment.progress === null || assessment.expected === null || goal.target === from) return { ...value, ...through };
  const origin = from === goal.baseline ? own('baseline') : String(from);
  const end = frame.measured ? own('through') : `(${own('through')}+1)`;
  const due = frame.measured ? own('due') : `(${own('due')}+1)`;
  const straight = `${origin}+(${own('target')}-${origin})*${CLAMPED(`(${end}-${own('start')})/(${due}-${own('start')})`)}`;
  const share = (cell: string) => `IF(${own('target')}=${origin},"",(${cell}-${origin})/(${own('target')}-${origin}))`;
  return {
    ...value,
    ...through,
    wanted: (isStraight(lines, row) ? null : paths.valueAt(keyResult.id, end)) ?? straight,
    progress: share(own('value')),
    expected: share(own('wanted')),
    counted: countsAs(own('progress'), ''),
    countedPlan: countsAs(own('expected'), ''),
  };
}

/** A checklist: the weight of the steps that are done, and of those that are due, as shares of all. `first`: row of its first step. */
export function checklistFormulas({ keyResult: { goal } }: ReportRow, first: number, here: number, { report }: ReportWords): RowFormulas {
  if (goal.kind !== 'milestones' || !goal.milestones.length) return {};
  const last = first + goal.milestones.length - 1;
  const cells = (column: number) => `${on(report.sheets.steps, at(first, column))}:${at(last, column)}`;
  const own = (key: ColumnKey) => at(here, columnOf(key));
  const share = (column: number) => `SUMPRODUCT(${cells(1)},${cells(column)})/SUM(${cells(1)})`;
  return {
    value: share(4),
    wanted: share(5),
    progress: own('value'),
    expected: own('wanted'),
    counted: countsAs(own('progress'), ''),
    countedPlan: countsAs(own('expected'), ''),
  };
}
