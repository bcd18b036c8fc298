/** What a column of an OKR list says. `either` holds objectives and key results, told apart by their marks. */
export type OkrField =
  | 'objective'
  | 'keyResult'
  | 'either'
  | 'objectiveOwner'
  | 'parent'
  | 'start'
  | 'target'
  | 'stretch'
  | 'current'
  | 'unit'
  | 'weight'
  | 'owner'
  | 'begin'
  | 'due'
  | 'cycle'
  | 'level'
  | 'kind'
  | 'metric'
  | 'number';

/** Text of a cell, with the unit that the header of its column announces. */
export interface OkrCell {
  readonly text: string;
  readonly unit?: { readonly unit: string | null; readonly scale: number };
}

/** One row of an OKR list as it is written: dates as ISO, percentages with their sign, blanks left out. */
export interface OkrRow {
  readonly sheet: string;
  /** From 0, in the sheet. */
  readonly row: number;
  readonly cells: Partial<Readonly<Record<OkrField, OkrCell>>>;
}

/** Rows of an OKR list in their order: one that names only an objective belongs to the objective, every other one is a key result. */
export interface OkrRows {
  readonly objectives: readonly { readonly title: string; readonly row?: OkrRow }[];
  readonly keyResults: readonly { readonly title: string; readonly objective: string; readonly row: OkrRow }[];
}
