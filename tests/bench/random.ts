/** Numbers that look random and are the same every time (mulberry32), so that every run measures the same work. */
export interface Random {
  /** In [0, 1). */
  readonly uniform: () => number;
  /** Mean 0, standard deviation 1 (Box and Muller). */
  readonly normal: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (from) => from[Math.floor(uniform() * from.length)]!,
  };
}
