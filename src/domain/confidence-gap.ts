/** What a person says against what the figures say. */
export interface ConfidenceGap {
  /** 0–10, as it was said. */
  readonly confidence: number;
  /** Computed chance on the same day, 0–1. */
  readonly chance: number;
  /** Who is the more hopeful. */
  readonly hopeful: 'person' | 'figures';
}

/** A confidence of 8 of 10 is read as a chance of .8. From this many points on the two differ, whatever they are. */
const FAR_POINTS = 40;
/** From this many points on they differ where one of them says rather yes, the other rather no. */
const ACROSS_POINTS = 30;
const EVEN = 50;

/**
 * Where a person's confidence (0–10) and the computed chance (0–1) differ so much that it is worth talking about: by 40 points, or by 30
 * across even odds. Null where they do not, or where one of them is not known. Whole points, as both are shown.
 */
export function confidenceGap(confidence: number | null, chance: number | null): ConfidenceGap | null {
  if (confidence === null || chance === null) return null;
  const said = Math.round(confidence * 10);
  const computed = Math.round(chance * 100);
  const points = Math.abs(said - computed);
  const across = (said - EVEN) * (computed - EVEN) < 0;
  if (points < (across ? ACROSS_POINTS : FAR_POINTS)) return null;
  return { confidence, chance, hopeful: said > computed ? 'person' : 'figures' };
}
