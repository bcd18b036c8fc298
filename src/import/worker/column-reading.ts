import { cellAddress, type CellIssue, type MeasureRole } from '../../domain/dataset.ts';
import type { ColumnChoice } from '../protocol.ts';
import { fold, textOf, type Sheet } from './cell.ts';
import { simplified } from './chinese.ts';
import { hoursOfFirstPart, spanOfName } from './clock.ts';
import type { FigureReader } from './figure-reader.ts';
import type { Questions, TableContext } from './table-context.ts';
import type { LayoutInput } from './layout.ts';
import { typeFigures, type Reading, type TypedFigures } from './typed-column.ts';
import type { Unit } from './unit.ts';

/** Unit as it is shown, with the scale that the figures were multiplied by. */
export interface Understood {
  readonly unit: string | null;
  readonly scale: number;
  readonly measure: MeasureRole;
}

const COUNTS = /数$|數$|人次|数量|量$|次数|\bcount\b|\bnumber\b|headcount|单数|客流|指数|得分|评分|nps|净推荐/i;
const RATIOS = /率|占比|比例|比重|\brate\b|\bratio\b|\bshare\b|\bmargin\b|churn|percent|\bsla\b|达成|完成度|满意度|同比|环比|增幅|增速/i;

/** A percentage by its name: 率, share, margin. */
export const namesRatio = (name: string): boolean => RATIOS.test(fold(name).replaceAll('_', ' '));

/** What one piece costs is seldom written in ten thousands, whatever the title says of the sums beside it. */
const PRICES = /客单价|客單價|单价|單價|均价|均價|笔均|筆均|件均|\bprice\b|\barpu\b|\baov\b|order value/i;
const PER_HEAD = /人均|户均|戶均|坪效|\bper\b/i;

/** Whether a scale announced over the table may not be meant for the figures under this name. */
const doubtsScale = (name: string, announced: Unit | null): boolean =>
  announced !== null && announced.scale !== 1 && (PRICES.test(fold(name)) || PER_HEAD.test(fold(name)));

/** The unit announced over a table holds for figures that say nothing else; counts and ratios are no money. */
function inherited(name: string, announced: Unit | null): Unit | null {
  if (!announced || namesRatio(name)) return null;
  const isMoney = announced.unit === null || /^[A-Z]{3}$/.test(announced.unit);
  if (isMoney && PRICES.test(fold(name))) return { ...announced, scale: 1 };
  return isMoney && COUNTS.test(fold(name)) ? null : announced;
}

/** How the figures under a name are to be read: what a person chose, else the column's unit, else the table's. */
function readingOf(context: TableContext, name: string, own: Unit | null, decimal: '.' | ',', choice: ColumnChoice): Reading {
  const unit = own ?? inherited(name, context.unit);
  return {
    decimal,
    unit: choice.unit === undefined ? (unit?.unit ?? null) : choice.unit,
    scale: choice.scale ?? unit?.scale ?? 1,
    chosen: choice.scale !== undefined,
    open: unit?.open === true,
    ...(context.choice.texts ? { texts: context.choice.texts } : {}),
  };
}

/** Whether figures of a percentage are written as fractions (0.85) where neither sign nor format tells. */
function writtenAsFractions(reading: Reading, typed: TypedFigures, name: string): boolean {
  const plain = typed.figures - typed.percents;
  // A margin that rose by 1.2 points is no fraction.
  if (reading.chosen || plain === 0 || typed.largestPlain > 1.5 || typed.cellUnits.size > 0) return false;
  return reading.unit === '%' ? typed.percents > 0 || typed.largestPlain > 0.5 : namesRatio(name) && reading.unit === null;
}

/** The unit that cells carry, where neither header nor title names one. */
function unitOfCells(reading: Reading, typed: TypedFigures): string | null {
  if (typed.figures > 0 && typed.percents === typed.figures) return '%';
  if (reading.unit !== null) return reading.unit;
  if (typed.percents > 0 && typed.percents >= typed.figures - typed.percents) return '%';
  let [unit, most]: [string | null, number] = [null, 0];
  for (const [candidate, count] of typed.cellUnits) if (count > most) [unit, most] = [candidate, count];
  return unit;
}

/** Some figures carry a percent sign and some carry none. */
const isMixed = (typed: TypedFigures): boolean => typed.percents > 0 && typed.percents < typed.figures;

const MOST_ODD = 200;

