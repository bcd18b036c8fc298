import { SMALLEST_VARIANCE } from './constants.ts';
import type { Part } from './mixture.ts';
import { varianceGain } from './noise.ts';
import type { Posterior } from './regime.ts';
import type { Rates, TotalQuestion } from './total-regimes.ts';

/**
 * Sum to come under one regime: Σ f_j(planned rate + φ^h m + βx_j), its shocks Σ_k q(Σ_{j≥k} φ^(j−k) f_j)² + r Σ f_j². With `resume` the
 * planned rates come in from now on. Assumes that a regime goes on as it is. Shares of the total needed; f are the seasonal factors.
 */
export function sumToCome(
  p: Posterior,
  question: TotalQuestion,
  rates: Rates,
  count: number,
  done: number,
  df: number,
  resume: boolean,
): Part {
  const { model } = p;
  const n = rates.t.length;
  const last = rates.t[n - 1]!;
  const line = p.name === 'unchanged' ? rates.line : null;
  let [mean, byM, byBeta, shock, later] = [done, 0, 0, 0, 0];
  for (let j = count - 1; j >= 0; j--) {
    const t = question.future[j]!;
    const k = question.factors[n + j]!;
    mean += k * (!resume && line ? line.level + line.drift * t : rates.plan[n + j]!);
    byM += k * model.phi ** (t - last);
    if (!resume) byBeta += k * (p.name === 'unchanged' ? rates.typical : rates.plan[n + j]!);
    const g = t - (j ? question.future[j - 1]! : last);
    later += k;
    shock += varianceGain(model, g) * later * later + model.r * k * k;
    later *= model.phi ** g;
  }
  // Once the plan is back, the wandering about a line of its own says nothing of the planned path.
  const m = resume && line ? 0 : p.m;
  const variance = byM * byM * p.varM + 2 * byM * byBeta * p.cov + byBeta * byBeta * p.varBeta + shock * model.sigma2;
  return { weight: p.weight, mean: mean + byM * m + byBeta * p.beta, sd: Math.sqrt(Math.max(SMALLEST_VARIANCE, variance)), df };
}
