import { readFileSync } from 'node:fs';

/** A series of the M3 competition (Makridakis & Hibon 2000): what was known, and what came after. */
export interface M3Series {
  /** Readings in a year; 1 for the group 'other' too. */
  readonly freq: number;
  readonly period: string;
  readonly known: readonly number[];
  readonly after: readonly number[];
}

export const GROUPS = ['yearly', 'quarterly', 'monthly', 'other'] as const;
export type Group = (typeof GROUPS)[number];

interface Stored {
  readonly period: string;
  readonly freq: number;
  readonly x: readonly number[];
  readonly xx: readonly number[];
}

export const readM3 = (path: string): M3Series[] =>
  (JSON.parse(readFileSync(path, 'utf8')) as Stored[]).map(({ period, freq, x, xx }) => ({
    freq,
    period: period.toLowerCase(),
    known: x,
    after: xx,
  }));

/** sMAPE of published methods by group, then over all series, and MASE over all: tables of the drift study. */
export const PUBLISHED: readonly (readonly [string, readonly [number, number, number, number, number], number])[] = [
  ['Theta (winner of M3)', [16.97, 8.96, 13.89, 4.41, 12.76], 1.395],
  ['ForecastPro', [17.27, 9.82, 13.9, 4.6, 13.06], 1.467],
  ['R ets', [17.0, 9.68, 14.14, 4.37, 13.07], 1.425],
  ['Naive2', [17.88, 9.95, 16.89, 6.3, 14.74], 1.665],
  ['SDS alone (study)', [16.05, 9.27, 13.93, 4.69, 12.68], 1.379],
  ['SDS + Theta + Damped (study)', [16.07, 9.08, 13.71, 4.49, 12.52], 1.359],
];

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Symmetric mean absolute percentage error of one series: mean of 200|e|/(|y| + |f|). */
export const smape = (actual: readonly number[], forecast: readonly number[]): number =>
  mean(actual.map((y, i) => (200 * Math.abs(y - forecast[i]!)) / (Math.abs(y) + Math.abs(forecast[i]!) || 1)));

/** Mean absolute error, scaled by that of repeating last year's reading among the known ones (Hyndman & Koehler 2006). */
export function mase({ known, after, freq }: M3Series, forecast: readonly number[]): number {
  const scale = mean(known.slice(freq).map((y, i) => Math.abs(y - known[i]!)));
  return mean(after.map((y, i) => Math.abs(y - forecast[i]!))) / scale;
}
