/**
 * Gamma and incomplete beta functions, from their formulas.
 * Abramowitz & Stegun, 'Handbook of Mathematical Functions', 6.1.41 and 26.5.8.
 */

/** ln Γ(x), x > 0: upward recurrence to x ≥ 12, then Stirling's series with Bernoulli terms to x^−13. */
function lnGamma(x: number): number {
  let shift = 0;
  let v = x;
  while (v < 12) {
    shift += Math.log(v);
    v += 1;
  }
  const u = 1 / (v * v);
  const series = (1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u * (1 / 1188 - u * (691 / 360360 - u / 156)))))) / v;
  return (v - 0.5) * Math.log(v) - v + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

const awayFromZero = (v: number) => (Math.abs(v) < 1e-300 ? 1e-300 : v);

/** Continued fraction of I_x(a, b), evaluated forwards by the modified Lentz method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let f = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    f *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    f *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return f;
}

/** Regularised incomplete beta I_x(a, b); y = 1 − x is passed apart to keep its digits near 1. */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(y));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, y)) / b;
}
