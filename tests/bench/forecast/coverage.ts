import { heading, print } from '../drift/print.ts';
import { seasonOf } from './accuracy.ts';
import type { M3Series } from './m3.ts';
import type { SyntheticWindow } from './synthetic.ts';
import { aheadOf, ifNothingChanges } from './unchanged.ts';

/** Figures that a young KPI has. */
export const WINDOWS = [6, 8, 12, 18, 24, 36, 48, 60] as const;

/** A stretch of figures with what came after. */
export type Window = Pick<SyntheticWindow, 'known' | 'after'> & { readonly season: number };

const WANTED = { 80: { least: 0.76, most: 0.84 }, 95: { least: 0.93, most: 0.97 } } as const;

interface Count {
  n: number;
  in80: number;
  in95: number;
}

function add(count: Count, { known, after, season }: Window): void {
  const forecast = ifNothingChanges(known, season, after.length);
  if (!forecast) return;
  after.forEach((y, i) => {
    const { range80, range95 } = aheadOf(forecast.at(i + 1));
    count.n++;
    if (y >= range80[0] && y <= range80[1]) count.in80++;
    if (y >= range95[0] && y <= range95[1]) count.in95++;
  });
}

/** Shares of coming readings inside the 80% and 95% ranges, by the number of figures known. */
export function coverage(name: string, windowsOf: (length: number) => readonly Window[]): void {
  heading(`Coverage of the ranges on short windows: ${name}`);
  const all: Count = { n: 0, in80: 0, in95: 0 };
  const show = (label: string, { n, in80, in95 }: Count) => {
    print({ name: `${label}, 80% range`, value: in80 / n, format: 'percent', wanted: WANTED[80], note: `n ${n}` });
    print({ name: `${label}, 95% range`, value: in95 / n, format: 'percent', wanted: WANTED[95] });
  };
  for (const length of WINDOWS) {
    const count: Count = { n: 0, in80: 0, in95: 0 };
    for (const window of windowsOf(length)) add(count, window);
    if (count.n === 0) continue;
    show(`${length} figures`, count);
    all.n += count.n;
    all.in80 += count.in80;
    all.in95 += count.in95;
  }
  show('all windows', all);
}

/** The last `length` known readings of each series, and the first half-year after them. */
export const m3Windows =
  (all: readonly M3Series[]) =>
  (length: number): Window[] =>
    all
      .filter(({ known }) => known.length >= length)
      .map((series) => ({ known: series.known.slice(-length), after: series.after.slice(0, 6), season: seasonOf(series) }));
