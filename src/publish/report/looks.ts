import type { Status } from '../../domain/assessment.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import type { KeyResult } from '../../domain/objective.ts';
import type { Series } from '../../domain/series.ts';
import { serialOf, type Cell, type Look } from '../xlsx/cells.ts';

export const HEAD: Look = { bold: true, wrap: true, rule: true, size: 10 };
export const HEAD_RIGHT: Look = { ...HEAD, right: true };
/** Colour of what leads to another place of the workbook. */
export const LINK = '3A3FC4';
export const TITLE: Look = { bold: true, size: 16 };
export const NOTE: Look = { size: 10, color: '475266' };
export const BOLD: Look = { bold: true };
export const WRAP: Look = { wrap: true };
/** Kept away from the figures before it. */
export const IN: Look = { indent: 1 };
export const WRAP_IN: Look = { wrap: true, indent: 1 };
export const HEAD_IN: Look = { ...HEAD, indent: 1 };
export const dayLook: Look = { format: 'yyyy-mm-dd' };
export const percentLook: Look = { format: '0%' };
export const percentBold: Look = { format: '0%', bold: true };
export const plainLook: Look = { format: '0.##' };

/** The status colours of the page in daylight. */
const COLORS: Record<Status, string> = {
  'off-track': '8F0F3A',
  missed: '8F0F3A',
  'at-risk': 'AD5400',
  'on-track': '005FAF',
  achieved: '005FAF',
  'no-data': '687080',
  'too-early': '687080',
};
const statusLooks = new Map(Object.entries(COLORS).map(([status, color]) => [status, { color, bold: true } satisfies Look]));
export const statusLook = (status: Status): Look => statusLooks.get(status)!;

/** Digits after the point that figures need to be told apart, four at most. */
function digitsOf(values: readonly number[]): number {
  const needed = values.map((value) => (/\.(\d*)/.exec(String(Number(value.toPrecision(6))))?.[1] ?? '').length);
  return Math.min(4, Math.max(0, ...needed));
}

const formats = new Map<string, Look>();
function lookOf(format: string): Look {
  const known = formats.get(format) ?? { format };
  formats.set(format, known);
  return known;
}

/** Number format of a key result's unit: per cent, or thousands with as many digits as its figures have. `before` stands before the figure. */
export function figureLook({ unit, goal }: KeyResult, series: Series | null, before = ''): Look {
  const some = series?.points.slice(-24).map(({ value }) => value) ?? [];
  const goals = 'target' in goal ? [goal.baseline, goal.target] : 'atLeast' in goal ? [goal.atLeast ?? 0, goal.atMost ?? 0] : [];
  const percent = unit === '%' || goal.kind === 'milestones';
  const digits = percent ? Math.max(0, digitsOf([...some, ...goals]) - 2) : digitsOf([...some, ...goals]);
  const number = `${percent ? '0' : '#,##0'}${digits ? `.${'0'.repeat(digits)}` : ''}${percent ? '%' : ''}`;
  return lookOf(before ? `"${before}"${number}` : number);
}

export const textCell = (value: string, look?: Look): Cell => (look ? { value, look } : { value });
export const dayCell = (day: EpochDay | null): Cell => ({ value: day === null ? null : serialOf(day), look: dayLook });
