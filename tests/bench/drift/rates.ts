import { meanOf } from './reliability.ts';
import type { Review } from './review.ts';

/** A share with the standard error of the simulation. */
export interface Rate {
  readonly share: number;
  readonly error: number;
}

type Test = (review: Review) => boolean;

/** Reviews by key result: those of one key result are not independent of each other. */
export function byWorld(reviews: readonly Review[]): Review[][] {
  const groups = new Map<Review['world'], Review[]>();
  for (const review of reviews) {
    const group = groups.get(review.world);
    if (group) group.push(review);
    else groups.set(review.world, [review]);
  }
  return [...groups.values()];
}

/** Share of reviews that a rule flags; the error treats key results, not reviews, as independent (ratio estimator). */
export function perReview(reviews: readonly Review[], test: Test): Rate {
  const groups = byWorld(reviews);
  const share = meanOf(reviews.map((review) => Number(test(review))));
  const size = reviews.length / groups.length;
  const spread = groups.map((group) => (group.filter(test).length - share * group.length) ** 2);
  return { share, error: Math.sqrt(meanOf(spread) / groups.length) / size };
}

/** Share of key results that a rule flags at least once. */
export function ever(reviews: readonly Review[], test: Test): Rate {
  const groups = byWorld(reviews);
  const share = meanOf(groups.map((group) => Number(group.some(test))));
  return { share, error: Math.sqrt((share * (1 - share)) / groups.length) };
}

/** Week of the first review that a rule flags, for each key result; null where none is. */
export const firstWeeks = (reviews: readonly Review[], test: Test): (number | null)[] =>
  byWorld(reviews).map((group) => group.find(test)?.week ?? null);
