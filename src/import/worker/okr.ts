import { isoOf } from '../../domain/calendar.ts';
import type { OkrProposal } from '../protocol.ts';
import { isBlank, textOf, type Cell } from './cell.ts';
import { filledDown, type Body } from './body.ts';
import type { ColumnHeader } from './column-header.ts';
import { fold } from './cell.ts';
import { FigureReader } from './typed-column.ts';

const OBJECTIVE = /^(objectives?|o|目标|目標|目标名称|目标描述|战略目标|目标（o）|目标\(o\))$/i;
const KEY_RESULT = /^(key results?|krs?|关键结果|關鍵結果|关键成果|关键结果.*|kr名称)$/i;
const START = /^(起始值|初始值|基线|基线值|基准值|起点|当前值|现状|start|starting value|baseline|from)$/i;
const TARGET = /^(目标值|目標值|target|target value|goal|to)$/i;
const WEIGHT = /^(权重|權重|weight)$/i;
const OWNER = /^(负责人|負責人|责任人|owner|responsible|dri)$/i;
const DUE = /^(截止日期|截止时间|完成时间|到期日|due|due date|deadline)$/i;

/** Whether the headers are those of an OKR list: objectives beside their key results. */
export function isOkrList(headers: readonly ColumnHeader[]): boolean {
  const names = headers.map((header) => fold(header.name));
  return names.some((name) => OBJECTIVE.test(name)) && names.some((name) => KEY_RESULT.test(name));
}

/** Reads an OKR list: an objective merged or written once over its key results. */
export function readOkrList(body: Body, headers: readonly ColumnHeader[]): OkrProposal {
  const find = (pattern: RegExp) => headers.find((header) => pattern.test(fold(header.name)));
  const reader = new FigureReader('.');
  const column = (pattern: RegExp, fill = false): readonly Cell[] => {
    const header = find(pattern);
    return header ? filledDown(body, header.index, fill) : [];
  };
  const [objectives, results] = [column(OBJECTIVE, true), column(KEY_RESULT)];
  const [starts, targets, weights, owners, dues] = [column(START), column(TARGET), column(WEIGHT), column(OWNER), column(DUE)];
  const figure = (cell: Cell | undefined): number | null => {
    if (cell === undefined || isBlank(cell)) return null;
    const read = reader.read(cell);
    if (read.kind !== 'figure') return null;
    return read.percent
      ? typeof cell !== 'string' && cell.kind === 'number'
        ? cell.value
        : (read.value * read.scale) / 100
      : read.value * read.scale;
  };
  const text = (cell: Cell | undefined) => (cell === undefined ? '' : fold(textOf(cell)));
  const titles: string[] = [];
  const keyResults = results.flatMap((cell, i) => {
    const [title, objective] = [text(cell), text(objectives[i])];
    if (objective !== '' && !titles.includes(objective)) titles.push(objective);
    if (title === '') return [];
    const due = dues[i];
    return {
      title,
      objective,
      start: figure(starts[i]),
      target: figure(targets[i]),
      weight: figure(weights[i]),
      owner: text(owners[i]),
      due: due !== undefined && typeof due !== 'string' && due.kind === 'date' ? isoOf(due.day) : text(due),
    };
  });
  return { objectives: titles.map((title) => ({ title })), keyResults };
}
