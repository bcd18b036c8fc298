/** (value − baseline)/(target − baseline), unclamped; one formula for increase and decrease. Null where baseline and target are equal. */
export function progressOf(value: number, baseline: number, target: number): number | null {
  const span = target - baseline;
  const progress = (value - baseline) / span;
  return span === 0 || !Number.isFinite(progress) ? null : progress;
}

/** Inside inclusive bounds: ≥ 95% is met by 95%. Null bounds are open. */
export function isInside(value: number, low: number | null, high: number | null): boolean {
  return (low === null || value >= low) && (high === null || value <= high);
}
