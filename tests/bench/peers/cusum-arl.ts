import { normalCdf } from '../../../src/domain/stats/normal.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { solve } from './linear-system.ts';

const NODES = 40;
const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/**
 * Average run length of a one-sided cumulative sum from 0: L(0) of L(u) = 1 + L(0)Φ(k − u − μ) + ∫₀ʰ L(x)φ(x + k − u − μ)dx (Page 1954),
 * by Gauss–Legendre nodes (Vance 1986, 'Average run lengths of cumulative sum control charts', Journal of Quality Technology 18). Points
 * to the first signal; k, h and the true shift μ in σ. Assumes independent normal noise of known σ.
 */
export function cusumArl(k: number, h: number, mu: number): number {
  const { nodes, weights } = gaussLegendre(NODES, h);
  const places = [0, ...nodes];
  const rows = places.map((u, i) =>
    places.map((x, j) => {
      const kernel = j === 0 ? normalCdf(k - u - mu) : weights[j - 1]! * density(x + k - u - mu);
      return (i === j ? 1 : 0) - kernel;
    }),
  );
  return solve(rows, new Array<number>(places.length).fill(1))[0]!;
}
