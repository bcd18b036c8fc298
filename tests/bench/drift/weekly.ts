import { randomFrom } from '../random.ts';
import { besideDetection, besideFalseFlags, type Column } from './beside.ts';
import { DETECTION, DISCRIMINATION, FALSE_FLAGS } from './floors.ts';
import type { Noise } from './noise.ts';
import { heading, print, printBins, remark } from './print.ts';
import { ever, firstWeeks, perReview } from './rates.ts';
import { reliabilityOf } from './reliability.ts';
import { isOff, isPointsRed, isRatioRed, reviewsOf, type Review } from './review.ts';
import { rocOf } from './roc.ts';
import type { Course } from './world.ts';
import { weeklyWorld, WEEKS, type WeeklyShape } from './weekly-world.ts';

const NOISES: readonly (readonly [name: string, noise: Noise])[] = [
  ['iid', { kind: 'white' }],
  ['t4 tails', { kind: 't4' }],
  ['5% outliers', { kind: 'outliers' }],
  ['skewed (exponential)', { kind: 'skewed' }],
  ['AR(.3)', { kind: 'ar', phi: 0.3 }],
  ['AR(.5)', { kind: 'ar', phi: 0.5 }],
  ['local level', { kind: 'level', step: 0.3, reading: 0.8 }],
];
/** A quarter of readings before the start, and a way of four standard deviations. */
const USUAL = { history: 13, span: 4 } as const;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const simulate = (shapes: readonly WeeklyShape[], seed: number): Review[] => {
  const random = randomFrom(seed);
  return shapes.flatMap((shape) => reviewsOf(weeklyWorld(shape, random)));
};
const same = (shape: WeeklyShape, runs: number): WeeklyShape[] => Array.from({ length: runs }, () => shape);

/** Key results that are on their plan: every flag is false. */
export function falseFlags(runs: number, seed: number): void {
  heading(`False off-track of ${runs} key results on their plan, ${WEEKS} weeks, ${WEEKS - 1} reviews`);
  const columns: Column[] = [];
  for (const [name, noise] of NOISES) {
    const reviews = simulate(same({ ...USUAL, course: 'on-plan', noise }, runs), seed);
    columns.push([name, reviews]);
    const floor = FALSE_FLAGS[name]!;
    const [each, once] = [perReview(reviews, isOff), ever(reviews, isOff)];
    const rules = [isRatioRed, isPointsRed].map(
      (rule) => `${percent(perReview(reviews, rule).share)} | ${percent(ever(reviews, rule).share)}`,
    );
    const note = `ratio < .75: ${rules[0]}; ≥ 10 points: ${rules[1]}`;
    print({
      name: `${name}, per review`,
      value: each.share,
      error: each.error,
      format: 'percent',
      wanted: { most: floor.perReview },
      note,
    });
    print({ name: `${name}, ever`, value: once.share, error: once.error, format: 'percent', wanted: { most: floor.ever } });
  }
  besideFalseFlags(columns);
}

const COURSES: readonly Course[] = ['stalled', 'half', 'reversed', 'shift'];
const BY_WEEK = [4, 6, 8, 10, WEEKS];

function detectionOf(course: Course, noise: Noise, name: string, runs: number, seed: number): Review[] {
  const reviews = simulate(same({ ...USUAL, course, noise }, runs), seed);
  const drifting = reviews.filter(({ drifts }) => drifts === true);
  const weeks = firstWeeks(drifting, isOff);
  BY_WEEK.forEach((week, i) => {
    const value = weeks.filter((first) => first !== null && first <= week).length / weeks.length;
    // A shift that has not come yet cannot be found.
    if (!drifting.some((review) => review.week <= week)) return;
    const wanted = name === 'iid' ? { least: DETECTION[course]![i]! } : {};
    print({ name: `${course}, ${name}, by week ${week}`, value, format: 'percent', wanted });
  });
  const found = weeks.filter((week) => week !== null).sort((a, b) => a - b);
  const middle = weeks.length > 2 * found.length ? null : found[Math.floor(weeks.length / 2)];
  const mean = found.reduce((sum, week) => sum + week, 0) / found.length;
  remark(`${course}, ${name}: half are found by week ${middle ?? '–'}; those found, on average in week ${mean.toFixed(1)}`);
  return reviews;
}

