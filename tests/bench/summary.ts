/** Order statistics of measured times. */
export interface Summary {
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
}

export function summaryOf(values: readonly number[]): Summary {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), p95: at(0.95), min: sorted[0]!, max: sorted.at(-1)! };
}

/** Three significant digits are more than a shared machine can repeat. */
export const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** `median (min–max)` */
export const middleAndRange = ({ median, min, max }: Summary): string => `${rounded(median)} (${rounded(min)}–${rounded(max)})`;
