import { acf } from '../peers/acf.ts';
import { cusumArl } from '../peers/cusum-arl.ts';
import { grubbsCritical, grubbsOf } from '../peers/grubbs.ts';
import { CHARTS, CUSUM, robustPace } from './charts.ts';
import { heading, remark } from './print.ts';
import { byWorld, ever, firstWeeks, perReview } from './rates.ts';
import { meanOf } from './reliability.ts';
import { isOff, isPointsRed, isRatioRed, type Review } from './review.ts';

/** Reviews of one kind of key result under its name. */
export type Column = readonly [name: string, reviews: readonly Review[]];

const RULES: readonly (readonly [name: string, flags: (review: Review) => boolean])[] = [
  ['Leeway: off track', isOff],
  ['ratio < .75', isRatioRed],
  ['≥ 10 points behind', isPointsRed],
  ...CHARTS,
];

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}%`;

const NARROW = 17;
const WIDE = 20;

function row(name: string, cells: readonly string[], width: number): void {
  remark(`${name.padEnd(30)}${cells.map((cell) => cell.padStart(width)).join('')}`.trimEnd());
}

/** The noise of each key result on its plan, before the start, where the level stands still. */
const noisesOf = (reviews: readonly Review[]): number[][] =>
  byWorld(reviews).map(([first]) => {
    const { world, asOf } = first!;
    const points = world.seriesAt(asOf)?.points ?? [];
    return points.filter(({ day }) => day <= world.keyResult.start).map(({ value }) => value);
  });

/** False flags per review and ever, of all rules, on key results that are on their plan; and what their noise is like. */
export function besideFalseFlags(columns: readonly Column[]): void {
  heading('Control charts on the distance from the plan, beside the verdict: false flags per review | ever');
  row(
    '',
    columns.map(([name]) => name.split(' (')[0]!),
    NARROW,
  );
  for (const [name, flags] of RULES) {
    const cells = columns.map(([, reviews]) => `${percent(perReview(reviews, flags).share)} | ${percent(ever(reviews, flags).share)}`);
    row(name, cells, NARROW);
  }
  const noises = columns.map(([, reviews]) => noisesOf(reviews));
  const lag1 = noises.map((all) => meanOf(all.map((noise) => acf(noise, 1)[0]!)).toFixed(2));
  row('lag-1 autocorrelation', lag1, NARROW);
  const outliers = noises.map((all) => {
    const critical = grubbsCritical(all[0]!.length, 0.05);
    return percent(meanOf(all.map((noise) => Number(grubbsOf(noise) > critical))));
  });
  row('with an outlier (Grubbs, 5%)', outliers, NARROW);
  const { k, h } = CUSUM;
  remark(
    `in theory, white noise of known σ sets off CUSUM at ${percent(1 / cusumArl(k, h, 0))} of figures; σ of a dozen figures is not known`,
  );
}

const WEEKS_SHOWN = [6, 8, 12] as const;

/** Share of drifting key results that each rule has found by week 6 | 8 | 12. */
export function besideDetection(name: string, columns: readonly Column[]): void {
  heading(`The same rules on real drift in ${name}: found by week ${WEEKS_SHOWN.join(' | ')}`);
  row(
    '',
    columns.map(([course]) => course),
    WIDE,
  );
  for (const [rule, flags] of RULES) {
    const cells = columns.map(([, reviews]) => {
      const weeks = firstWeeks(
        reviews.filter(({ drifts }) => drifts === true),
        flags,
      );
      return WEEKS_SHOWN.map((week) => percent(meanOf(weeks.map((first) => Number(first !== null && first <= week))), 0)).join(' | ');
    });
    row(rule, cells, WIDE);
  }
  const paces = columns.map(([, reviews]) => {
    const last = reviews.filter(({ week }) => week === WEEKS_SHOWN.at(-1)).flatMap((review) => robustPace(review) ?? []);
    return meanOf(last).toFixed(2);
  });
  row('pace in week 12 (Theil–Sen)', paces, WIDE);
}
