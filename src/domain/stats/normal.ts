/** Φ(z): the series φ(z)(z + z³/3 + z⁵/15 + …) for |z| < 5, the continued fraction of the tail beyond (A&S 7.1.5, 7.1.14). */
export function normalCdf(z: number): number {
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const x = Math.abs(z);
  if (x < 5) {
    let term = x;
    let total = x;
    for (let k = 3; term > 1e-17 * total; k += 2) {
      term *= (x * x) / k;
      total += term;
    }
    return 0.5 + Math.sign(z) * density * total;
  }
  let fraction = x;
  for (let k = 60; k >= 1; k--) fraction = x + k / fraction;
  return z < 0 ? density / fraction : 1 - density / fraction;
}
