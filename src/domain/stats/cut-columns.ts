import type { Filter } from './filter.ts';

/**
 * What a regression needs to know of the columns 1 and u(t), each cut off before reading c, for every c at once: score X′Σ⁻¹e, information
 * X′Σ⁻¹X and the final filter state of X. One backward pass over the filter (the smoother's recursions; de Jong & Penzer 1998,
 * 'Diagnosing shocks in time series') instead of one forward pass for each change date. Index c of each array.
 */
export interface CutColumns {
  readonly score1: Float64Array;
  readonly scoreU: Float64Array;
  readonly info11: Float64Array;
  readonly info1U: Float64Array;
  readonly infoUU: Float64Array;
  readonly state1: Float64Array;
  readonly stateU: Float64Array;
}

export const cutColumnsOf = (n: number): CutColumns => ({
  score1: new Float64Array(n),
  scoreU: new Float64Array(n),
  info11: new Float64Array(n),
  info1U: new Float64Array(n),
  infoUU: new Float64Array(n),
  state1: new Float64Array(n),
  stateU: new Float64Array(n),
});

/** Fills `out` from the prediction errors `e` of the readings; u null is 0. */
export function whitenCuts(e: Float64Array, u: Float64Array | null, { gains, inverseF, decays }: Filter, out: CutColumns): void {
  const n = e.length;
  // Quadratic form of the errors from here on in (state, coefficient of 1, coefficient of u), linear form in the same, and final state.
  let [ss, s1, su, m11, m1u, muu] = [0, 0, 0, 0, 0, 0];
  let [linear, by1, byU, weight, end1, endU] = [0, 0, 0, 1, 0, 0];
  for (let i = n - 1; i >= 0; i--) {
    const w = inverseF[i]!;
    const v = u ? u[i]! : 0;
    const decay = i + 1 < n ? decays[i + 1]! : 1;
    const k = decay * gains[i]!;
    const keep = decay - k;
    m11 += w + k * (ss * k + 2 * s1);
    m1u += w * v + k * (ss * k * v + s1 * v + su);
    muu += w * v * v + k * v * (ss * k * v + 2 * su);
    const [next1, nextU] = [keep * (ss * k + s1) - w, keep * (ss * k * v + su) - w * v];
    ss = keep * keep * ss + w;
    s1 = next1;
    su = nextU;
    const pull = e[i]! * w;
    const influence = pull + linear * k;
    by1 += influence;
    byU += influence * v;
    linear = linear * keep - pull;
    const last = gains[i]! * weight;
    end1 += last;
    endU += last * v;
    weight *= (1 - gains[i]!) * decays[i]!;
    out.score1[i] = by1;
    out.scoreU[i] = byU;
    out.info11[i] = m11;
    out.info1U[i] = m1u;
    out.infoUU[i] = muu;
    out.state1[i] = end1;
    out.stateU[i] = endU;
  }
}
