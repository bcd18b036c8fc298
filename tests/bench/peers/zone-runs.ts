/** Building blocks of run rules on a control chart; deviations from the centre line in σ. Each answers for the pattern that ends at a point. */

/** Side of the centre line by which a pattern is told: −1 below, 1 above, 0 where there is no pattern. */
export type Side = -1 | 0 | 1;

/** The side on which at least `few` of the last `of` points up to i lie beyond `limit` σ, point i among them. */
export function beyond(z: ArrayLike<number>, i: number, few: number, of: number, limit: number): Side {
  const side = Math.sign(z[i]!) as Side;
  let count = 0;
  for (let j = Math.max(0, i - of + 1); j <= i; j++) if (z[j]! * side > limit) count++;
  return z[i]! * side > limit && count >= few ? side : 0;
}

/** The way in which the last `length` points up to i rise or fall throughout. */
export function trend(z: ArrayLike<number>, i: number, length: number): Side {
  if (i < length - 1) return 0;
  const way = Math.sign(z[i]! - z[i - 1]!) as Side;
  for (let j = i; j > i - length + 1; j--) if (Math.sign(z[j]! - z[j - 1]!) !== way) return 0;
  return way;
}

/** Whether the last `length` points up to i go up and down in turn. */
export function alternates(z: ArrayLike<number>, i: number, length: number): boolean {
  if (i < length - 1) return false;
  for (let j = i; j > i - length + 2; j--) if (!((z[j]! - z[j - 1]!) * (z[j - 1]! - z[j - 2]!) < 0)) return false;
  return true;
}
