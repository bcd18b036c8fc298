/**
 * Centred mean over one year, half weights at both ends: the trend of classical decomposition (Macaulay 1931; R's decompose). NaN where the
 * year does not fit or less than 80% of it is there. t in steps, ascending, `length` steps a year; unit of y.
 */
export function yearMeans(t: Float64Array, y: Float64Array, length: number): Float64Array {
  const n = t.length;
  const half = length / 2;
  const out = new Float64Array(n).fill(NaN);
  let from = 0;
  for (let i = 0; i < n; i++) {
    const now = t[i]!;
    while (now - t[from]! > half + 0.25) from++;
    if (now - half < t[0]! - 0.5 || now + half > t[n - 1]! + 0.5) continue;
    let total = 0;
    let weight = 0;
    for (let j = from; j < n && t[j]! - now <= half + 0.25; j++) {
      const w = Math.abs(t[j]! - now) < half - 0.25 ? 1 : 0.5;
      total += w * y[j]!;
      weight += w;
    }
    if (weight >= 0.8 * length) out[i] = total / weight;
  }
  return out;
}
