import { isoOf } from '../../domain/calendar.ts';
import type { OkrCell, OkrField, OkrRow } from '../../domain/okr-list-row.ts';
import type { OkrProposal } from '../protocol.ts';
import { filledDown, type Body } from './body.ts';
import { fold, isBlank, textOf, type Cell } from './cell.ts';
import type { ColumnHeader } from './column-header.ts';
import { okrColumns } from './okr-columns.ts';
import { FigureReader } from './figure-reader.ts';

/** An objective in a column that holds key results too: 'O1 …', 'Objective: …', '目标一、…'. */
const OBJECTIVE_MARK = /^(?!\S{0,8}kr)(?:o ?\d|(?:o|objective|目标|目標) ?[\d一二三四五六七八九十]{0,3} ?[:.、])/i;
/** What a column of kinds or numbers says of an objective. */
const IS_OBJECTIVE = /^(o ?\d*|objective|目标|目標)$/i;

/** Whether the headers are those of an OKR list. */
export const isOkrList = (headers: readonly ColumnHeader[]): boolean => okrColumns(headers) !== null;

const text = (cell: Cell | undefined) => (cell === undefined ? '' : fold(textOf(cell)));

/** A figure as written, percentages as fractions; null where the cell holds none. */
function figureOf(reader: FigureReader, cell: Cell | undefined): number | null {
  if (cell === undefined || isBlank(cell)) return null;
  const read = reader.read(cell);
  if (read.kind !== 'figure') return null;
  if (!read.percent) return read.value * read.scale;
  return typeof cell !== 'string' && cell.kind === 'number' ? cell.value : (read.value * read.scale) / 100;
}

/** Reads an OKR list: an objective merged, written once over its key results, or on a row of its own. */
export function readOkrList(body: Body, headers: readonly ColumnHeader[]): OkrProposal {
  const columns = [...(okrColumns(headers) ?? [])].map(([field, { index, unit }]) => {
    return [field, { cells: filledDown(body, index, field === 'objective'), unit }] as const;
  });
  const byField = new Map(columns);
  const reader = new FigureReader('.');
  const cell = (field: OkrField, i: number) => byField.get(field)?.cells[i];
  const rowOf = (i: number): OkrRow => {
    const cells: Partial<Record<OkrField, OkrCell>> = {};
    for (const [field, { cells: all, unit }] of columns) {
      const written = text(all[i]);
      if (written !== '') cells[field] = unit ? { text: written, unit } : { text: written };
    }
    return { sheet: body.sheet.name, row: body.rows[i]!, cells };
  };
  const objectives: { title: string; row?: OkrRow }[] = [];
  const keyResults: OkrProposal['keyResults'][number][] = [];
  let above = '';
  for (let i = 0; i < body.rows.length; i++) {
    const both = text(cell('either', i));
    const isObjective =
      both === ''
        ? text(cell('keyResult', i)) === ''
        : OBJECTIVE_MARK.test(both) || IS_OBJECTIVE.test(text(cell('kind', i) ?? cell('number', i)));
    if (both === '') above = text(cell('objective', i));
    else if (isObjective) above = both;
    const known = objectives.findIndex(({ title }) => title === above);
    if (above !== '' && known < 0) objectives.push(isObjective ? { title: above, row: rowOf(i) } : { title: above });
    else if (isObjective && known >= 0 && !objectives[known]!.row) objectives[known] = { title: above, row: rowOf(i) };
    const title = both === '' ? text(cell('keyResult', i)) : both;
    if (isObjective || title === '') continue;
    const due = cell('due', i);
    keyResults.push({
      title,
      objective: above,
      start: figureOf(reader, cell('start', i) ?? cell('current', i)),
      target: figureOf(reader, cell('target', i)),
      weight: figureOf(reader, cell('weight', i)),
      owner: text(cell('owner', i)),
      due: due !== undefined && typeof due !== 'string' && due.kind === 'date' ? isoOf(due.day) : text(due),
      row: rowOf(i),
    });
  }
  return { objectives, keyResults };
}
