import type { Reliability } from './reliability.ts';

/** The number that is wanted: no more than, no less than, or between two. `from` says whose number it is. */
export interface Wanted {
  readonly most?: number;
  readonly least?: number;
}

/** How a number is written; percentages are given as shares. */
export type Format = 'percent' | 'number' | 'weeks';

const written = (value: number, format: Format): string => {
  if (!Number.isFinite(value)) return '–';
  return format === 'percent' ? `${(100 * value).toFixed(1)}%` : value.toFixed(format === 'weeks' ? 1 : 3);
};

const wantedText = ({ most, least }: Wanted, format: Format): string => {
  if (most !== undefined && least !== undefined) return `${written(least, format)}–${written(most, format)}`;
  if (most !== undefined) return `≤ ${written(most, format)}`;
  return least === undefined ? 'none given' : `≥ ${written(least, format)}`;
};

/** By how much a number misses what is wanted; 0 where it does not. */
export const missOf = (value: number, { most, least }: Wanted): number =>
  Math.max(0, most === undefined ? 0 : value - most, least === undefined ? 0 : least - value);

/** Numbers are compared as they are written: what shows as equal is not missed. */
const shown = (value: number, format: Format): number => Number(value.toFixed(format === 'weeks' ? 1 : 3));

export interface Line {
  readonly name: string;
  readonly value: number;
  readonly format: Format;
  readonly wanted?: Wanted;
  /** Standard error of the simulation, where it is known. */
  readonly error?: number;
  /** Something beside it: what the common rules do, how many there were. */
  readonly note?: string;
}

/** `name   reached   wanted   ok | missed by …   note` */
export function print({ name, value, format, wanted = {}, error, note }: Line): void {
  const reached = written(value, format) + (error === undefined ? '' : ` ±${written(error, format)}`);
  const barred = wanted.most !== undefined || wanted.least !== undefined;
  const miss = missOf(shown(value, format), wanted);
  const verdict = !barred ? '' : !Number.isFinite(value) ? 'not measured' : miss > 1e-9 ? `missed by ${written(miss, format)}` : 'ok';
  console.log(
    `  ${name.padEnd(46)}${reached.padStart(14)}  ${wantedText(wanted, format).padEnd(16)}${verdict.padEnd(20)}${note ?? ''}`.trimEnd(),
  );
}

export const heading = (text: string): void => console.log(`\n${text}`);
export const remark = (text: string): void => console.log(`  ${text}`);

/** Calibration table on one line each: chances said, share that came true, how many. */
export function printBins({ bins }: Reliability): void {
  const cells = (value: (bin: (typeof bins)[number]) => string) => bins.map((bin) => (bin.count ? value(bin) : '–').padStart(7)).join('');
  remark(`${'chance said'.padEnd(14)}${cells(({ said }) => said.toFixed(2))}`);
  remark(`${'came true'.padEnd(14)}${cells(({ came }) => came.toFixed(2))}`);
  remark(`${'how many'.padEnd(14)}${cells(({ count }) => String(count))}`);
}
