import type { Random } from '../random.ts';
import { scheduleOf } from './calendar-world.ts';
import { keepWorld } from './keep-world.ts';
import { levelWorld } from './level-world.ts';
import { between, type Draw } from './mixed-draw.ts';
import { noiseOf, type Noise } from './noise.ts';
import { totalWorld } from './total-world.ts';
import { isKeep, type Course, type GoalKind, type World } from './world.ts';

type Weights<T extends string> = readonly (readonly [T, number])[];
function drawn<T extends string>(weights: Weights<T>, { uniform }: Random): T {
  let rest = uniform() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (weights.find(([, weight]) => (rest -= weight) < 0) ?? weights[0]!)[0];
}

const KINDS: Weights<GoalKind> = [
  ['level', 34],
  ['ratio', 20],
  ['flow', 16],
  ['cumulative', 12],
  ['at-least', 7],
  ['at-most', 7],
  ['within', 4],
];
const REACH: Weights<Course> = [
  ['on-plan', 42],
  ['half', 14],
  ['stalled', 14],
  ['reversed', 9],
  ['shift', 13],
  ['ahead', 8],
];
const KEEP: Weights<Course> = [
  ['on-plan', 50],
  ['reversed', 25],
  ['shift', 25],
];
const NOISES: Weights<Noise['kind']> = [
  ['white', 28],
  ['ar', 22],
  ['level', 13],
  ['t4', 10],
  ['outliers', 9],
  ['skewed', 8],
  ['growing', 10],
];

function noiseNamed(kind: Noise['kind'], random: Random): Noise {
  if (kind === 'ar') return { kind, phi: between(random, 0.25, 0.75) };
  return kind === 'level' ? { kind, step: between(random, 0.12, 0.4), reading: 0.85 } : { kind };
}

/** Slowest and fastest of each course. */
const PACES: Record<Course, readonly [number, number]> = {
  'on-plan': [0.96, 1.12],
  half: [0.4, 0.6],
  stalled: [-0.05, 0.1],
  reversed: [-1, -0.3],
  shift: [0.97, 1.1],
  ahead: [1.3, 1.8],
};

/** A yearly wave with a little of its own for each month, mean 0. */
function seasonFrom(random: Random): number[] {
  const [size, phase] = [between(random, 0.03, 0.15), between(random, 0, 12)];
  const raw = Array.from({ length: 12 }, (_, k) => size * (Math.sin((2 * Math.PI * (k + phase)) / 12) + 0.4 * random.normal()));
  const mean = raw.reduce((sum, v) => sum + v, 0) / 12;
  return raw.map((v) => v - mean);
}

/** A key result of any goal kind, in the real calendar, with its figures kept as figures are kept. */
export function mixedWorld(random: Random): World {
  const { uniform } = random;
  const kind = drawn(KINDS, random);
  const grain = uniform() < 0.3 ? 'month' : 'week';
  const seasonal = grain === 'month' && !isKeep(kind) && uniform() < 0.55;
  const history = seasonal ? 24 + Math.floor(between(random, 0, 25)) : uniform() < 0.15 ? 0 : Math.floor(between(random, 4, 40));
  const schedule = scheduleOf(grain, history, random);
  const course = drawn(isKeep(kind) ? KEEP : REACH, random);
  const noise = drawn(NOISES, random);
  const draw: Draw = {
    kind,
    course,
    noise,
    schedule,
    scatter: noiseOf(noiseNamed(noise, random), schedule.periods.length, history, random),
    season: seasonal ? seasonFrom(random) : null,
    pace: between(random, ...PACES[course]),
    shiftAt: between(random, 0.3, 0.65),
    loss: between(random, 0.35, 0.75),
    random,
  };
  if (isKeep(kind)) return keepWorld(draw);
  return kind === 'flow' || kind === 'cumulative' ? totalWorld(draw) : levelWorld(draw);
}
