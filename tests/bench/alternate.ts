/** A thing to be measured; what it returns is kept until the clock has stopped, so that no work can be optimised away. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

/** Milliseconds of each run of each contender, in the order given. */
export type Times = readonly (readonly number[])[];

async function timeOf(run: () => unknown): Promise<number> {
  const since = performance.now();
  const result = await run();
  const time = performance.now() - since;
  if (result === undefined) throw new Error('a contender must return what it made');
  return time;
}

/**
 * Runs the contenders in turn in this process, so that a slow minute of the machine falls on all of them; the first to run changes every
 * round. `warmUps` rounds are thrown away: the engine has compiled the code by then.
 */
export async function alternate(contenders: readonly Contender[], rounds: number, warmUps = 2): Promise<Times> {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round++) {
    for (let i = 0; i < contenders.length; i++) {
      const index = (((i + round) % contenders.length) + contenders.length) % contenders.length;
      const time = await timeOf(contenders[index]!.run);
      if (round >= 0) times[index]!.push(time);
    }
  }
  return times;
}

/** Ratios of two contenders round by round. */
export const ratios = (times: Times, of: number, to: number): number[] => times[of]!.map((time, round) => time / times[to]![round]!);
