const tenth = (value: number) => 10 ** Math.floor(Math.log10(value));

/** Smallest step in which a figure of this size is written on the page: see messages/format.ts. */
function writtenStep(size: number, unit: string | null): number {
  if (unit === '%') return tenth(size) / 100;
  const currency = unit !== null && /^[A-Z]{3}$/.test(unit);
  return !currency && size >= 1000 && size < 100_000 ? 1 : tenth(size) / 1000;
}

/**
 * Step in which a needed value is said: three digits, or finer where a quarter of the noise is finer, but never finer than it is written,
 * and whole where all figures are. In the unit of the value.
 */
export function displayStep(value: number, unit: string | null, sigma: number, whole: boolean): number {
  const size = Math.abs(value) || sigma || 1;
  const fine = sigma > 0 ? tenth(sigma / 4) : Infinity;
  const step = Math.max(writtenStep(size, unit), Math.min(tenth(size) / 100, fine));
  return whole ? Math.max(1, step) : step;
}

/** A level said no finer than a third of its noise allows: −0.068 with noise 0.2 is −0.07. */
export function besideNoise(value: number, noise: number): number {
  if (!(noise > 0)) return value;
  const step = tenth(noise / 3);
  return Number((Math.round(value / step) * step).toPrecision(12)) || 0;
}
