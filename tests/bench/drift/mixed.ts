import { randomFrom } from '../random.ts';
import { contradictions, mixedChances } from './mixed-chances.ts';
import { mixedFalseFlags, mixedFound } from './mixed-verdicts.ts';
import { mixedWorld } from './mixed-world.ts';
import { heading, remark } from './print.ts';
import { perReview } from './rates.ts';
import { reviewsOf } from './review.ts';
import { percent, reached } from './slices.ts';

/** All goal kinds, seasons, noises, gaps, corrected figures, figures out of date; weeks and months of the real calendar. */
export function mixed(runs: number, seed: number): void {
  const random = randomFrom(seed + 100);
  const reviews = Array.from({ length: runs }, () => mixedWorld(random)).flatMap(reviewsOf);
  heading(`MIXED: ${runs} key results, ${reviews.length} reviews`);
  remark(`too early to say: ${percent(perReview(reviews, ({ pBehind }) => pBehind === null).share)}`);
  mixedFalseFlags(reviews);
  mixedFound(reviews);
  mixedChances('all goals', reviews, true);
  mixedChances(
    'levels and ratios',
    reviews.filter(({ world: { kind } }) => kind === 'level' || kind === 'ratio'),
    false,
  );
  mixedChances(
    'totals',
    reviews.filter(({ world: { kind } }) => kind === 'flow' || kind === 'cumulative'),
    false,
  );
  mixedChances(
    'keep',
    reviews.filter((review) => !reached(review)),
    false,
  );
  mixedChances(
    'with a season',
    reviews.filter(({ world }) => world.seasonal),
    false,
  );
  contradictions(reviews);
}
