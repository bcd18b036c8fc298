import type { CellIssue } from '../../domain/dataset.ts';
import type { ImportProposal, TableProposal } from '../../import/protocol.ts';

/** Cells that hold the same text and cannot be used for the same reason. */
export interface BadCellGroup {
  readonly code: CellIssue['code'];
  readonly raw: string;
  readonly cells: readonly string[];
  /** The text that can be said to be empty or a figure; null where that would not help. */
  readonly text: string | null;
}

/** Cells that hold no figure although something is written in them; the others are used, and only mentioned. */
const USELESS: ReadonlySet<CellIssue['code']> = new Set(['not-a-number', 'not-a-period', 'error-value', 'formula-without-value']);

export const isUseless = ({ code }: BadCellGroup): boolean => USELESS.has(code);

/** The bad cells of a table, those with one text and one reason together, in order of appearance. */
export function groupBadCells(table: TableProposal, issues: ImportProposal['issues']): BadCellGroup[] {
  const own = table.columns.flatMap((column) => column.invalid);
  const known = new Set(own.map((issue) => issue.cell));
  const others = issues.filter((issue) => issue.sheet === table.sheet && !known.has(issue.cell));
  const groups = new Map<string, { code: CellIssue['code']; raw: string; cells: string[]; text: string | null }>();
  for (const { code, raw, cell } of [...own, ...others]) {
    const key = `${code} ${raw}`;
    const text = code === 'not-a-number' && raw.trim() !== '' ? raw.trim() : null;
    const group = groups.get(key) ?? { code, raw, cells: [], text };
    if (!group.cells.includes(cell)) group.cells.push(cell);
    groups.set(key, group);
  }
  return [...groups.values()];
}
