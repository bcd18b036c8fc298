import { print, type Wanted } from './print.ts';
import { perReview } from './rates.ts';
import { isOff, type Review } from './review.ts';
import { isKeep, type Course } from './world.ts';

export type Test = (review: Review) => boolean;

export const onPlan: Test = ({ drifts }) => drifts === false;
export const drifting: Test = ({ drifts }) => drifts === true;
export const reached: Test = ({ world }) => !isKeep(world.kind);
export const all =
  (...tests: readonly Test[]): Test =>
  (review) =>
    tests.every((test) => test(review));
export const midway: Test = ({ elapsed }) => elapsed > 0.45 && elapsed <= 0.65;
export const late: Test = ({ elapsed }) => elapsed > 0.65 && elapsed <= 0.85;
export const course =
  (...names: readonly Course[]): Test =>
  ({ world }) =>
    names.includes(world.course);

export const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** Prints the share of some reviews that a rule flags. */
export function flagged(name: string, reviews: readonly Review[], wanted: Wanted = {}, note = '', test: Test = isOff): void {
  const { share, error } = perReview(reviews, test);
  print({ name, value: share, error, format: 'percent', wanted, note: `${note}${note ? '; ' : ''}n ${reviews.length}` });
}
