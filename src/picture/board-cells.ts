import type { EpochDay } from '../domain/calendar.ts';
import type { Assessed } from './assessed.ts';
import { linePath, tenth, type Mark } from './mark.ts';
import { PAPER, PAPER_BAR, PAPER_TONES } from './paper-ink.ts';
import { frameOfRow, keepPips, milestonePips, plannedPath, windowPoints, type DayValue } from './row-model.ts';
import { thinBars, thinLine } from './thin-points.ts';
import { toneOf } from './tone.ts';

/** Room of the trend and of the bar of a row, in pixels. */
export const TREND = 140;
export const BAR = 200;
const TREND_HIGH = 24;
/** On the scale of the bar 0 is the baseline and 1 the target. */
const [FROM, TO] = [-0.2, 1.18];

const path = (d: string, stroke: string, more: Mark['attributes'] = {}): Mark => ({
  tag: 'path',
  attributes: { d, fill: 'none', stroke, ...more },
});
const rect = (x: number, y: number, width: number, height: number, fill: string, more: Mark['attributes'] = {}): Mark => ({
  tag: 'rect',
  attributes: { x: tenth(x), y: tenth(y), width: tenth(Math.max(0, width)), height: tenth(height), fill, ...more },
});

/** Its figures from start to due date, around a middle height: totals as bars, levels as a line with the plan. */
export function trendMarks(row: Assessed, asOf: EpochDay, left: number, middle: number): readonly Mark[] {
  const frame = frameOfRow(row, asOf);
  const points = frame ? windowPoints(frame) : [];
  if (!frame || !points.length) return [];
  const { start, due } = row.keyResult;
  const total = frame.kind === 'total';
  const plan = total ? [] : plannedPath(frame, row.keyResult);
  const drawn = total ? thinBars(points, TREND / 2) : thinLine(points, TREND);
  const values = [...drawn, ...plan].map(({ value }) => value).concat(total ? [0] : []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (day: EpochDay) => left + 2 + ((day - start) / Math.max(1, due - start)) * (TREND - 4);
  const y = (value: number) => middle + TREND_HIGH / 2 - ((value - low) / (high - low || 1)) * TREND_HIGH;
  const line = (some: readonly DayValue[]) => linePath(some.map(({ day, value }) => [x(day), y(value)] as const));
  const colour = PAPER_TONES[toneOf(row.assessment.status)];
  const last = drawn.at(-1)!;
  if (total) {
    const wide = drawn.length > 1 ? Math.max(1.5, Math.min(9, (x(drawn[1]!.day) - x(drawn[0]!.day)) * 0.7)) : 6;
    return drawn.map((point) =>
      rect(
        x(point.day),
        Math.min(y(point.value), y(0)),
        wide,
        Math.max(0.5, Math.abs(y(0) - y(point.value))),
        point === last ? colour : PAPER.strong,
      ),
    );
  }
  return [
    ...(plan.length > 1 ? [path(line(plan), PAPER.strong, { 'stroke-dasharray': '3 3' })] : []),
    path(line(drawn), PAPER.ink, { 'stroke-width': 1.5, 'stroke-linejoin': 'round' }),
    { tag: 'circle', attributes: { cx: tenth(x(last.day)), cy: tenth(y(last.value)), r: 2.8, fill: colour } },
  ];
}

/** Progress on the one scale of the page, or a square for each period or step. */
export function barMarks(row: Assessed, asOf: EpochDay, left: number, middle: number): readonly Mark[] {
  const { keyResult, assessment } = row;
  const { progress, expected, status } = assessment;
  const x = (share: number) => tenth(left + ((Math.min(TO, Math.max(FROM, share)) - FROM) / (TO - FROM)) * BAR);
  // What is missing where nothing is wrong alarms nobody.
  const tone = toneOf(status);
  const colour = PAPER_TONES[tone === 'on' ? 'none' : tone];
  if (keyResult.goal.kind === 'keep' || keyResult.goal.kind === 'milestones') {
    const frame = frameOfRow(row, asOf);
    const pips = frame ? keepPips(frame) : milestonePips(keyResult, asOf);
    const step = (x(1) - x(0)) / Math.max(1, pips.length);
    const size = Math.max(1, step - (pips.length > 40 ? 0.6 : 3));
    const looks = {
      inside: [PAPER_BAR],
      outside: ['none', { stroke: colour, 'stroke-width': 1.5 }],
      'to-come': ['none', { stroke: PAPER.line }],
    } as const;
    return pips.map((pip, i) => rect(x(0) + i * step + 0.5, middle - 4.5, size, 9, looks[pip][0], looks[pip][1]));
  }
  const behind = progress !== null && expected !== null && progress < expected;
  const upright = (share: number, width: number, high: number, stroke: string) =>
    path(`M${x(share)} ${tenth(middle - high / 2)}v${high}`, stroke, { 'stroke-width': width });
  return [
    path(`M${x(0)} ${middle}H${x(1)}`, PAPER.line),
    ...(behind
      ? [rect(x(Math.max(0, progress)), middle - 4.5, x(expected) - x(Math.max(0, progress)), 9, colour, { 'fill-opacity': 0.28 })]
      : []),
    ...(progress === null
      ? []
      : [rect(Math.min(x(0), x(progress)), middle - 4.5, Math.abs(x(progress) - x(0)), 9, progress < 0 ? PAPER_TONES.off : PAPER_BAR)]),
    upright(1, 2.25, 15, PAPER.ink),
    upright(0, 1, 15, PAPER.line),
    ...(expected === null ? [] : [upright(expected, 1, 17, PAPER.ink)]),
  ];
}

/** How far an objective has come, and where the plan wants it, on the same scale. */
export function objectiveBar(progress: number, expected: number | null, left: number, middle: number): readonly Mark[] {
  const x = (share: number) => tenth(left + ((Math.min(1, Math.max(0, share)) - FROM) / (TO - FROM)) * BAR);
  return [
    path(`M${x(0)} ${middle}H${x(1)}`, PAPER.line, { 'stroke-width': 3 }),
    path(`M${x(0)} ${middle}H${x(progress)}`, PAPER_BAR, { 'stroke-width': 3 }),
    ...(expected === null ? [] : [path(`M${x(expected)} ${middle - 5}v10`, PAPER.ink)]),
  ];
}