/** Drifts of four kinds in white noise, and in noise that dies out slowly. */
export function detection(runs: number, seed: number): void {
  heading(`Found by week, of ${runs} key results (a shift comes in week 6 and takes half of the way)`);
  const white = COURSES.map((course): Column => [course, detectionOf(course, { kind: 'white' }, 'iid', runs, seed + 1)]);
  const slow = COURSES.map((course): Column => [course, detectionOf(course, { kind: 'ar', phi: 0.5 }, 'AR(.5)', runs, seed + 2)]);
  besideDetection('white noise', white);
  besideDetection('noise that dies out slowly, AR(.5)', slow);
}

/** On plan or not in turn, over spans, histories, noises and speeds. */
function variety(runs: number): WeeklyShape[] {
  const noises = ['iid', 'AR(.5)', 't4 tails', 'iid'].map((name) => NOISES.find(([own]) => own === name)![1]);
  return Array.from({ length: runs }, (_, i): WeeklyShape => {
    const k = i >> 1;
    return {
      course: i % 2 ? COURSES[(k >> 6) % 3]! : 'on-plan',
      span: [1, 2, 4, 8][k % 4]!,
      noise: noises[(k >> 2) % 4]!,
      history: [0, 7, 13, 27][(k >> 4) % 4]!,
    };
  });
}

type Score = (review: Review) => number;
const BEHIND: Score = ({ pBehind }) => pBehind ?? 0.5;
const NO_CHANCE: Score = ({ chance }) => 1 - (chance ?? 0.5);
const RATIO: Score = ({ ratio }) => -(ratio ?? 1);
const POINTS: Score = ({ points }) => points ?? 0;

/** How well drift and no drift are told apart, whatever the cut; then how far the chance can be believed. */
export function discrimination(runs: number, seed: number): void {
  const reviews = simulate(variety(runs), seed + 3);
  const roc = (list: readonly Review[], score: Score) =>
    rocOf(list.map((review) => ({ score: score(review), positive: review.drifts === true })));
  heading(`Area under the curve and share found at 5% false flags, ${runs} key results, half of them drifting`);
  for (const { week, auc, found } of DISCRIMINATION) {
    const now = reviews.filter((review) => review.week === week);
    const own = roc(now, BEHIND);
    const others = [NO_CHANCE, RATIO, POINTS].map((score) => roc(now, score));
    const beside = (text: (one: (typeof others)[number]) => string) =>
      ['1 − chance', 'ratio rule', 'points behind'].map((name, i) => `${name} ${text(others[i]!)}`).join(', ');
    const note = beside((one) => one.auc.toFixed(3));
    print({ name: `week ${week}, behind: area`, value: own.auc, format: 'number', wanted: { least: auc }, note });
    const found5 = { value: own.foundAt(0.05), wanted: { least: found } };
    print({ name: `week ${week}, behind: found at 5%`, ...found5, format: 'percent', note: beside((one) => percent(one.foundAt(0.05))) });
  }
  heading('Chance to arrive in the same key results');
  const told = reviews.flatMap(({ chance, world }) => (chance === null ? [] : [{ chance, hit: world.hit }]));
  const reliability = reliabilityOf(told);
  print({ name: 'Brier score', value: reliability.brier, format: 'number', note: `always the base rate: ${reliability.base.toFixed(3)}` });
  print({ name: 'calibration error', value: reliability.error, format: 'number', wanted: { most: 0.03 } });
  const ranges = reviews.flatMap(({ forecast, world }) => (forecast ? [world.final >= forecast.p10 && world.final <= forecast.p90] : []));
  const inside = ranges.filter(Boolean).length / ranges.length;
  print({ name: 'inside the 80% range', value: inside, format: 'percent', wanted: { least: 0.76, most: 0.86 } });
  printBins(reliability);
}