/** The fewer figures of a mixture: without a percent sign among percentages (or with one among others), or in another currency. */
function oddCells(
  sheet: Sheet,
  rows: Int32Array,
  columns: Int32Array,
  reader: FigureReader,
  typed: TypedFigures,
  unit: string | null,
): { invalid: CellIssue[]; invalidAt: number[] } {
  const currencies = [...typed.cellUnits.keys()].filter((one) => /^[A-Z]{3}$/.test(one));
  const byPercent = isMixed(typed);
  const [invalid, invalidAt] = [[...typed.invalid], [...typed.invalidAt]];
  if (!byPercent && currencies.length < 2) return { invalid, invalidAt };
  const oddPercent = typed.percents * 2 < typed.figures;
  for (let i = 0; i < rows.length && invalid.length < MOST_ODD; i++) {
    const cell = sheet.at(rows[i]!, columns[i]!);
    const figure = cell === '' ? null : reader.read(cell);
    if (figure?.kind !== 'figure') continue;
    const otherCurrency = figure.unit !== null && figure.unit !== unit && currencies.includes(figure.unit);
    const code = byPercent && figure.percent === oddPercent ? 'mixed-percent' : otherCurrency ? 'mixed-currency' : null;
    if (!code) continue;
    invalid.push({ code, cell: cellAddress(rows[i]!, columns[i]!), raw: textOf(cell) });
    invalidAt.push(i);
  }
  return { invalid, invalidAt };
}

/** Asks what the figures of a column leave open: mixed percent signs, arrows, percentages without a sign. */
function askAboutUnits(questions: Questions, name: string, reading: Reading, typed: TypedFigures, chosen: boolean): void {
  if (chosen) return;
  const mixed = isMixed(typed) && reading.unit !== '%';
  const onlyUp = typed.arrowsUp > 0 && typed.arrowsDown === 0;
  const bareRatio =
    namesRatio(name) && reading.unit === null && typed.percents === 0 && typed.cellUnits.size === 0 && typed.largestPlain > 1.5;
  const tinyPercent = reading.unit === '%' && typed.percents === 0 && typed.figures > 0 && typed.largestPlain <= 1;
  if (mixed || onlyUp || bareRatio || tinyPercent || reading.open || typed.isOpen || typed.cellUnits.size > 1)
    questions.ask('unit-ambiguous', name);
}

/** Figures as they were understood: how they are read, and the unit they are shown in. */
export interface ReadFigures {
  readonly reading: Reading;
  readonly typed: TypedFigures;
  readonly unit: string | null;
}

/** Types the cells at (rows[i], columns[i]) that stand under `name`, in the unit that is `own` to them, and asks what they leave open. */
export function readFigures(
  { context, decimal, reader, questions }: LayoutInput,
  names: { readonly unit: string; readonly asked: string; readonly spans?: boolean },
  own: Unit | null,
  choice: ColumnChoice,
  rows: Int32Array,
  columns: Int32Array,
): ReadFigures {
  const isChosen = choice.unit !== undefined || choice.scale !== undefined;
  const plainName = simplified(fold(names.asked).toLowerCase());
  const spans = names.spans ?? (spanOfName(plainName) === 'span' || own?.unit === 'h');
  const read = readingOf(context, names.unit, own, decimal, choice);
  let reading = spans ? { ...read, span: hoursOfFirstPart(plainName) } : read;
  let typed = typeFigures(context.sheet, rows, columns, reading, reader);
  const fractions = writtenAsFractions(reading, typed, names.asked);
  const unit = choice.unit !== undefined ? choice.unit : fractions ? '%' : unitOfCells(reading, typed);
  askAboutUnits(questions, names.asked, reading, typed, isChosen);
  if (!isChosen && own === null && doubtsScale(names.unit, context.unit)) questions.ask('unit-ambiguous', names.asked);
  // 90 among 85% and 88% is 90%, too.
  const isPoints = !isChosen && unit === '%' && reading.unit === null && isMixed(typed) && typed.largestPlain > 1.5;
  if ((fractions && reading.unit === '%') || isPoints) {
    reading = { ...reading, unit: isPoints ? '%' : null };
    typed = typeFigures(context.sheet, rows, columns, reading, reader);
  }
  return { reading, typed: isChosen ? typed : { ...typed, ...oddCells(context.sheet, rows, columns, reader, typed, unit) }, unit };
}
