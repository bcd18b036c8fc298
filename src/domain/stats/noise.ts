import { winsorise } from './winsorise.ts';

/**
 * How noisy is this KPI, and how much does it wander? A small family of noise models, in units of σ²:
 *   m(t + g) = φ^g m(t) + η, Var η = q(1 − φ^2g)/(1 − φ²) (q·g where φ = 1);  reading = path + m + ε, Var ε = r.
 * level(α): φ = 1, q = α², r = 1 − α (the local level of exponential smoothing: 0 pure noise … 1 a random walk);
 * ar(φ): q = 1 − φ², r = 0 (a deviation that dies out).
 * Assumes noise of one size about a mean or a straight line; outliers are drawn in first. t and g in steps.
 */
export interface NoiseModel {
  readonly phi: number;
  readonly q: number;
  readonly r: number;
  /** Variance of m before the first reading. */
  readonly start: number;
  /** −2 ln prior. */
  readonly cost: number;
}

export interface WeightedModel extends NoiseModel {
  readonly weight: number;
  /** σ² in the unit of the readings squared. */
  readonly sigma2: number;
}

export interface Noise {
  /** Degrees of freedom behind σ². */
  readonly df: number;
  readonly models: readonly WeightedModel[];
}

const level = (alpha: number): NoiseModel => ({
  phi: 1,
  q: alpha * alpha,
  r: 1 - alpha,
  start: alpha === 1 ? 1e-6 : alpha * alpha,
  cost: 8 * alpha,
});
const autoregressive = (phi: number, cost: number): NoiseModel => ({ phi, q: 1 - phi * phi, r: 0, start: 1, cost });

/**
 * Costs: figures of a business depend on the ones before, so a deviation that dies out is likelier than none; one that stays is dearer,
 * because it hides a drift. Chosen on simulated worlds (bench:drift), where they tell drift from noise better at the same false flags.
 */
const FAMILY: readonly NoiseModel[] = [
  ...[0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1].map(level),
  autoregressive(0.3, -1),
  autoregressive(0.5, -1.5),
  autoregressive(0.7, -2.5),
];

/** Variance of m gained over a gap of g steps, in σ². */
export const varianceGain = (model: NoiseModel, g: number): number =>
  model.phi === 1 ? model.q * g : (model.q * (1 - model.phi ** (2 * g))) / (1 - model.phi * model.phi);

/** −2 ln of the weight, against the best, beyond which a model says nothing: one in a hundred. */
const NEGLIGIBLE = 2 * Math.log(100);

/** A stretch of readings in the order of time; `slope`: its own straight line is estimated, else only its mean. */
export interface Segment {
  readonly y: Float64Array;
  readonly t: Float64Array;
  readonly slope: boolean;
}

/**
 * Residual sum of squares and log determinants of one segment after its mean (and slope) are estimated by generalised least squares:
 * readings, ones and time are whitened by the same filter. Measured from the first point: the same fit, without cancellation where the
 * start is almost known (α = 1).
 */
function segmentFit({ y, t, slope }: Segment, model: NoiseModel): { rss: number; logDet: number } {
  const n = t.length;
  const y0 = y[0]!;
  const t0 = t[0]!;
  let [stateY, stateOne, stateT, P, logF] = [0, 0, 0, model.start, 0];
  let [a, b, c, u, v, yy] = [0, 0, 0, 0, 0, 0];
  let [gap, decay, gained] = [NaN, 1, 0];
  for (let i = 0; i < n; i++) {
    if (i) {
      const g = t[i]! - t[i - 1]!;
      if (g !== gap) {
        gap = g;
        decay = model.phi ** g;
        gained = varianceGain(model, g);
      }
      P = decay * decay * P + gained;
      stateY *= decay;
      stateOne *= decay;
      stateT *= decay;
    }
    const F = Math.max(1e-9, P + model.r);
    const K = P / F;
    const eY = y[i]! - y0 - stateY;
    const eOne = 1 - stateOne;
    const eT = t[i]! - t0 - stateT;
    stateY += K * eY;
    stateOne += K * eOne;
    stateT += K * eT;
    P *= 1 - K;
    logF += Math.log(F);
    a += (eOne * eOne) / F;
    u += (eOne * eY) / F;
    yy += (eY * eY) / F;
    b += (eOne * eT) / F;
    c += (eT * eT) / F;
    v += (eT * eY) / F;
  }
  if (!slope) return { rss: Math.max(0, yy - (u * u) / a), logDet: logF + Math.log(a) };
  const det = a * c - b * b;
  return { rss: Math.max(0, yy - ((c * u - b * v) * u + (a * v - b * u) * v) / det), logDet: logF + Math.log(det) };
}

/**
 * Weighs the family by restricted likelihood (Patterson & Thompson 1971): crit = df ln(RSS/df) + Σ ln F + ln|X̃ᵀX̃| + cost, w ∝ e^(−crit/2),
 * σ² = RSS/df. History and window are two segments (≥ 3 points each, winsorised). `floor`: smallest σ believed, as if every degree of
 * freedom carried it; `inflate`: what learned seasonal factors add. Null where no degree of freedom is left.
 */
export function fitNoise(segments: readonly Segment[], floor: number, inflate: number): Noise | null {
  const used = segments.filter((s) => s.y.length >= 3);
  let df = 0;
  for (const s of used) df += s.y.length - (s.slope ? 2 : 1);
  if (df < 1) return null;
  const clean = used.map((s) => ({ ...s, y: winsorise(s.y, s.t) }));
  const fits = FAMILY.map((model) => {
    let rss = df * floor * floor;
    let logDet = 0;
    for (const s of clean) {
      const fit = segmentFit(s, model);
      rss += fit.rss;
      logDet += fit.logDet;
    }
    return { model, sigma2: rss / df, crit: df * Math.log(rss / df) + logDet + model.cost };
  });
  let best = Infinity;
  for (const fit of fits) best = Math.min(best, fit.crit);
  const kept = fits.filter((fit) => fit.crit - best < NEGLIGIBLE);
  let total = 0;
  for (const fit of kept) total += Math.exp(-(fit.crit - best) / 2);
  const models = kept.map(({ model, sigma2, crit }) => ({
    ...model,
    weight: Math.exp(-(crit - best) / 2) / total,
    sigma2: sigma2 * inflate,
  }));
  return { df, models };
}

/**
 * How much the KPI wanders: the share of a deviation that its next figure keeps, 0 = pure noise … 1 = a random walk. It is α of a local
 * level (the weight of the last reading in its forecast) and φ of a deviation that dies out, weighted over the models.
 */
export function wanderOf(noise: Noise): number {
  let total = 0;
  for (const { weight, phi, q } of noise.models) total += weight * (phi === 1 ? Math.sqrt(q) : phi);
  return total;
}

/** From here on the wandering is worth a word: half of a deviation is still there at the next figure. */
export const WANDERS = 0.5;
