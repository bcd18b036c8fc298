import type { MeasureRole } from '../../domain/dataset.ts';
import { isBlank, textOf, type Cell } from './cell.ts';
import type { Profile } from './profile.ts';
import { parseUnit, splitUnit, type Unit } from './unit.ts';
import { isMeasureHeader, isMetricHeader, isUnitHeader, measureOf, takeMeasure } from './words.ts';

/** What the label of a row says in a table whose rows are metrics. */
export interface RowLabel {
  readonly name: string;
  readonly unit: Unit | null;
  readonly measure: MeasureRole;
}

/** Reads a metric's label: 销售完成额（万元）, 'Energy cost budget (k€)'. */
export function readLabel(cell: Cell): RowLabel {
  const { name, unit } = splitUnit(textOf(cell));
  const { base, measure, leading } = takeMeasure(name);
  return leading || base === '' ? { name, unit, measure: 'value' } : { name: base, unit, measure };
}

export interface LabelColumns {
  readonly metric: Profile | null;
  readonly unit: Profile | null;
  readonly measure: Profile | null;
}

const sampleOf = (cells: readonly Cell[]) => cells.filter((cell) => !isBlank(cell)).slice(0, 200);

/** Labels that carry units, or measure words, name metrics even where the header does not say so. */
function namesMetrics(cells: readonly Cell[]): boolean {
  const labels = sampleOf(cells).map(readLabel);
  return labels.length > 0 && labels.filter((label) => label.unit !== null).length >= labels.length / 2;
}

/** Finds the columns that name the metric, its unit and its measure (目标/实际) in each row. */
export function findLabelColumns(texts: readonly Profile[], cellsOf: (profile: Profile) => readonly Cell[]): LabelColumns {
  // 单位 is a unit of measure or a department: a third of the words must be known as units.
  const areUnits = (profile: Profile) => {
    const words = [...new Set(sampleOf(cellsOf(profile)).map((cell) => textOf(cell).trim()))];
    return words.filter((word) => parseUnit(word) !== null).length * 3 >= words.length && words.every((word) => word.length <= 16);
  };
  const unit = texts.find((profile) => isUnitHeader(profile.header.name) && areUnits(profile)) ?? null;
  const measures = (profile: Profile) => {
    const sample = sampleOf(cellsOf(profile));
    const known = sample.filter((cell) => measureOf(textOf(cell)) !== 'value').length;
    return sample.length > 0 && known >= sample.length * (isMeasureHeader(profile.header.name) ? 0.5 : 0.9);
  };
  const measure = texts.find((profile) => profile !== unit && measures(profile)) ?? null;
  const rest = texts.filter((profile) => profile !== unit && profile !== measure);
  const named = rest.find((profile) => isMetricHeader(profile.header.name) && !/^(项目|項目|item)$/i.test(profile.header.name));
  const metric =
    named ?? rest.find((profile) => isMetricHeader(profile.header.name)) ?? rest.find((profile) => namesMetrics(cellsOf(profile))) ?? null;
  return { metric, unit, measure };
}
