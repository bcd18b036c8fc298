import { incompleteBeta } from './gamma-beta.ts';
import { normalCdf } from './normal.ts';

/**
 * Student's t distribution (Student 1908). Probabilities have no unit; t is in scales of the distribution.
 */

/** Whole v: the finite series in θ = atan(t/√v) (A&S 26.7.3, 26.7.4); exact and cheap. */
function wholeCdf(t: number, v: number): number {
  const square = v + t * t;
  const cosine2 = v / square;
  const sine = t / Math.sqrt(square);
  let term = 1;
  let total = 1;
  if (v % 2 === 0) {
    for (let k = 2; k < v; k += 2) {
      term *= (cosine2 * (k - 1)) / k;
      total += term;
    }
    return 0.5 + 0.5 * sine * total;
  }
  for (let k = 3; k < v; k += 2) {
    term *= (cosine2 * (k - 1)) / k;
    total += term;
  }
  return 0.5 + (Math.atan(t / Math.sqrt(v)) + (v > 1 ? sine * Math.sqrt(cosine2) * total : 0)) / Math.PI;
}

/** P(T ≤ t) of Student's t with v > 0 degrees of freedom: the finite series for whole v ≤ 60, else ½ I_{v/(v+t²)}(v/2, ½) in the tail. */
export function tCdf(t: number, v: number): number {
  if (Number.isInteger(v) && v <= 60 && Math.abs(t) < 1e150) return Math.max(0, Math.min(1, wholeCdf(t, v)));
  if (v > 1e7) return normalCdf(t);
  const tail = 0.5 * incompleteBeta(v / 2, 0.5, v / (v + t * t), (t * t) / (v + t * t));
  return t > 0 ? 1 - tail : tail;
}

/** The same in closed form for v = 3, 4 and 5, which nearly every landing has; |t| < 1e150. */
export function smallCdf(t: number, v: number): number {
  if (v !== 3 && v !== 4 && v !== 5) return tCdf(t, v);
  const square = v + t * t;
  const cosine2 = v / square;
  if (v === 4) return 0.5 + (0.5 * t * (1 + 0.5 * cosine2)) / Math.sqrt(square);
  const s = t / Math.sqrt(v);
  return 0.5 + (Math.atan(s) + s * cosine2 * (v === 3 ? 1 : 1 + (2 / 3) * cosine2)) / Math.PI;
}
