import type { EpochDay } from './calendar.ts';
import { cellAddress, type Dataset } from './dataset.ts';
import { frameOf } from './frame.ts';
import type { Id } from './ids.ts';
import type { KeyResult } from './objective.ts';
import type { Series, SeriesPoint, SourceCell } from './series.ts';

type Datasets = ReadonlyMap<Id, Dataset>;

/** A cell that a figure was read from. */
export interface TracedCell {
  readonly dataset: Id;
  /** A1 address in the sheet. */
  readonly address: string;
  /** Text of the cell; null where it held nothing but the figure, or where the texts were not kept. */
  readonly written: string | null;
}

/** The cells of one table that figures were read from. */
export interface TracedSource {
  readonly dataset: Dataset;
  /** The smallest block that holds them all: C5:C27. */
  readonly range: string;
  readonly cells: number;
}

const placeOf = ({ row, column }: Pick<SourceCell, 'row' | 'column'>): number => row * 20_000 + column;

// Datasets are immutable: their texts are sorted by place once, when a cell is first asked for.
const textsCache = new WeakMap<Dataset, ReadonlyMap<number, string>>();

/** Texts of a table's cells by their place. */
function textsOf(dataset: Dataset): ReadonlyMap<number, string> {
  const known = textsCache.get(dataset);
  if (known) return known;
  const texts = new Map<number, string>();
  for (const { rows, columns, written } of dataset.columns) {
    if (!written) continue;
    for (let i = 0; i < rows.length; i++) {
      const text = written.texts[written.codes[i]!];
      if (text !== undefined) texts.set(placeOf({ row: rows[i]!, column: columns[i]! }), text);
    }
  }
  textsCache.set(dataset, texts);
  return texts;
}

/** Address and text of cells, in their order. */
export const traceCells = (cells: readonly SourceCell[], datasets: Datasets): readonly TracedCell[] =>
  cells.map((cell) => {
    const dataset = datasets.get(cell.dataset);
    return {
      dataset: cell.dataset,
      address: cellAddress(cell.row, cell.column),
      written: (dataset && textsOf(dataset).get(placeOf(cell))) ?? null,
    };
  });

/** Which tables points were read from, and where in them; the one with the most cells first. */
export function traceSources(points: readonly SeriesPoint[], datasets: Datasets): readonly TracedSource[] {
  const blocks = new Map<Id, { top: number; left: number; bottom: number; right: number; cells: number }>();
  for (const { cells } of points)
    for (const { dataset, row, column } of cells) {
      const block = blocks.get(dataset) ?? { top: row, left: column, bottom: row, right: column, cells: 0 };
      blocks.set(dataset, {
        top: Math.min(block.top, row),
        left: Math.min(block.left, column),
        bottom: Math.max(block.bottom, row),
        right: Math.max(block.right, column),
        cells: block.cells + 1,
      });
    }
  return [...blocks]
    .flatMap(([id, { top, left, bottom, right, cells }]) => {
      const dataset = datasets.get(id);
      const [first, last] = [cellAddress(top, left), cellAddress(bottom, right)];
      return dataset ? [{ dataset, range: first === last ? first : `${first}:${last}`, cells }] : [];
    })
    .sort((a, b) => b.cells - a.cells);
}

/** The points that the current value of a key result is made of: the newest, or all that are summed or averaged. */
export function pointsBehind(keyResult: KeyResult, series: Series, asOf: EpochDay): readonly SeriesPoint[] {
  const frame = frameOf({ keyResult, series, asOf });
  if (!frame) return [];
  const { partial } = frame;
  const { window, history } = frame.whole;
  const last = window.at(-1) ?? history.at(-1);
  const reading = keyResult.link?.reading;
  // Running totals already hold what came before them.
  const adds = (frame.kind === 'total' && series.accrual !== 'cumulative') || frame.kind === 'mean';
  const totalPartial = frame.kind === 'total' && partial ? [partial] : [];
  const newest = totalPartial.at(-1) ?? last;
  const data = adds ? [...window, ...totalPartial] : newest ? [newest] : [];
  const days = new Set(data.map(({ first }) => first));
  const until = newest?.first ?? asOf;
  if (reading?.kind === 'rolling-mean' && !adds)
    return series.points.filter(({ day }) => day <= until).slice(-Math.max(1, Math.round(reading.periods)));
  return series.points.filter(({ day }) => days.has(day));
}
