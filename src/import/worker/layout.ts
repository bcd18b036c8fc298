import type { DataColumn, Dimension } from '../../domain/dataset.ts';
import type { ColumnProposal, DateOrder } from '../protocol.ts';
import type { Body } from './body.ts';
import type { DateAxis } from './date-axis.ts';
import type { Profile } from './profile.ts';
import type { Questions, TableContext } from './table-context.ts';
import type { FigureReader } from './figure-reader.ts';

/** All that a layout needs to turn a table into figures. */
export interface LayoutInput {
  readonly context: TableContext;
  readonly body: Body;
  readonly profiles: readonly Profile[];
  readonly decimal: '.' | ',';
  readonly reader: FigureReader;
  readonly questions: Questions;
  readonly axis: DateAxis | null;
}

/** The figures of a table and how its columns were understood. */
export interface LayoutOutput {
  readonly columns: readonly ColumnProposal[];
  readonly dimensions: readonly Dimension[];
  readonly data: readonly DataColumn[];
  readonly dateOrder: DateOrder | null;
  readonly usedYear: boolean;
  /** Rows of one day are told apart by times of day. */
  readonly timesOfDay?: boolean;
}
